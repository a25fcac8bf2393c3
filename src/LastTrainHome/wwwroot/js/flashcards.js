// @ts-check
// Shows the cards one at a time in random order. Only this page knows which come again; without script the list serves for practice.

const soon = 5; // cards until one comes again

/** @param {HTMLElement} place with the list, the way into it, the ways through it and its end */
export default function flashcards(place) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (place.querySelector(`[data-${name}]`));
  const [start, list, ways, where, show, before, end, anew] = ['start', 'list', 'ways', 'where', 'show', 'before', 'end', 'anew'].map(part);
  const cards = /** @type {HTMLElement[]} */ ([...list.children]);
  const fold = (/** @type {HTMLElement} */ card) => /** @type {HTMLDetailsElement} */ (card.querySelector('details'));
  let [order, at] = [cards, 0];

  const moves = {
    start: begin,
    anew: begin,
    show: () => { fold(order[at]).open = !fold(order[at]).open; },
    next: () => deal(at + 1),
    before: () => deal(Math.max(at - 1, 0)),
    again() {
      const [card] = order.splice(at, 1);
      order.splice(at + soon, 0, card); // at the end where fewer are left
      deal(at);
    },
    all: leave,
    leave,
  };
  for (const [name, move] of Object.entries(moves)) part(name).addEventListener('click', move);
  for (const card of cards) fold(card).addEventListener('toggle', label);
  start.classList.add('ready');

  function begin() {
    order = shuffled(cards);
    list.classList.add('one');
    list.ariaLive = 'polite'; // screen readers announce each card, and its answer as it opens
    start.hidden = true;
    deal(0);
  }

  /** @param {number} next the place of the card; behind the last is the end */
  function deal(next) {
    at = next;
    for (const card of cards) {
      card.hidden = card !== order[at];
      fold(card).open = false;
    }
    const isOver = at === order.length;
    ways.hidden = isOver;
    end.hidden = !isOver;
    where.textContent = isOver ? '' : `${at + 1} of ${order.length}`;
    before.ariaDisabled = String(at === 0); // not disabled, which would lose the focus
    label();
    (isOver ? anew : show).focus();
  }

  function label() {
    if (order[at]) show.textContent = fold(order[at]).open ? 'Hide the answer' : 'Show the answer';
  }

  function leave() {
    list.classList.remove('one');
    list.ariaLive = null;
    for (const card of cards) card.hidden = false;
    ways.hidden = end.hidden = true;
    start.hidden = false;
    start.focus();
  }
}

/** @template T @param {T[]} all @returns {T[]} */
const shuffled = all => all.map(one => ({ one, by: Math.random() })).sort((one, other) => one.by - other.by).map(({ one }) => one);
