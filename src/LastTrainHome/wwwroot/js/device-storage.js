// @ts-check
// What the reader has read and answered, stored on this device only. Every key begins with "study:", and forgetting removes them all.

/** @typedef {{ title: string, part: number, at: string, near: string, done: boolean, when: number }} Place
 * `part` of the text seen, from 0 to 1; `at` the id of the first sentence on screen, `near` the heading above it. */

/** @typedef {{ page: string, title: string, prompt: string, text: string, choices: number[], chosen: string[], at: number }} Answer
 * `choices` are positions, `chosen` their words; of `text` and `choices` one is empty. */

/** @typedef {{ version: string, at: string, pages: number, bytes: number }} Whole the study as it was kept for reading without a connection, and when */

/** The browser's caches: pages that were read, boxes that were opened, the whole study. js/service-worker.js knows them too. */
export const copies = ['study-read', 'study-boxes', 'study-whole'];

const [read, answered, whole] = ['study:read', 'study:answers', 'study:whole'];

/** On a shared device nothing is stored. */
export const isShared = document.documentElement.dataset.device === 'shared';

/** @returns {Record<string, Place>} by the page's key: "sections/no-seats" */
export const places = () => look(read);

/** @returns {Record<string, Answer>} by the question's id */
export const answers = () => look(answered);

/** @param {string} page @param {Place} place */
export function keep(page, place) {
  if (!isShared) put(read, { ...places(), [page]: place });
}

/** @param {string} question @param {Answer | null} answer null: there is none any more
 * @returns {boolean} whether it is kept */
export function keepAnswer(question, answer) {
  const { [question]: _, ...others } = answers();
  return !isShared && put(answered, answer ? { ...others, [question]: answer } : others);
}

/** @returns {Whole | undefined} what was written down when the whole study was kept; the study itself lies in the browser's caches */
export function wholeKept() {
  const kept = look(whole);
  return 'version' in kept ? kept : undefined;
}

/** @param {Whole} kept */
export const keepWhole = kept => put(whole, kept);

export function forgetWhole() {
  try {
    localStorage.removeItem(whole);
  } catch {
    // Storage is blocked, so there is nothing to remove.
  }
}

export function forget() {
  try {
    localStorage.removeItem(read);
  } catch {
    // Storage is blocked, so there is nothing to remove.
  }
}

/** All keys of this site on this device. */
export function keys() {
  try {
    return [localStorage, sessionStorage].flatMap(shelf => Object.keys(shelf)).filter(key => key.startsWith('study:'));
  } catch {
    return []; // storage is blocked
  }
}

/** Removes everything this site has stored on the device, including pages kept for reading without a connection. */
export async function forgetAll() {
  for (const key of keys()) for (const shelf of [localStorage, sessionStorage]) shelf.removeItem(key);
  for (const name of copies) await globalThis.caches?.delete(name);
}

/** @returns {Promise<number>} how many pages were kept because they were read */
export async function readKept() {
  return globalThis.caches && await caches.has(copies[0]) ? (await (await caches.open(copies[0])).keys()).length : 0;
}

/** @param {string} key */
function look(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') ?? {};
  } catch {
    return {}; // blocked, or not written by this site
  }
}

/** @param {string} key @param {object} all */
function put(key, all) {
  try {
    localStorage.setItem(key, JSON.stringify(all));
    return true;
  } catch {
    return false; // blocked or full: carry on without it
  }
}
