// @ts-check
// Shows what was read and answered on this device without an account, and offers to take it over. Nothing is sent before "This is mine" is pressed.

/** @template T @param {string} key @returns {Record<string, T>} */
function kept(key) {
  try {
    const value = JSON.parse(localStorage.getItem(key) ?? '{}');
    return value && typeof value === 'object' ? value : {};
  } catch {
    return {}; // blocked, or not written by this site
  }
}

/** A time as it was kept: milliseconds or ISO. @param {unknown} at */
const time = at => (typeof at === 'number' ? at : Date.parse(String(at ?? ''))) || Date.now();

// Dates as elsewhere on the site: the day first.
const language = document.documentElement.lang.replace(/^en$/, 'en-GB') || 'en-GB';

/** @param {number} at */
const day = at => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(at);

/** @param {HTMLElement} place */
export default function deviceWork(place) {
  if (place.dataset.taken === 'yes') localStorage.removeItem('study:answers');
  const known = new Set((place.dataset.known ?? '').split(' '));
  /** @type {Record<string, { title?: string, done?: boolean, when?: number, at?: string | number }>} */
  const pages = kept('study:read');
  /** @type {Record<string, { title?: string, prompt?: string, text?: string, choices?: number[], at?: string | number }>} */
  const answers = kept('study:answers');

  const read = Object.entries(pages).filter(([page, one]) => one?.done !== false && !known.has(page))
    .map(([page, one]) => ({ page, title: one.title ?? page, at: time(one.when ?? one.at) }));
  const answered = Object.entries(answers).filter(([, one]) => one && (one.text || one.choices?.length))
    .map(([question, one]) => ({ question, title: one.title ?? '', prompt: one.prompt ?? question, text: one.text ?? '', choices: one.choices ?? [], at: time(one.at) }));
  if (read.length + answered.length === 0) return;

  const list = /** @type {HTMLElement} */ (place.querySelector('ul'));
  for (const one of read) add(`Read: ${one.title}`, one.at);
  for (const one of answered) add(`Answered${one.title ? `, in ${one.title}` : ''}: ${one.prompt}`, one.at);

  const form = /** @type {HTMLFormElement} */ (place.querySelector('form'));
  /** @type {HTMLInputElement} */ (form.elements.namedItem('Work')).value = JSON.stringify({
    read: read.map(({ page, at }) => ({ page, at })),
    answers: answered.map(({ question, text, choices, at }) => ({ question, text, choices, at })),
  });
  form.querySelector('[type=button]')?.addEventListener('click', () => { place.hidden = true; });
  place.hidden = false;

  /** @param {string} what @param {number} at */
  function add(what, at) {
    const line = document.createElement('li');
    const when = document.createElement('time');
    when.dateTime = new Date(at).toISOString();
    when.textContent = day(at);
    line.append(`${what}, `, when);
    list.append(line);
  }
}
