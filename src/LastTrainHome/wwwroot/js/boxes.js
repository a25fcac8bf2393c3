// @ts-check
// A small box beside a link describes its target. One at a time; it takes focus only when asked for, and never covers the link's own line.

const gap = 6;
const edge = 8;
const leaveFor = 300;
const phone = matchMedia('(max-width: 40rem)');

/** @type {Map<string, string>} */
const kept = new Map();

/** @type {HTMLElement | undefined} */
let box;
/** @type {HTMLAnchorElement | null} */
let opener = null;
let isHovered = false;
let turn = 0;
let scrolledAt = -Infinity;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let leaving;

/** Opens a link's box. If that box is already open, the link is followed.
 * @param {HTMLAnchorElement} link
 * @param {boolean} isAsked */
export async function open(link, isAsked) {
  if (opener === link) {
    if (isAsked) location.assign(link.href);
    return;
  }
  const mine = ++turn;
  const [html] = await Promise.all([contentOf(link), styled]);
  const isLate = mine !== turn || (!isAsked && (!link.matches(':hover') || performance.now() - scrolledAt < leaveFor));
  if (isLate) return;

  close(false);
  box ??= make();
  box.innerHTML = html;
  box.hidden = false;
  box.scrollTop = 0;
  opener = link;
  isHovered = !isAsked;
  link.setAttribute('aria-expanded', 'true');
  place(box, link);
  if (isAsked) box.focus({ preventScroll: true });
}

/** @param {boolean} returnsFocus */
function close(returnsFocus) {
  clearTimeout(leaving);
  if (!opener || !box) return;
  const link = opener;
  opener = null;
  box.hidden = true;
  link.setAttribute('aria-expanded', 'false');
  if (returnsFocus) link.focus({ preventScroll: true });
}

/** The address of the box's content.
 * @param {HTMLAnchorElement} link */
function addressOf({ pathname, hash }) {
  const fragment = hash.slice(1);
  if (fragment.startsWith('source-')) return `/boxes/sources/${fragment.slice('source-'.length)}`;
  if (pathname === '/timeline') return `/boxes/events/${fragment}`;
  return `/boxes${pathname}${fragment && `/${fragment}`}`;
}

/** @param {HTMLAnchorElement} link */
async function contentOf(link) {
  const address = addressOf(link);
  const had = kept.get(address);
  if (had !== undefined) return had;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const html = await answer.text();
  kept.set(address, html);
  return html;
}

// The style sheet is loaded with the first box.
const styled = new Promise((done, failed) => {
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: import.meta.resolve('/css/boxes.css') });
  sheet.addEventListener('load', done);
  sheet.addEventListener('error', failed);
  document.head.append(sheet);
});

function make() {
  const made = document.createElement('div');
  made.id = '_box';
  made.className = 'box';
  made.tabIndex = -1;
  made.setAttribute('role', 'dialog');
  made.setAttribute('aria-labelledby', '_box-title');
  document.body.append(made);
  return made;
}

/** @param {HTMLElement} box
 * @param {HTMLAnchorElement} link */
function place(box, link) {
  Object.assign(box.style, { insetBlockStart: '', insetInlineStart: '', maxBlockSize: '' });
  box.classList.toggle('sheet', phone.matches);
  box.classList.remove('above');
  if (phone.matches) {
    // Scroll up a little rather than cover the line; where that is impossible, put the sheet at the top.
    scrollBy({ top: Math.max(0, link.getBoundingClientRect().bottom + edge - box.getBoundingClientRect().top), behavior: 'instant' });
    box.classList.toggle('above', link.getBoundingClientRect().bottom > box.getBoundingClientRect().top);
    return;
  }

  const line = link.getBoundingClientRect();
  const top = Math.min(line.top, ...[...link.querySelectorAll('rt')].map(said => said.getBoundingClientRect().top)); // a pronunciation stands above the line
  const { width, height } = box.getBoundingClientRect();
  const [above, below] = [top - gap - edge, innerHeight - line.bottom - gap - edge];
  const isBelow = height <= below || below >= above;
  const tall = Math.min(height, Math.max(isBelow ? below : above, 0));
  const left = Math.max(edge, Math.min(line.left, document.documentElement.clientWidth - width - edge));
  Object.assign(box.style, {
    insetBlockStart: `${scrollY + (isBelow ? line.bottom + gap : top - gap - tall)}px`,
    insetInlineStart: `${scrollX + left}px`,
    maxBlockSize: `${tall}px`,
  });
}

document.addEventListener('keydown', event => {
  if (!opener || !box) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    close(box.contains(document.activeElement));
  } else if (event.key === 'Tab' && box.contains(document.activeElement)) {
    // No focus trap: Tab after the last link continues in the text, and before the first returns to it.
    const links = [...box.querySelectorAll('a')];
    const at = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    if (event.shiftKey ? at <= 0 : at === links.length - 1) {
      if (event.shiftKey) event.preventDefault();
      close(true);
    }
  }
});

document.addEventListener('pointerdown', event => {
  if (box && opener && event.target instanceof Node && !box.contains(event.target) && !opener.contains(event.target)) close(false);
});

document.addEventListener('focusin', event => {
  if (box && opener && !isHovered && event.target instanceof Node && !box.contains(event.target) && event.target !== opener) close(false);
});

document.addEventListener('pointermove', event => {
  if (!box || !opener || !isHovered || event.pointerType !== 'mouse' || !(event.target instanceof Node)) return;
  const isNear = box.contains(event.target) || opener.contains(event.target);
  if (isNear) {
    clearTimeout(leaving);
    leaving = undefined;
  } else {
    leaving ??= setTimeout(() => {
      leaving = undefined;
      if (!box?.contains(document.activeElement)) close(false);
    }, leaveFor);
  }
}, { passive: true });

document.addEventListener('scroll', () => scrolledAt = performance.now(), { passive: true });
addEventListener('pagehide', () => close(false));
