// @ts-check
// Saves an answer while it is typed. The device keeps the text until the server confirms it, and the line under the field says which.

const pause = 800;
const [soonest, latest] = [2000, 60000];

// On a shared device, what is kept ends with the tab.
const shelf = document.documentElement.dataset.device === 'shared' ? sessionStorage : localStorage;

/** @typedef {{ text: string, builtOn: number }} Kept */

/** @param {HTMLElement} element */
export default function answers(element) {
  const name = 'study:draft:' + element.dataset.draft;
  if (element instanceof HTMLFormElement) new Writing(element, name);
  else if (read(name)?.text === element.textContent) forget(name); // handed in, so the copy is no longer needed
}

class Writing {
  /** @type {Promise<void> | undefined} */
  saving;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;
  wait = soonest;
  isStuck = false; // the student must choose between two texts, or the server takes no more

  /** @param {HTMLFormElement} form
   * @param {string} name */
  constructor(form, name) {
    this.form = form;
    this.name = name;
    this.field = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem('Text'));
    this.base = /** @type {HTMLInputElement} */ (form.elements.namedItem('BuiltOn'));
    this.line = /** @type {HTMLElement} */ (form.querySelector('[data-state]'));
    this.sent = this.field.defaultValue; // what the server is known to have
    form.querySelector('[data-save-button]')?.setAttribute('hidden', '');

    const kept = read(name);
    if (kept && kept.text !== this.sent) {
      this.field.value = kept.text;
      this.base.value = String(kept.builtOn);
      this.save();
    } else {
      forget(name);
      if (this.field.value !== this.sent) this.changed(); // the browser put back what was typed
    }

    this.field.addEventListener('input', () => this.changed());
    addEventListener('online', () => this.save());
    addEventListener('pagehide', () => this.save(true));
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.save(true));
    form.addEventListener('submit', event => this.submit(event));
  }

  changed() {
    const kept = keep(this.name, { text: this.field.value, builtOn: Number(this.base.value) });
    if (this.isStuck) return;
    if (!kept) this.say('This device keeps nothing: wait for “saved” before you leave.', 'kept');
    this.later(pause);
  }

  /** @param {number} after */
  later(after) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), after);
  }

  /** One at a time: a save requested while another is under way follows it.
   * @param {boolean} [isLeaving] */
  save(isLeaving = false) {
    if (this.saving || this.isStuck || this.field.value === this.sent) return;
    clearTimeout(this.timer);
    const most = Number(this.form.dataset.most);
    if (this.field.value.length > most)
      return this.say(`Too long to save: ${count(this.field.value.length)} of ${count(most)} characters. Kept on this device.`, 'refused');
    this.saving = this.send(this.field.value, isLeaving).finally(() => {
      this.saving = undefined;
      if (this.field.value !== this.sent) this.later(this.wait);
    });
  }

  /** @param {string} text
   * @param {boolean} isLeaving */
  async send(text, isLeaving) {
    this.say('saving…');
    /** @type {Response} */
    let answer;
    try {
      answer = await this.post(text, isLeaving);
      if (answer.status === 400 && await this.renew()) answer = await this.post(text, isLeaving);
    } catch {
      this.wait = Math.min(Math.max(this.wait, soonest / 2) * 2, latest);
      return this.say('Not sent: kept on this device. It is sent as soon as there is a connection.', 'kept');
    }

    if (answer.ok) {
      const { version, saved } = await answer.json();
      this.sent = text;
      this.base.value = version;
      if (this.field.value === text) forget(this.name);
      else keep(this.name, { text: this.field.value, builtOn: version });
      this.wait = pause; // send what was typed meanwhile soon
      return this.say(`saved ${saved}${this.left()}`);
    }

    if (answer.status === 409) {
      this.isStuck = true;
      return this.choose(await answer.json());
    }

    if (answer.status === 401 || answer.status === 400) {
      this.wait = latest;
      return answer.status === 401
        ? this.say('You have been signed out. Your text is kept on this device: ', 'kept', ['sign in again', `/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`])
        : this.say('This page is out of date. Your text is kept on this device: ', 'kept', ['load it again', location.href]);
    }

    if (answer.status === 403 || answer.status === 404 || answer.status === 413) {
      this.isStuck = answer.status !== 413;
      const { refused } = answer.headers.get('Content-Type')?.includes('json') ? await answer.json() : { refused: 'This assignment has been withdrawn, so nothing can be saved. Your text is kept on this device.' };
      return this.say(refused, 'refused');
    }

    this.wait = Math.min(Math.max(this.wait, soonest / 2) * 2, latest);
    this.say('Not saved: the site could not take it just now. Kept on this device and sent again.', 'kept');
  }

  /** @param {string} text
   * @param {boolean} isLeaving */
  post(text, isLeaving) {
    return fetch(/** @type {string} */ (this.form.dataset.save), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', RequestVerificationToken: this.token.value },
      body: JSON.stringify({ text: text.replace(/\p{Surrogate}/gu, '\ufffd'), choices: [], builtOn: Number(this.base.value) }),
      keepalive: isLeaving && text.length < 15000, // a browser sends no more than 64 KB after the page
    });
  }

  get token() {
    return /** @type {HTMLInputElement} */ (this.form.elements.namedItem('__RequestVerificationToken'));
  }

  /** After signing in again in another tab this page's token is stale. Only a token of the same student is taken. */
  async renew() {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    const form = page.querySelector(`form[data-draft="${this.form.dataset.draft}"]`);
    const token = /** @type {HTMLInputElement | null} */ (form?.querySelector('[name=__RequestVerificationToken]') ?? null);
    if (token) this.token.value = token.value;
    return token !== null;
  }

  /** Both texts are shown; the student picks one or puts them together.
   * @param {{ version: number, text: string }} other */
  choose(other) {
    this.say('This answer was also changed in another tab or on another device. Both texts are kept.', 'kept');
    const box = document.createElement('div');
    box.className = 'other';
    const head = document.createElement('p');
    head.className = 'label';
    head.textContent = 'Saved in the other tab or on the other device';
    const text = document.createElement('div');
    text.className = 'written';
    text.textContent = other.text;
    const ways = document.createElement('p');
    ways.className = 'actions';
    /** @type {[string, () => string][]} */
    const choices = [
      ['Keep what I typed here', () => this.field.value],
      ['Take the other text', () => other.text],
      ['Put both together', () => `${other.text}\n\n${this.field.value}`],
    ];
    for (const [words, result] of choices) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'secondary';
      button.textContent = words;
      button.addEventListener('click', () => {
        this.field.value = result();
        [this.base.value, this.sent, this.isStuck] = [String(other.version), other.text, false];
        keep(this.name, { text: this.field.value, builtOn: other.version });
        box.remove();
        this.field.focus();
        if (this.field.value === other.text) {
          forget(this.name);
          this.say('saved');
        } else {
          this.save();
        }
      });
      ways.append(button);
    }
    box.append(head, text, ways);
    this.field.closest('.field')?.before(box);
  }

  /** Waits for a save under way, or the form would look like one from another tab.
   * @param {SubmitEvent} event */
  async submit(event) {
    clearTimeout(this.timer);
    this.field.value = this.field.value.replaceAll('\0', ''); // no form can carry it
    if (!this.saving) return;
    event.preventDefault();
    await this.saving;
    clearTimeout(this.timer);
    this.form.requestSubmit(event.submitter);
  }

  left() {
    const [length, nearly, most] = [this.field.value.length, Number(this.form.dataset.nearly), Number(this.form.dataset.most)];
    return length < nearly ? '' : `, ${count(length)} of ${count(most)} characters`;
  }

  /** @param {string} sentence
   * @param {string} [look]
   * @param {[words: string, href: string]} [way] */
  say(sentence, look = '', way) {
    this.line.className = `saving ${look}`;
    if (!way && this.line.textContent === sentence) return;
    this.line.textContent = sentence;
    if (!way) return;
    const link = document.createElement('a');
    [link.textContent, link.href] = way;
    this.line.append(link);
  }
}

/** @param {number} number */
const count = number => number.toLocaleString('en');

/** @param {string} name
 * @returns {Kept | null} */
function read(name) {
  try {
    return JSON.parse(shelf.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

/** @param {string} name
 * @param {Kept} kept */
function keep(name, kept) {
  try {
    shelf.setItem(name, JSON.stringify(kept));
    return true;
  } catch {
    return false; // full, or switched off
  }
}

/** @param {string} name */
function forget(name) {
  try {
    shelf.removeItem(name);
  } catch {
    // Storage is not allowed here.
  }
}
