// @ts-check
// Real names for a teacher: read from the teacher's own file, kept in the browser, and shown beside the card numbers.
// Nothing here sends anything: the file input has no name, and the one request made (for the table) carries none.

/** @typedef {{ names: Map<number, string>, problems: string[] }} Read */

/** Names by card number. The file has lines "number,name"; commas, semicolons and tabs part them, quotes may hold them, a first line may be a heading.
 * @param {string} text
 * @returns {Read} */
export function read(text) {
  /** @type {Map<number, string>} */ const names = new Map();
  /** @type {string[]} */ const problems = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  let seen = false;
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const first = !seen;
    seen = true;
    const [number, name] = cells(line, parter(line)).map(cell => cell.replace(/\s+/g, ' ').trim());
    const at = `Line ${index + 1}`;
    if (!/^\d{1,4}$/.test(number)) {
      if (!first) problems.push(`${at}: “${short(number)}” is not a card number.`);
      else if (/\d/.test(number)) problems.push(`${at}: “${short(number)}” is not a card number.`);
    } else if (!name) problems.push(`${at}: no name after number ${number}.`);
    else if (names.has(Number(number))) problems.push(`${at}: number ${Number(number)} stands in an earlier line too; the first one counts.`);
    else names.set(Number(number), name);
  });
  return { names, problems };
}

/** The separator: whichever of the three comes first outside quotes.
 * @param {string} line */
function parter(line) {
  return /[,;\t]/.exec(line.replace(/"(?:[^"]|"")*"/g, ''))?.[0] ?? ',';
}

/** @param {string} line @param {string} by */
function cells(line, by) {
  const found = [''];
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const letter = line[i];
    if (letter === '"' && quoted && line[i + 1] === '"') found[found.length - 1] += line[++i];
    else if (letter === '"' && (quoted || found[found.length - 1].trim() === '')) quoted = !quoted;
    else if (letter === by && !quoted) found.push('');
    else found[found.length - 1] += letter;
  }
  return found;
}

/** @param {string} text */
const short = text => text.length > 20 ? `${text.slice(0, 20)}…` : text;

/** The table with a column of names after the numbers. Its cells may hold line breaks.
 * @param {string} csv @param {Map<number, string>} names */
export function join(csv, names) {
  let head = true;
  // A row begins with an unquoted number; a line break inside quotes does not begin one.
  return csv.replace(/((?:"(?:[^"]|"")*"|[^"\r\n])+)(\r\n|$)/g, (_, row, end) => {
    const comma = row.indexOf(',');
    const number = row.slice(0, comma).replace(/^\uFEFF/, '');
    const name = head ? 'name' : cell(names.get(Number(number)) ?? '');
    head = false;
    return `${row.slice(0, comma)},${name}${row.slice(comma)}${end}`;
  });
}

/** One cell; what a spreadsheet would calculate is made text.
 * @param {string} text */
function cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[,;\t"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Puts names beside numbers, and takes away those that were there.
 * @param {Map<number, string>} names */
function show(names) {
  for (const old of document.querySelectorAll('.real-name')) old.remove();
  for (const who of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-student-number]'))) {
    const name = names.get(Number(who.dataset.studentNumber));
    if (who instanceof HTMLOptionElement) {
      who.dataset.plain ??= who.text;
      who.text = name ? `${who.dataset.plain} (${name})` : who.dataset.plain;
    } else if (name) {
      const real = document.createElement('span');
      real.className = 'real-name';
      real.textContent = name;
      who.append(' ', real);
    }
  }
}

/** Where names are kept: for this tab, or on this device.
 * @param {string} key */
function drawer(key) {
  /** @param {(store: Storage) => string | null | void} use */
  const each = use => [() => sessionStorage, () => localStorage].map(open => {
    try { return use(open()) ?? null; } catch { return null; } // storage may be blocked
  });
  return {
    /** @returns {Map<number, string>} */
    names() {
      const kept = each(store => store.getItem(key)).find(text => text);
      try { return new Map(JSON.parse(kept ?? '[]')); } catch { return new Map(); }
    },
    clear: () => void each(store => store.removeItem(key)),
    /** @param {Map<number, string>} names @param {boolean} now */
    keep(names, now) {
      this.clear();
      (now ? sessionStorage : localStorage).setItem(key, JSON.stringify([...names]));
    },
  };
}

/** @param {HTMLDetailsElement} panel */
export default function studentNames(panel) {
  const kept = drawer(panel.dataset.namesKey ?? '');
  const find = /** @param {string} what */ what => /** @type {HTMLElement} */ (panel.querySelector(what));
  const [file, now] = [/** @type {HTMLInputElement} */ (find('input[type=file]')), /** @type {HTMLInputElement} */ (find('input[type=checkbox]'))];
  const [said, state, clear] = [find('[role=status]'), find('.names-state'), find('[data-names-clear]')];
  const table = /** @type {HTMLElement | null} */ (document.querySelector('[data-names-csv]'));

  function refresh() {
    const names = kept.names();
    show(names);
    state.textContent = names.size ? `(${names.size} shown, on this device only)` : '(none loaded)';
    clear.hidden = !names.size;
    if (table) table.hidden = !names.size;
  }

  /** @param {string} sentence @param {string[]} [lines] */
  function say(sentence, lines = []) {
    const words = document.createElement('p');
    words.textContent = sentence;
    const list = document.createElement('ul');
    for (const line of lines.slice(0, 20)) list.appendChild(document.createElement('li')).textContent = line;
    if (lines.length > 20) list.appendChild(document.createElement('li')).textContent = `and ${lines.length - 20} more`;
    said.replaceChildren(words, ...(lines.length ? [list] : []));
  }

  file.addEventListener('change', async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    let text = '';
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(await chosen.arrayBuffer());
    } catch {
      return say('This file is not UTF-8, so names in it would be misspelt. In your spreadsheet choose “CSV UTF-8” when you save it.');
    } finally {
      file.value = ''; // lets the same file be chosen again after a correction
    }
    const { names, problems } = read(text);
    if (names.size === 0) return say('No line of this file holds a card number and a name.', problems);
    try {
      kept.keep(names, now.checked);
    } catch {
      show(names);
      return say('This browser keeps nothing, so the names are shown on this page only.', problems);
    }
    say(`${names.size} ${names.size === 1 ? 'name' : 'names'} loaded.${problems.length ? ' Some lines could not be used:' : ''}`, problems);
    refresh();
  });

  clear.addEventListener('click', () => {
    kept.clear();
    refresh();
    say('The names are removed from this device.');
  });

  table?.addEventListener('click', async () => {
    const answer = await fetch(table.dataset.namesCsv ?? '');
    if (!answer.ok) return say('The table could not be fetched. Please try again.');
    const address = URL.createObjectURL(new Blob(['\uFEFF', join((await answer.text()).replace(/^\uFEFF/, ''), kept.names())], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'assignment-with-names.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  });

  panel.hidden = false;
  refresh();
}
