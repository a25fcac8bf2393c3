// @ts-check
// Keeps pages that were read, and serves them without a connection. Only public answers are kept: a page for a signed-in reader says
// "no-store", and its public form is fetched without the cookie.
// /sw.js names the version and its files, then imports this script; the browser installs it again whenever any of that changes.

/** @typedef {{ version: string, origin: string, policy: string, pages: Record<string, string>, boxes: Record<string, string> }} Study as js/offline-page.js keeps it */

const worker = /** @type {ServiceWorkerGlobalScope & { study: { version: string, files: string[] } }} */ (/** @type {unknown} */ (self));
const { version, files } = worker.study;

const [filesKept, pagesKept, boxesKept, wholeKept] = ['study-files', 'study-read', 'study-boxes', 'study-whole'];
const lost = '/offline'; // the page that says so
const whole = '/offline/study.json';
const patience = 5000; // how long to wait for the network when there is a copy
const most = 250; // pages read, and as many boxes

worker.addEventListener('install', event => event.waitUntil(prepare()));

worker.addEventListener('activate', event => event.waitUntil(begin()));

worker.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (/^\/(css|js)\/|^\/icon\./.test(pathname)) event.respondWith(file(request));
  else if (pathname.startsWith('/boxes/')) event.respondWith(box(event));
});

// A page loaded before this worker, or by a signed-in reader, asks to be kept.
worker.addEventListener('message', event => {
  const { keep: address, version: its } = event.data ?? {};
  if (typeof address === 'string') event.waitUntil(isKept(addressOf(address), its).then(isKept => isKept ? undefined : keepPublic(addressOf(address), pagesKept)));
});

async function prepare() {
  const shelf = await caches.open(filesKept);
  const had = new Set((await shelf.keys()).map(({ url }) => new URL(url).pathname));
  await shelf.addAll(files.filter(name => !had.has(name)));
  await keepPublic(lost, filesKept);
  await worker.skipWaiting();
}

async function begin() {
  const shelf = await caches.open(filesKept);
  const now = new Set([...files, lost]);
  for (const kept of await shelf.keys()) if (!now.has(new URL(kept.url).pathname)) await shelf.delete(kept);
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
  for (const client of await worker.clients.matchAll()) client.postMessage({ version });
}

/** The current page, or the kept copy when there is no connection or no answer in time.
 * @param {FetchEvent} event */
async function page(event) {
  const address = addressOf(event.request.url);
  const asked = answerTo(event);
  try {
    const answer = await Promise.race([asked, after(patience).then(() => copyOf(address)).then(copy => copy ?? asked)]);
    const isSiteDown = [502, 503, 504].includes(answer.status);
    if (isSiteDown) return await copyOf(address) ?? answer;
    if (isForAll(answer)) event.waitUntil(keep(address, answer.clone(), pagesKept));
    return answer;
  } catch {
    return await copyOf(address) ?? await (await caches.open(filesKept)).match(lost) ?? Response.error();
  }
}

/** @param {FetchEvent} event @returns {Promise<Response>} */
const answerTo = async event => await event.preloadResponse ?? fetch(event.request);

/** A file's name changes with its content, so a cached one is always right. An old page may name a file that is gone; its successor is served.
 * @param {Request} request */
async function file(request) {
  const shelf = await caches.open(filesKept);
  const kept = await shelf.match(request);
  if (kept) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) return answer;
  } catch {
    // No connection.
  }
  const plain = plainName(new URL(request.url).pathname);
  const successor = files.find(name => plainName(name) === plain);
  return successor && await shelf.match(successor) || Response.error();
}

/** What a small box beside a link tells. @param {FetchEvent} event */
async function box(event) {
  const address = addressOf(event.request.url);
  try {
    const answer = await fetch(event.request);
    if (isForAll(answer)) event.waitUntil(keep(address, answer.clone(), boxesKept));
    return answer;
  } catch {
    return await copyOf(address) ?? Response.error();
  }
}

/** @param {Response} answer */
const isForAll = answer =>
  answer.status === 200 && answer.type === 'basic' && !/no-store|private/.test(answer.headers.get('Cache-Control') ?? '') && /^text\/html/.test(answer.headers.get('Content-Type') ?? '');

/** Whether the public form of a page has been kept in the current version.
 * @param {string} address @param {string} its */
async function isKept(address, its) {
  const had = await (await caches.open(pagesKept)).match(address);
  return had !== undefined && (await had.text()).includes(` data-version="${its}"`);
}

/** Keeps a page in its public form.
 * @param {string} address @param {string} shelf */
async function keepPublic(address, shelf) {
  const answer = await fetch(address, { credentials: 'omit', redirect: 'error' });
  if (isForAll(answer)) await keep(address, answer, shelf);
}

/** Stores a page with the time it was kept. The oldest makes room.
 * @param {string} address @param {Response} answer @param {string} shelf */
async function keep(address, answer, shelf) {
  const cache = await caches.open(shelf);
  await cache.put(address, bearing(await answer.text(), new Date(), new Headers(answer.headers)));
  if (shelf === filesKept) return;
  const all = await cache.keys();
  for (const oldest of all.slice(0, Math.max(0, all.length - most))) await cache.delete(oldest);
}

/** A page that was read here, or one from the whole study.
 * @param {string} address */
async function copyOf(address) {
  for (const shelf of [pagesKept, boxesKept]) {
    const read = await (await caches.open(shelf)).match(address);
    if (read) return read;
  }
  const kept = await (await caches.open(wholeKept)).match(whole);
  if (!kept) return undefined;
  const { pages, boxes, origin, policy } = /** @type {Study} */ (await kept.json());
  const html = pages[address] ?? boxes[address];
  return html === undefined ? undefined : bearing(html.replaceAll(origin, location.origin), new Date(kept.headers.get('Date') ?? 0), new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  }));
}

/** @param {string} html @param {Date} when @param {Headers} headers */
function bearing(html, when, headers) {
  for (const name of ['Content-Encoding', 'Content-Length', 'Vary']) headers.delete(name);
  return new Response(html.replace('<html ', `<html data-kept="${when.toISOString()}" `), { headers });
}

/** The assignment in an address makes no difference to the public form.
 * @param {string} url */
function addressOf(url) {
  const { pathname, searchParams } = new URL(url);
  searchParams.delete('assignment');
  return pathname + (searchParams.size > 0 ? `?${searchParams}` : '');
}

/** /js/site.abc.js and /js/site.js are the same file. @param {string} name */
const plainName = name => name.replace(/^([^.]+)\.(?:[^.]+\.)?(\w+)$/, '$1.$2');

/** @param {number} time in milliseconds @returns {Promise<void>} */
const after = time => new Promise(done => setTimeout(done, time));
