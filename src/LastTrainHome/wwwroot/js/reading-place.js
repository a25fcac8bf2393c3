// @ts-check
// Remembers the reader's place in a text, and offers to continue there.
import { keep, places } from '/js/device-storage.js';

/** @param {HTMLElement} text the text, with data-page and data-title */
export default function readingPlace(text) {
  const page = text.dataset.page ?? '';
  const before = places()[page];
  const blocks = [...text.querySelectorAll('p, h2, h3, li, td')].filter(block => block.querySelector('[id]'));
  const seen = new Set();
  const onScreen = new Set();

  for (const stop of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.dots [data-page]')))
    stop.classList.toggle('read', places()[stop.dataset.page ?? '']?.done ?? false);
  if (before && !before.done && before.at && !location.hash && scrollY < 200) offer(before);

  const watch = new IntersectionObserver(changes => {
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) seen.add(target);
      onScreen[isIntersecting ? 'add' : 'delete'](target);
    }
    note();
  });
  for (const block of blocks) watch.observe(block);

  // A paragraph taller than the screen triggers no observer, so the place is noted when scrolling ends, too.
  addEventListener('scrollend', note);
  addEventListener('pagehide', note);

  function note() {
    const first = blocks.find(block => onScreen.has(block));
    if (!first || scrollY < 200) return;
    const part = Math.max(before?.part ?? 0, seen.size / blocks.length);
    const passed = [...text.querySelectorAll('h2, h3')].filter(heading => heading.getBoundingClientRect().top < innerHeight * 0.4);
    keep(page, {
      title: text.dataset.title ?? document.title,
      part,
      at: first.querySelector('[id]')?.id ?? '',
      near: passed.at(-1)?.textContent?.trim() ?? '',
      done: before?.done || (part > 0.8 && seen.has(blocks[blocks.length - 1])),
      when: Date.now(),
    });
  }
}

/** A line at the lower edge that offers to continue, until it is used or dismissed.
 * @param {import('/js/device-storage.js').Place} last */
function offer(last) {
  const line = document.createElement('aside');
  line.className = 'going-on';
  line.setAttribute('aria-label', 'Where you left off');
  const on = document.createElement('a');
  on.href = `#${last.at}`;
  on.textContent = last.near ? `Go on at “${last.near}”` : 'Go on where you left off';
  const away = document.createElement('button');
  away.type = 'button';
  away.textContent = 'Not now';
  for (const end of [on, away]) end.addEventListener('click', () => line.remove());
  line.append(on, away);
  document.querySelector('main')?.prepend(line);
}
