// @ts-check
// How far one has read, on this device and nowhere else. Every key of the study's begins with "study:", and forgetting removes it.

/** @typedef {{ title: string, part: number, at: string, near: string, done: boolean, when: number }} Place
 * `part` of the text seen, from 0 to 1; `at` the id of the first sentence on screen, `near` the heading above it. */

const key = 'study:read';

/** @returns {Record<string, Place>} by the page's key: "sections/no-seats" */
export function places() {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') ?? {};
  } catch {
    return {}; // closed, or written by another hand
  }
}

/** @param {string} page @param {Place} place */
export function keep(page, place) {
  if (document.documentElement.dataset.device === 'shared') return; // nothing stays where others read next
  try {
    localStorage.setItem(key, JSON.stringify({ ...places(), [page]: place }));
  } catch {
    // Storage is closed or full: one reads on without it.
  }
}

export function forget() {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
