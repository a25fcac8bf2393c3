// @ts-check
// The form for the reading settings, which are stored on this device only. js/apply-settings.js puts them on <html>.

const key = 'study:settings';
const chosen = document.documentElement.dataset;

/** @type {HTMLDialogElement | undefined} */
let panel;

/** Shows the current settings in the form and applies each choice at once.
 * @param {HTMLFormElement} form */
export default function settings(form) {
  const choices = [...form.querySelectorAll('input')];
  const show = () => {
    for (const choice of choices) choice.checked = choice.value === (chosen[choice.name] ?? '');
  };

  form.addEventListener('change', () => keep(choices.filter(choice => choice.checked)));
  form.addEventListener('reset', event => {
    event.preventDefault();
    keep(choices.filter(choice => !choice.value));
    show();
  });
  for (const sign of ['storage', 'pageshow']) addEventListener(sign, show); // js/apply-settings.js has handled it already
  show();
}

/** Opens the form in a small panel beside the text.
 * @param {HTMLAnchorElement} link leads to the page that has the form */
export async function open(link) {
  panel ??= await make(link);
  panel.showModal();
}

/** @param {HTMLInputElement[]} choices one for each setting; without a value: as it comes */
function keep(choices) {
  for (const { name, value } of choices)
    if (value) chosen[name] = value;
    else delete chosen[name];
  try {
    // On a shared device a choice lasts as long as the tab.
    const shelf = chosen.device === 'shared' ? sessionStorage : localStorage;
    shelf.setItem(key, JSON.stringify(Object.fromEntries(choices.filter(({ value }) => value).map(({ name, value }) => [name, value]))));
  } catch {
    // Storage is blocked: the choice lasts until the page is left.
  }
}

/** @param {HTMLAnchorElement} link */
async function make(link) {
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: import.meta.resolve('/css/settings.css') });
  const styled = new Promise((done, failed) => {
    sheet.addEventListener('load', done);
    sheet.addEventListener('error', failed);
  });
  document.head.append(sheet);
  const [answer] = await Promise.all([fetch(link.href), styled]);
  if (!answer.ok) throw new Error(`${link.href}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const form = page.querySelector('form.settings');
  if (!(form instanceof HTMLFormElement)) throw new Error(`${link.href}: no form`);

  const made = document.createElement('dialog');
  made.className = 'settings-panel';
  made.setAttribute('aria-labelledby', '_settings-title');
  const head = document.createElement('h2');
  head.id = '_settings-title';
  head.textContent = page.querySelector('h1')?.textContent ?? link.textContent;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'close';
  close.textContent = 'Close';
  close.addEventListener('click', () => made.close());
  const all = document.adoptNode(form);
  made.append(head, close, all);
  made.addEventListener('click', event => {
    if (event.target === made) made.close(); // beside the panel
  });
  document.body.append(made);
  settings(all);
  return made;
}
