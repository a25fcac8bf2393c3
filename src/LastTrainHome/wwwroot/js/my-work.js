// @ts-check
// Shows everything the study keeps on this device, saves it as a file, and erases it.
import { answers, forgetAll, keys, places, readKept, wholeKept } from '/js/device-storage.js';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** @typedef {{ question: string } & import('/js/device-storage.js').Answer} Given */
/** @typedef {{ page: string } & import('/js/device-storage.js').Place} Read */

/** @param {HTMLElement} place */
export default function myWork(place) {
  const [some, none, box, said] = /** @type {HTMLElement[]} */ (['[data-some]', '[data-none]', 'dialog', '[role=status]'].map(name => place.querySelector(name)));
  const dialog = /** @type {HTMLDialogElement} */ (box);

  let copies = 0;
  show();
  readKept().then(count => {
    copies = count;
    show();
  });
  addEventListener('storage', show);
  addEventListener('pageshow', event => event.persisted && show());

  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (place.querySelectorAll('[data-take]')))
    button.addEventListener('click', () => take(button.dataset.take ?? ''));
  place.querySelector('[data-erase]')?.addEventListener('click', () => {
    /** @type {HTMLElement} */ (dialog.querySelector('p')).textContent = warning(copies);
    dialog.showModal();
  });
  dialog.addEventListener('close', async () => {
    if (dialog.returnValue !== 'erase') return;
    await forgetAll();
    copies = 0;
    show();
    said.textContent = 'Everything has been erased.';
    none.tabIndex = -1;
    none.focus();
  });

  function show() {
    const [given, read] = [allAnswers(), allPages()];
    some.hidden = !isAnythingKept() && copies === 0;
    none.hidden = !some.hidden;
    list('[data-answers]', given.map(answer => [
      line('p', 'unit', link(answer.page, answer.title, `#q-${answer.question}`), ', ', time(answer.at)),
      line('p', 'prompt', answer.prompt),
      ...(answer.text ? [line('div', 'written', answer.text)] : (answer.chosen ?? []).map(words => line('div', 'written', words))),
    ]));
    const part = /** @type {HTMLElement} */ (place.querySelector('[data-copies]'));
    part.hidden = copies === 0 && !wholeKept();
    list('[data-pages]', read.map(page => [
      line('p', '', link(page.page, page.title, page.done || !page.at ? '' : `#${page.at}`), ' ', line('span', 'unit', howFar(page), ', ', time(page.when))),
    ]));
  }

  /** @param {string} name @param {HTMLElement[][]} entries */
  function list(name, entries) {
    const part = /** @type {HTMLElement} */ (place.querySelector(name));
    part.hidden = entries.length === 0;
    part.querySelector('ol')?.replaceChildren(...entries.map(entry => line('li', '', ...entry)));
  }
}

/** Newest first.
 * @returns {Given[]} */
const allAnswers = () => Object.entries(answers()).map(([question, answer]) => ({ question, ...answer })).sort((one, other) => other.at - one.at);

/** @returns {Read[]} */
const allPages = () => Object.entries(places()).map(([page, place]) => ({ page, ...place })).sort((one, other) => other.when - one.when);

const drafts = () => keys().filter(key => key.startsWith('study:draft:')).length;

const names = () => keys().filter(key => key.startsWith('study:names:')).length;

const isAnythingKept = () => allAnswers().length + allPages().length + drafts() + names() > 0 || wholeKept() !== undefined;

/** @param {number} copies */
function warning(copies) {
  const parts = [
    count(allAnswers().length, 'answer', 'answers'),
    count(allPages().length, 'page read', 'pages read'),
    count(drafts(), 'draft for a class that has not been sent', 'drafts for a class that have not been sent'),
    count(names(), 'list of names', 'lists of names'),
    count(copies, 'copy of what was read', 'copies of what was read'),
    wholeKept() ? 'the whole study, kept for reading without a connection' : '',
  ].filter(part => part);
  return `${new Intl.ListFormat('en').format(parts)}: gone for good from this device, and the site has no copy.`;
}

/** @param {number} number @param {string} one @param {string} many */
const count = (number, one, many) => number === 0 ? '' : `${number} ${number === 1 ? one : many}`;

/** @param {Read} page */
const howFar = ({ done, part }) => done ? 'read' : `begun, about ${Math.round(part * 100)} %`;

/** @param {string} page @param {string} [fragment] */
const addressOf = (page, fragment = '') => new URL(`/${page.replace(/^\/+/, '')}${fragment}`, location.origin).href;

/** @param {string} format */
function take(format) {
  const [text, type] = format === 'json' ? [data(), 'application/json'] : [markdown(), 'text/markdown;charset=utf-8'];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `my-work-${new Date().toLocaleDateString('sv')}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const study = () => document.querySelector('.mark span')?.textContent?.trim() ?? document.title;

function data() {
  return JSON.stringify({
    study: study(),
    address: location.origin,
    saved: new Date().toISOString(),
    answers: allAnswers().map(({ at, ...answer }) => ({ ...answer, address: addressOf(answer.page, `#q-${answer.question}`), at: new Date(at).toISOString() })),
    read: allPages().map(({ page, title, part, done, when }) => ({ page, title, address: addressOf(page), part, done, at: new Date(when).toISOString() })),
  }, null, 2);
}

function markdown() {
  const given = allAnswers().map(answer => [
    `### ${answer.prompt}`,
    `${answer.title}, ${day.format(answer.at)}, <${addressOf(answer.page, `#q-${answer.question}`)}>`,
    answer.text ? answer.text.split('\n').map(words => `> ${words}`.trimEnd()).join('\n') : (answer.chosen ?? []).map(words => `- ${words}`).join('\n'),
  ].join('\n\n'));
  const read = allPages().map(page => `- ${page.title}, ${howFar(page)}, ${day.format(page.when)}, <${addressOf(page.page)}>`);
  return [
    `# ${study()}: read and answered`,
    `Saved on ${day.format(new Date())} from ${location.origin}`,
    ...(given.length > 0 ? ['## Answers', ...given] : []),
    ...(read.length > 0 ? ['## Pages read', read.join('\n')] : []),
  ].join('\n\n') + '\n';
}

/** @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {string} className @param {...(Node | string)} parts */
function line(tag, className, ...parts) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...parts);
  return made;
}

/** @param {string} page @param {string} words @param {string} fragment */
const link = (page, words, fragment) => Object.assign(line('a', '', words || page), { href: addressOf(page, fragment) });

/** @param {number} at */
const time = at => Object.assign(line('time', '', day.format(at)), { dateTime: new Date(at).toISOString() });
