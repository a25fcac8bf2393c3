// @ts-check
// Reading without a connection, on every page: registers the service worker (js/service-worker.js), and says when the page is a kept copy.
import { isShared, wholeKept } from '/js/device-storage.js';

const { dataset } = document.documentElement;
const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

export default async function offline() {
  addEventListener('offline', () => say(isShared ? 'No connection.' : 'No connection. What you have read on this device opens all the same.'));
  addEventListener('online', () => dataset.kept ? say('The connection is back.', again('Load the page as it is now')) : away());
  if (dataset.kept) sayKept(dataset.kept);
  if (isShared) return; // nothing is kept on a shared device

  const container = navigator.serviceWorker;
  const isNew = !container.controller;
  container.addEventListener('message', ({ data }) => data?.version && meet(data.version));
  const registration = await container.register('/sw.js').catch(() => undefined); // refused in some private windows
  if (!registration || dataset.kept) return;

  const worker = registration.active ?? registration.installing ?? registration.waiting;
  if (isNew || dataset.public !== undefined) {
    await container.ready;
    (container.controller ?? worker)?.postMessage({ keep: location.href, version: dataset.version });
  }
  const kept = wholeKept();
  if (kept && kept.version !== dataset.version) offerNew(kept.at);

  // A tab that was open for long checks for a new version.
  document.addEventListener('visibilitychange', async () => document.visibilityState === 'visible' && (await container.getRegistration())?.update().catch(() => {}));
}

/** The site has this version now. @param {string} version */
function meet(version) {
  if (version !== dataset.version && !dataset.kept) say('A new version of the study is out.', again('Load this page again'));
}

/** @param {string} at when this copy was kept */
function sayKept(at) {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel=canonical]'));
  if (canonical && new URL(canonical.href).pathname === '/offline') return; // which says it itself
  const waits = Object.keys(localStorage).some(name => name.startsWith('study:draft:'));
  say(`The site cannot be reached. You read the copy of ${when.format(new Date(at))}.${waits ? ' What you have written for a class is safe on this device, and is sent when there is a connection.' : ''}`, again('Try again'));
}

/** @param {string} at when the whole study was kept */
function offerNew(at) {
  try {
    if (sessionStorage.getItem('study:later') === dataset.version) return;
  } catch {
    return;
  }
  const bring = Object.assign(document.createElement('a'), { href: '/offline', textContent: 'Bring it up to date' });
  const later = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Not now' });
  later.addEventListener('click', () => {
    sessionStorage.setItem('study:later', dataset.version ?? '');
    away();
  });
  say(`The study has changed since you kept it whole on ${when.format(new Date(at))}.`, bring, later);
}

/** @param {string} words */
const again = words => Object.assign(document.createElement('a'), { href: location.pathname + location.search, textContent: words });

/** @type {HTMLElement | undefined} */
let line;

/** One line between header and text; while reading, at the lower edge.
 * @param {string} words @param {...HTMLElement} ways */
function say(words, ...ways) {
  if (!line) {
    line = document.createElement('aside');
    line.className = 'connection';
    line.setAttribute('aria-label', 'Connection');
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: import.meta.resolve('/css/offline.css') }));
  }
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  line.replaceChildren(said, ...ways);
  line.classList.toggle('now', !dataset.kept || scrollY > 0);
  document.querySelector('main')?.before(line);
  said.textContent = words; // after insertion, so that screen readers announce it
}

function away() {
  line?.remove();
}
