// @ts-check
// The page about reading without a connection: lists what is kept on this device, and keeps or removes the whole study. It also stands in
// for a page that was asked for and is not kept.
import { copies, forgetWhole, isShared, keepWhole, wholeKept } from '/js/device-storage.js';

const [readCache, boxCache, wholeCache] = copies;
const whole = '/offline/study.json';
const { dataset } = document.documentElement;
const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });
const size = new Intl.NumberFormat('en', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });

/** @typedef {{ address: string, html: string, at?: string }} Kept a kept page as it is written; the time where it was read on its own */

/** @param {HTMLElement} place */
export default async function offlinePage(place) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (place.querySelector(`[data-${name}]`));
  const isLost = dataset.kept !== undefined && location.pathname !== '/offline';
  const query = location.pathname === '/search' ? new URLSearchParams(location.search).get('q')?.trim() ?? '' : '';

  if (isLost) {
    const head = /** @type {HTMLElement} */ (place.querySelector('h1'));
    head.textContent = (query ? head.dataset.found : head.dataset.lost) ?? '';
    part('usual').hidden = part('about').hidden = true;
    part(query ? 'found-lead' : 'lost-lead').hidden = false;
    /** @type {HTMLAnchorElement} */ (part('again')).href = location.pathname + location.search;
  }
  const cannot = whyNot();
  if (cannot) {
    part('cannot').textContent = cannot;
    part('cannot').hidden = false;
    return;
  }

  const show = async () => list(part('read'), await allKept(), isLost);
  if (isLost) find(part('find'), await allKept(), query);
  else new Whole(part('whole'), show);
  if (!query) await show();
  part('forget').addEventListener('click', async () => {
    await forgetRead();
    await show();
    part('none').tabIndex = -1;
    part('none').focus();
  });
}

function whyNot() {
  if (isShared) return 'Others use this device too, so nothing is kept on it.';
  if (!isSecureContext) return 'Browsers keep pages only of a site whose address begins with https.';
  return 'serviceWorker' in navigator && 'caches' in globalThis ? '' : 'This browser keeps no pages. It may be in private browsing, or old.';
}

/** Pages that were read, newest first, then those of the whole study.
 * @returns {Promise<Kept[]>} */
async function allKept() {
  const shelf = await caches.open(readCache);
  const read = await Promise.all([...await shelf.keys()].reverse().map(async asked => {
    const { pathname, search } = new URL(asked.url);
    const html = await (await shelf.match(asked))?.text() ?? '';
    return { address: pathname + search, html, at: html.match(/ data-kept="([^"]+)"/)?.[1] };
  }));
  const pages = read.filter(({ address }) => address !== '/offline');
  const had = new Set(pages.map(({ address }) => address));
  const study = await (await caches.match(whole, { cacheName: wholeCache }))?.json();
  return [...pages, ...Object.entries(/** @type {Record<string, string>} */ (study?.pages ?? {})).filter(([address]) => !had.has(address)).map(([address, html]) => ({ address, html }))];
}

async function forgetRead() {
  for (const name of [readCache, boxCache]) await caches.delete(name);
}

/** The whole study: kept, updated, removed. */
class Whole {
  /** @param {HTMLElement} section
   * @param {() => void} onChange what was read is kept no more */
  constructor(section, onChange) {
    this.onChange = onChange;
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (section.querySelector(name));
    this.pages = part('[data-pages]');
    this.words = part('[data-words]');
    this.state = part('[data-state]');
    this.refused = part('.refused');
    this.said = part('[data-said]');
    this.keepButton = /** @type {HTMLButtonElement} */ (part('[data-keep]'));
    this.removeButton = /** @type {HTMLButtonElement} */ (part('[data-remove]'));
    this.progress = /** @type {HTMLProgressElement} */ (part('progress'));
    this.keepButton.addEventListener('click', () => this.keep());
    this.removeButton.addEventListener('click', () => this.remove());
    section.hidden = false;
    this.show();
  }

  async show() {
    const kept = wholeKept();
    const isThere = kept && await caches.match(whole, { cacheName: wholeCache });
    if (kept && !isThere) forgetWhole(); // the browser has evicted it
    this.removeButton.hidden = !isThere;
    if (kept && isThere) {
      const isOld = kept.version !== dataset.version && !dataset.kept;
      this.tell(kept.pages, `pages, ${megabytes(kept.bytes)} on this device`);
      this.state.textContent = isOld ? `Kept on ${when.format(new Date(kept.at))}. The study has changed since.` : `Kept on ${when.format(new Date(kept.at))}, and up to date.`;
      this.keepButton.textContent = 'Bring it up to date';
      this.keepButton.disabled = !isOld;
      this.keepButton.hidden = !isOld;
      return;
    }
    this.state.textContent = 'Every theme, chapter, number and word, with the boxes beside them.';
    this.keepButton.textContent = 'Keep the whole study';
    this.keepButton.hidden = false;
    await this.weigh();
  }

  /** Its size, as the site states it. */
  async weigh() {
    try {
      const answer = await fetch(whole, { method: 'HEAD', credentials: 'omit' });
      if (!answer.ok) throw new Error(`${answer.status}`);
      const [pages, bytes, sent] = ['Study-Pages', 'Study-Length', 'Content-Length'].map(name => Number(answer.headers.get(name)));
      this.tell(pages, `pages, ${megabytes(bytes)} on this device${sent ? `, ${megabytes(sent)} to load` : ''}`);
      this.keepButton.disabled = false;
    } catch {
      this.tell('', 'The site cannot be reached, so nothing can be kept just now.');
    }
  }

  async keep() {
    this.keepButton.disabled = true;
    this.refuse('');
    this.progress.hidden = false;
    this.progress.removeAttribute('value');
    try {
      const answer = await fetch(whole, { credentials: 'omit' });
      if (!answer.ok || !answer.body) throw new Error(`${answer.status}`);
      const text = await this.read(answer.body, Number(answer.headers.get('Study-Length')));
      const { version, pages } = JSON.parse(text); // an incomplete file is not used
      const at = new Date().toISOString();
      await (await caches.open(wholeCache)).put(whole, new Response(text, { headers: { 'Content-Type': 'application/json', Date: at } }));
      await navigator.storage?.persist?.();
      keepWhole({ version, at, pages: Object.keys(pages).length, bytes: new Blob([text]).size });
      await forgetRead(); // these copies are older
      this.onChange();
      if (version === dataset.version) this.said.textContent = 'The whole study is on this device.';
      else location.reload();
    } catch (fault) {
      this.refuse(fault instanceof DOMException && fault.name === 'QuotaExceededError'
        ? 'There is not enough room on this device. Nothing was kept.'
        : 'It did not arrive whole, so nothing was changed. Try again when the connection is steady.');
      this.keepButton.disabled = false;
    } finally {
      this.progress.hidden = true;
    }
    if (!this.refused.textContent) await this.show();
  }

  /** @param {ReadableStream<Uint8Array>} body @param {number} length */
  async read(body, length) {
    const [reader, decoder] = [body.getReader(), new TextDecoder()];
    let [text, had] = ['', 0];
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      text += decoder.decode(value, { stream: true });
      had += value?.length ?? 0;
      if (length) this.progress.value = had / length;
    }
    return text + decoder.decode();
  }

  async remove() {
    await caches.delete(wholeCache);
    forgetWhole();
    this.said.textContent = 'The study has been removed from this device.';
    await this.show();
    this.keepButton.focus();
  }

  /** @param {number | string} pages @param {string} words */
  tell(pages, words) {
    this.pages.textContent = String(pages);
    this.words.textContent = words;
  }

  /** @param {string} why */
  refuse(why) {
    this.refused.textContent = why;
    this.refused.hidden = !why;
  }
}

/** @param {HTMLElement} section @param {Kept[]} pages @param {boolean} isLost */
function list(section, pages, isLost) {
  const shown = pages.filter(({ address, at }) => at || (isLost && address.lastIndexOf('/') === 0)); // of the whole study only the indexes
  section.hidden = false;
  /** @type {HTMLElement} */ (section.querySelector('h2')).textContent = isLost ? 'What there is to read here' : 'Pages you have read';
  const [none, some] = /** @type {HTMLElement[]} */ (['[data-none]', '[data-some]'].map(name => section.querySelector(name)));
  none.hidden = shown.length > 0;
  some.hidden = shown.length === 0 || isLost;
  if (isLost && shown.length === 0) none.textContent = 'Nothing yet.';
  section.querySelector('ol')?.replaceChildren(...shown.map(({ address, html, at }) => {
    const line = document.createElement('li');
    line.append(link(address, titleOf(html)));
    if (at) line.append(Object.assign(document.createElement('time'), { className: 'unit', dateTime: at, textContent: when.format(new Date(at)) }));
    return line;
  }));
}

/** @param {HTMLElement} section @param {Kept[]} pages @param {string} query */
function find(section, pages, query) {
  section.hidden = false;
  /** @type {HTMLInputElement} */ (section.querySelector('input')).value = query;
  if (!query) return;
  const words = fold(query).split(/\s+/);
  const hits = pages
    .filter(({ html, address }) => !address.startsWith('/search') && words.every(word => fold(html).includes(word)))
    .map(({ html, address }) => ({ address, title: titleOf(html), text: textOf(html) }))
    .filter(({ title, text }) => words.every(word => fold(`${title} ${text}`).includes(word)))
    .sort((one, other) => rank(other) - rank(one));
  /** @type {HTMLElement} */ (section.querySelector('[data-count]')).textContent =
    hits.length === 0 ? `Nothing kept here has “${query}”.` : `${hits.length} kept ${hits.length === 1 ? 'page has' : 'pages have'} “${query}”.`;
  section.querySelector('ol')?.replaceChildren(...hits.slice(0, 40).map(({ address, title, text }) => {
    const line = document.createElement('li');
    const near = document.createElement('p');
    near.append(...around(text, words[0]));
    line.append(link(address, title), near);
    return line;
  }));

  /** @param {{ title: string }} page */
  function rank({ title }) {
    return words.filter(word => fold(title).includes(word)).length;
  }
}

/** Marks above letters do not count, nor does their case. @param {string} text */
const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** @param {string} text @param {string} word */
function around(text, word) {
  // Letter by letter, so that offsets in the folded text are offsets in the original.
  const letters = [...text];
  const at = fold(text) === '' ? -1 : letters.map(letter => fold(letter) || ' ').map(letter => letter[0]).join('').indexOf(word);
  if (at < 0) return [text.slice(0, 160)];
  const cut = (/** @type {number} */ from, /** @type {number} */ to) => letters.slice(from, to).join('');
  const mark = Object.assign(document.createElement('mark'), { textContent: cut(at, at + word.length) });
  return [`${at > 70 ? '… ' : ''}${cut(Math.max(0, at - 70), at)}`, mark, `${cut(at + word.length, at + word.length + 110)} …`];
}

/** @param {string} html */
const titleOf = html => new DOMParser().parseFromString(html.match(/<title>[^<]*/)?.[0] ?? '', 'text/html').title.replace(/ · [^·]*$/, '');

/** @param {string} html */
function textOf(html) {
  const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
  return (main?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** @param {string} href @param {string} textContent */
const link = (href, textContent) => Object.assign(document.createElement('a'), { href, textContent });

/** @param {number} bytes */
const megabytes = bytes => size.format(Math.max(bytes / 1e6, 0.1));
