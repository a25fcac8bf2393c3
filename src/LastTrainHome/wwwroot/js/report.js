// @ts-check
// Keeps a report's text in this tab until it is sent, so that a lost connection or a wrong click loses nothing.

const name = 'study:report';
const kinds = ['Text', 'Source']; // contact details are not stored

/** @param {HTMLElement} element the form, or the head of the page that says the report was sent */
export default function report(element) {
  if (!(element instanceof HTMLFormElement)) return forget();
  const page = element.dataset.page ?? '';
  const fields = kinds.map(kind => /** @type {HTMLTextAreaElement} */ (element.elements.namedItem(kind)));
  const kept = read();
  if (kept.page === page) for (const field of fields) field.value ||= kept[field.name] ?? '';
  element.addEventListener('input', () => keep({ page, ...Object.fromEntries(fields.map(field => [field.name, field.value])) }));
}

/** @returns {Record<string, string>} */
function read() {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}');
  } catch {
    return {}; // storage is blocked
  }
}

/** @param {Record<string, string>} typed */
function keep(typed) {
  try {
    sessionStorage.setItem(name, JSON.stringify(typed));
  } catch {
    // Blocked or full: carry on without it.
  }
}

function forget() {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Storage is blocked.
  }
}
