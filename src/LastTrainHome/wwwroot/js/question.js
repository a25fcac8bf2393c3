// @ts-check
// Gives a question in the text its form: a choice is explained at once, an open question gets a field. Answers are kept on this device.
// Feedback is copied from the folded answer under the question, so that it is in the language the page was translated into.
import { answers, isShared, keepAnswer } from '/js/device-storage.js';

const most = 20_000; // the limit for answers handed in to a class

/** @param {HTMLElement} section */
export default async function question(section) {
  await styled;
  const list = /** @type {HTMLElement | null} */ (section.querySelector('.choices'));
  if (list) new Choosing(section, list);
  else new Writing(section);
  section.classList.add('ready');
}

const styled = new Promise(done => {
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: import.meta.resolve('/css/question.css') });
  for (const end of ['load', 'error']) sheet.addEventListener(end, done);
  document.head.append(sheet);
});

/** What both forms share: a line that says what is kept, with a link to everything kept. */
class Asked {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
    this.id = section.id.replace('q-', '');
    this.form = make('form', 'fields');
    this.form.addEventListener('submit', event => event.preventDefault());
    this.state = make('span');
    this.state.setAttribute('role', 'status');
    const all = make('a', '', 'All that is kept');
    all.href = '/my-work';
    this.line = make('p', 'kept');
    this.line.append(this.state, ' ', all);
    this.said = '';

    // Another tab may have changed the answer, or the reader came back to this page.
    addEventListener('storage', ({ key }) => key === 'study:answers' && this.fresh());
    addEventListener('pageshow', event => event.persisted && this.fresh());
  }

  get kept() {
    return isShared ? undefined : answers()[this.id];
  }

  fresh() {}

  /** @param {string} text @param {number[]} choices @param {string[]} chosen */
  keep(text, choices, chosen) {
    const title = this.section.closest('[data-title]')?.getAttribute('data-title') ?? plain(document.querySelector('h1'));
    const answer = { page: location.pathname.slice(1), title, prompt: plain(this.section.querySelector('.prompt')), text, choices, chosen, at: Date.now() };
    const isKept = keepAnswer(this.id, text.trim() || choices.length > 0 ? answer : null);
    this.line.classList.toggle('refused', !isKept);
    this.say(isKept ? 'Kept on this device.' : isShared ? 'Not kept: others use this device too.' : 'Not kept: this browser lets the page keep nothing.');
  }

  /** @param {string} before what to say as long as nothing is kept */
  sayWhatIsKept(before) {
    const at = this.kept?.at;
    this.line.classList.remove('refused');
    this.say(at ? `Kept on this device, ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(at)}.`
      : isShared ? 'Nothing is kept: others use this device too.' : before);
  }

  /** Avoids announcing the same words twice, even when a translation changed them.
   * @param {string} sentence */
  say(sentence) {
    if (this.said !== sentence) this.state.textContent = this.said = sentence;
  }
}

class Writing extends Asked {
  /** @param {HTMLElement} section */
  constructor(section) {
    super(section);
    const label = make('label', '', 'Your answer');
    this.field = make('textarea');
    Object.assign(this.field, { rows: 4, maxLength: most, dir: 'auto' });
    this.field.setAttribute('aria-describedby', this.line.id = `${section.id}-kept`);
    this.paper = make('div', 'written'); // a text field prints only its visible part
    label.append(this.field);
    this.form.append(label, this.paper, this.line);
    section.querySelector('.prompt')?.after(this.form);
    this.fresh();
    this.field.addEventListener('input', () => {
      this.paper.textContent = this.field.value;
      this.keep(this.field.value, [], []);
    });
  }

  fresh() {
    if (!isShared && document.activeElement !== this.field) this.paper.textContent = this.field.value = this.kept?.text ?? '';
    this.sayWhatIsKept('Kept on this device as you type.');
  }
}

class Choosing extends Asked {
  /** @param {HTMLElement} section @param {HTMLElement} list */
  constructor(section, list) {
    super(section);
    this.answer = /** @type {HTMLElement} */ (section.querySelector('.answer'));
    this.keys = [...this.answer.querySelectorAll(':scope > ol > li')];
    this.isOne = this.keys.filter(key => key.matches('.right')).length === 1;
    this.choices = [...list.children].map((line, position) => {
      const input = make('input');
      Object.assign(input, { type: this.isOne ? 'radio' : 'checkbox', name: section.id, value: String(position) });
      const label = make('label');
      const words = make('span');
      words.append(...line.childNodes);
      label.append(input, words);
      const told = make('div', 'own');
      told.setAttribute('aria-live', 'polite');
      line.append(label, told);
      return { line, input, words, told, key: this.keys[position] };
    });

    const fields = make('fieldset');
    fields.setAttribute('aria-labelledby', `${section.id}-prompt`);
    this.button = make('button', '', 'Check');
    this.outcome = make('div', 'outcome');
    this.outcome.setAttribute('role', 'status');
    const foot = make('div', 'foot');
    foot.append(this.button, this.line);
    list.before(this.form);
    fields.append(list);
    this.form.append(fields, foot, this.outcome);
    this.fresh();

    this.form.addEventListener('change', () => this.clear());
    this.form.addEventListener('submit', () => (this.isChecked ? this.again() : this.check()));
  }

  isChecked = false;

  fresh() {
    const { kept } = this;
    if (!isShared && !this.isChecked) for (const { input } of this.choices) input.checked = kept?.choices?.includes(Number(input.value)) ?? false;
    this.sayWhatIsKept('Kept on this device once checked.');
  }

  check() {
    const picked = this.choices.filter(({ input }) => input.checked);
    if (picked.length === 0) return this.outcome.replaceChildren(make('b', '', this.isOne ? 'Choose one first.' : 'Choose at least one first.'));

    for (const { line, told, key } of picked) {
      line.classList.add(key.className);
      told.replaceChildren(...[...key.querySelectorAll(':scope > :is(.verdict, .feedback)')].map(part => part.cloneNode(true)));
    }
    const isAllRight = picked.every(({ key }) => key.matches('.right'));
    const isWhole = picked.length === this.keys.filter(key => key.matches('.right')).length;
    const words = make('p');
    words.append(make('b', '', isAllRight && isWhole ? 'That is right.' : isAllRight ? 'Right so far, but not all.' : 'Not quite.'));
    const lesson = this.answer.querySelector(':scope > .feedback')?.cloneNode(true);
    this.outcome.replaceChildren(words, ...(lesson ? [lesson] : []));
    this.button.textContent = 'Try again';
    this.isChecked = true;
    this.keep('', picked.map(({ input }) => Number(input.value)), picked.map(({ words }) => plain(words)));
  }

  clear() {
    for (const { line, told } of this.choices) {
      line.classList.remove('right', 'wrong');
      told.replaceChildren();
    }
    this.outcome.replaceChildren();
    if (this.isChecked) this.button.textContent = 'Check';
    this.isChecked = false;
  }

  again() {
    this.clear();
    for (const { input } of this.choices) input.checked = false;
    this.choices[0].input.focus();
  }
}

/** @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {string} [className] @param {string} [text]
 * @returns {HTMLElementTagNameMap[T]} */
function make(tag, className = '', text = '') {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** Words without what stands above and behind them. @param {Element | null} element */
function plain(element) {
  const copy = /** @type {Element | undefined} */ (element?.cloneNode(true));
  for (const mark of copy?.querySelectorAll('rt, rp, .cite, .anchor') ?? []) mark.remove();
  return (copy?.textContent ?? '').trim().replace(/\s+/g, ' ');
}
