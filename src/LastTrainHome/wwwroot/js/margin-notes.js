// @ts-check
// Where there is room beside the text, shows what a citation cites and the verdict on a statement. It repeats the lists below for the eye
// only; screen readers and paper have the lists.

/** @param {HTMLElement} margin empty, within the text */
export default function marginNotes(margin) {
  const text = /** @type {HTMLElement} */ (margin.parentElement);
  const notes = [...marks(text)].map(({ mark, note }) => ({ mark, note: margin.appendChild(note) }));

  function settle() {
    const top = text.getBoundingClientRect().top;
    let free = 0;
    for (const { mark, note } of notes) {
      const at = mark.getClientRects()[0];
      note.hidden = !at; // inside a closed content note
      if (!at) continue;
      free = Math.max(free, at.top - top);
      note.style.insetBlockStart = `${free}px`;
      free += note.offsetHeight + 12;
    }
  }

  new ResizeObserver(settle).observe(text);
}

/** Every source where it is first cited, and every statement where the text links to it.
 * @param {HTMLElement} text */
function* marks(text) {
  const told = new Set();
  for (const mark of /** @type {NodeListOf<HTMLAnchorElement>} */ (text.querySelectorAll('.cite a, a.claim'))) {
    const leads = mark.getAttribute('href') ?? '';
    if (told.has(leads)) continue;
    told.add(leads);
    const note = mark.matches('.claim') ? ofStatement(leads) : ofSource(leads);
    if (note) yield { mark, note };
  }
}

/** @param {string} address */
function ofStatement(address) {
  const statement = [...document.querySelectorAll('.checked .claims a')].find(link => link.getAttribute('href') === address);
  const verdict = statement?.nextElementSibling;
  if (!verdict) return null;
  const note = document.createElement('p');
  note.className = `checked-here ${verdict.className}`.replace(' verdict', '');
  const head = document.createElement('b');
  head.textContent = 'Statement checked: ';
  note.append(head, verdict.textContent ?? '');
  return note;
}

/** @param {string} fragment */
function ofSource(fragment) {
  const source = document.getElementById(fragment.slice(1));
  if (!source) return null;
  const note = document.createElement('p');
  for (const node of source.cloneNode(true).childNodes) {
    const words = node.textContent ?? '';
    if (node instanceof Element && (node.matches('.more') || words.startsWith('http'))) continue;
    if (words.startsWith('. ')) continue; // the rest of an address
    note.append(node instanceof HTMLAnchorElement ? words : node.cloneNode(true));
  }
  return note;
}
