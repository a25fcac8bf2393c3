// @ts-check
// What somebody types into a report stays in this tab until it is sent: a lost connection or a wrong turn takes none of it.

const name = 'study:report';
const kinds = ['Text', 'Source']; // how to reach somebody is kept nowhere

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
    return {}; // closed: nothing was kept
  }
}

/** @param {Record<string, string>} typed */
function keep(typed) {
  try {
    sessionStorage.setItem(name, JSON.stringify(typed));
  } catch {
    // Closed or full: one goes on without it.
  }
}

function forget() {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}
