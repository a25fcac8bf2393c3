// @ts-check
// The one module every page loads. It fetches the others when they are first used.

/** Loads an element's modules and runs them on it: /js/NAME.js for each NAME in its data-module.
 * @param {HTMLElement} element */
function loadModules(element) {
  for (const name of (element.dataset.module ?? '').split(' '))
    import(`/js/${name}.js`).then(({ default: take }) => take(element));
}

/** Whether this reader has been here before. On a first visit nothing is fetched until it is needed. */
function hasRead() {
  try {
    return localStorage.getItem('study:read') !== null;
  } catch {
    return false;
  }
}

/** When an element's modules are loaded, by its data-when. Without one, at once.
 * @type {Record<string, (then: () => void, element: HTMLElement) => void>} */
const moments = {
  // The reader scrolls, points or types, or arrived at a place within the page.
  moved(then) {
    if (hasRead() || scrollY > 0) return then();
    const heard = new AbortController();
    /** @param {Event} event */
    const hear = event => {
      // A page that appears under a resting pointer gets a move event without movement.
      if (event instanceof PointerEvent && event.type === 'pointermove' && !event.movementX && !event.movementY) return;
      heard.abort();
      then();
    };
    for (const sign of ['scroll', 'pointermove', 'pointerdown', 'keydown'])
      addEventListener(sign, hear, { passive: true, signal: heard.signal });
  },
  // The reader has moved, and it is less than a screen away.
  near(then, element) {
    const watch = new IntersectionObserver(changes => {
      if (!changes.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      then();
    }, { rootMargin: '100% 0px' });
    moments.moved(() => watch.observe(element), element);
  },
  // The reader has been here before; others have nothing to restore.
  back(then) {
    if (hasRead()) then();
  },
  // There is room for a margin beside the text.
  wide(then) {
    const room = matchMedia('(min-width: 64rem)');
    if (room.matches) return then();
    room.addEventListener('change', then, { once: true });
  },
};

// Practice questions get their form here; a question assigned to a class already has one from the server.
for (const question of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.question:not(.answering)')))
  Object.assign(question.dataset, { module: 'question', when: 'near' });

for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-module]')))
  (moments[element.dataset.when ?? ''] ?? (then => then()))(() => loadModules(element), element);

// A link to a place inside a closed fold opens the fold. Some browsers do this themselves.
function unfold() {
  const target = document.querySelector(':target');
  let fold = target?.closest('details:not([open])');
  if (!target || !fold) return;
  for (; fold; fold = fold.closest('details:not([open])')) fold.setAttribute('open', '');
  target.scrollIntoView();
}

addEventListener('hashchange', unfold);
unfold();

// Pages that were read stay readable without a connection. A kept copy says so at once; otherwise this waits for the reader to move.
// On the page for signing out and clearing the device nothing is kept.
if ('serviceWorker' in navigator && !document.querySelector('[data-leaving]')) {
  const { dataset } = document.documentElement;
  const start = () => import('/js/offline.js').then(({ default: offline }) => offline());
  if (dataset.kept) start();
  else moments.moved(start, document.body);
}

// These links open a small box about their target when the mouse rests on them, on touch, and on Enter. A mouse click follows them
// at once, as everywhere.
const boxed = 'main a:is(.term, .person, .event, .place, .number), main .cite a';
const hoverFor = 300;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
/** @type {Element | null} */
let under = null;
let [x, y] = [-1, -1];
let pressedBy = '';

/** @param {EventTarget | null} target */
const boxedLink = target => /** @type {HTMLAnchorElement | null} */ (target instanceof Element ? target.closest(boxed) : null);

/** @param {HTMLAnchorElement} link
 * @param {boolean} isAsked whether the reader asked for it, as opposed to resting the mouse there */
async function openBox(link, isAsked) {
  try {
    const boxes = await import('/js/boxes.js');
    await boxes.open(link, isAsked);
  } catch {
    if (isAsked) location.assign(link.href); // without a connection there is no box, but the link still works
  }
}

for (const link of document.querySelectorAll(boxed)) {
  link.setAttribute('aria-haspopup', 'dialog');
  link.setAttribute('aria-expanded', 'false');
}

document.addEventListener('pointerdown', event => pressedBy = event.pointerType, { passive: true });

document.addEventListener('click', event => {
  const link = boxedLink(event.target);
  clearTimeout(waiting);
  const isMouse = event.detail > 0 && pressedBy === 'mouse'; // activation by keyboard or screen reader has a detail of 0
  if (!link || isMouse || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  openBox(link, true);
});

document.addEventListener('keydown', event => {
  const link = event.key === ' ' ? boxedLink(event.target) : null;
  if (!link) return;
  event.preventDefault();
  link.click();
});

document.addEventListener('pointermove', event => {
  // Scrolling under a resting mouse fires this too; only a mouse that moved points at a link.
  if (event.pointerType !== 'mouse' || (event.clientX === x && event.clientY === y)) return;
  [x, y] = [event.clientX, event.clientY];
  const link = boxedLink(event.target);
  if (link === under) return;
  under = link;
  clearTimeout(waiting);
  if (link) waiting = setTimeout(() => openBox(link, false), hoverFor);
}, { passive: true });

// The reading settings open in a panel beside the text, except on their own page.
document.querySelector('.aa a:not([aria-current])')?.addEventListener('click', async event => {
  const link = /** @type {HTMLAnchorElement} */ (event.currentTarget);
  if (!(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  try {
    const settings = await import('/js/settings.js');
    await settings.open(link);
  } catch {
    location.assign(link.href);
  }
});

document.addEventListener('scroll', () => {
  clearTimeout(waiting);
  under = null;
}, { passive: true });
