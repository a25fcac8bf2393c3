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
 * @type {Record<string, (then: () => void) => void>} */
const moments = {
  // The reader scrolls, points or types.
  moved(then) {
    if (hasRead()) return then();
    const heard = new AbortController();
    for (const sign of ['scroll', 'pointermove', 'pointerdown', 'keydown'])
      addEventListener(sign, () => { heard.abort(); then(); }, { passive: true, signal: heard.signal });
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

for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-module]')))
  (moments[element.dataset.when ?? ''] ?? (then => then()))(() => enliven(element));
