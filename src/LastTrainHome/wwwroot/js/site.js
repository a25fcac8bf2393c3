// @ts-check
// The one module every page loads. It fetches the others when they are first used.

/** Lets an element's own modules take it up: /js/NAME.js for each NAME in its data-module.
 * @param {HTMLElement} element */
function enliven(element) {
  for (const name of (element.dataset.module ?? '').split(' '))
    import(`/js/${name}.js`).then(({ default: take }) => take(element));
}

/** Who has read here before finds the place at once; on a first visit nothing is fetched that nothing has asked for. */
function hasRead() {
  try {
    return localStorage.getItem('study:read') !== null;
  } catch {
    return false;
  }
}

/** When an element's modules are needed, by its data-when. Without one: at once.
 * @type {Record<string, (then: () => void, element: HTMLElement) => void>} */
const moments = {
  // The reader scrolls, points or types, or came to a place within the page.
  moved(then) {
    if (hasRead() || scrollY > 0) return then();
    const heard = new AbortController();
    /** @param {Event} event */
    const hear = event => {
      // A page that appears under a pointer at rest is told of a move that was none.
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
  // Only who has read here before has anything to find.
  back(then) {
    if (hasRead()) then();
  },
  // There is room beside the text.
  wide(then) {
    const room = matchMedia('(min-width: 64rem)');
    if (room.matches) return then();
    room.addEventListener('change', then, { once: true });
  },
};

// A question in a text is the same for everybody; one that is set to a class has its form from the server.
for (const question of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.question:not(.answering)')))
  Object.assign(question.dataset, { module: 'question', when: 'near' });

for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-module]')))
  (moments[element.dataset.when ?? ''] ?? (then => then()))(() => enliven(element), element);

// Whoever is sent to a place that is folded finds it open. Some browsers do so themselves.
function unfold() {
  const target = document.querySelector(':target');
  let fold = target?.closest('details:not([open])');
  if (!target || !fold) return;
  for (; fold; fold = fold.closest('details:not([open])')) fold.setAttribute('open', '');
  target.scrollIntoView();
}

addEventListener('hashchange', unfold);
unfold();

// What is read stays readable without a connection. A page that was kept says so at once; else this waits until somebody reads.
// Whoever is about to leave and to clear the device has nothing kept behind that.
if ('serviceWorker' in navigator && !document.querySelector('[data-leaving]')) {
  const { dataset } = document.documentElement;
  const start = () => import('/js/offline.js').then(({ default: offline }) => offline());
  if (dataset.kept) start();
  else moments.moved(start, document.body);
}

// Links that first tell in a small box where they lead: when the mouse rests on them, to a finger, and to Enter. A click of the mouse leads there
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
 * @param {boolean} isAsked whether the reader asked for it, or only rests the mouse there */
async function openBox(link, isAsked) {
  try {
    const boxes = await import('/js/boxes.js');
    await boxes.open(link, isAsked);
  } catch {
    if (isAsked) location.assign(link.href); // no line, no box: the link still leads on
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
  const isMouse = event.detail > 0 && pressedBy === 'mouse'; // pressed on the keyboard or by a screen reader, a link counts no click
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
  // A page that scrolls under a resting mouse moves as well; only a mouse that moves itself means a link.
  if (event.pointerType !== 'mouse' || (event.clientX === x && event.clientY === y)) return;
  [x, y] = [event.clientX, event.clientY];
  const link = boxedLink(event.target);
  if (link === under) return;
  under = link;
  clearTimeout(waiting);
  if (link) waiting = setTimeout(() => openBox(link, false), hoverFor);
}, { passive: true });

// The reader's settings open beside what is read; on their own page the link leads nowhere else.
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
