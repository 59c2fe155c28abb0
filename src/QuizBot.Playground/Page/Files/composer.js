// Where members write.

import { h, icon, icons, count } from './dom.js';
import { CommandMenu } from './menu.js';
import { placeKey } from './chat.js';

const LONGEST = 4000;
const TELL_FROM = 3600;

export class Composer {
  #form;
  #text;
  #left;
  #menu;
  #app;
  #place = null;
  #drafts = new Map();

  constructor(form, app) {
    this.#form = form;
    this.#app = app;
    const id = `${form.id}-text`;
    this.#text = h('textarea', { id, rows: 1, class: 'composer-text', spellcheck: 'true', autocapitalize: 'sentences', enterkeyhint: 'send' });
    this.#left = h('p', { class: 'composer-left', id: `${id}-left`, role: 'status', hidden: true });
    const box = h('div', { class: 'menu', hidden: true });
    form.append(box, h('div', { class: 'composer-box' }, this.#text, h('button', { type: 'submit', class: 'send', 'aria-label': 'Send', title: 'Send' }, icon(icons.send))), this.#left);
    this.#menu = new CommandMenu(this.#text, box, app);
    this.#text.addEventListener('keydown', event => this.#key(event));
    this.#text.addEventListener('input', () => this.#fit());
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.#send();
    });
  }

  /** Writes to a place; what was begun elsewhere is kept. */
  show(place, label) {
    if (this.#place) this.#drafts.set(placeKey(this.#place.channel, this.#place.thread), this.#text.value);
    this.#place = place;
    this.#text.setAttribute('aria-label', label);
    this.#text.placeholder = label;
    this.#put(this.#drafts.get(placeKey(place.channel, place.thread)) ?? '');
  }

  /** Writes a beginning that the member goes on with. */
  begin(text) {
    this.#put(text);
    this.focus();
  }

  /** Gives back what was refused, unless something else was begun. */
  restore(place, text) {
    const key = placeKey(place.channel, place.thread);
    if (this.#place && key === placeKey(this.#place.channel, this.#place.thread)) this.#text.value || this.#put(text);
    else if (!this.#drafts.get(key)) this.#drafts.set(key, text);
  }

  focus() {
    this.#text.focus();
  }

  #put(text) {
    this.#text.value = text;
    this.#text.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #key(event) {
    if (this.#menu.key(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    }
  }

  #send() {
    const text = this.#text.value.trim();
    if (!text || text.length > LONGEST || !this.#place) return;
    this.#app.say(this.#place, text);
    this.#put('');
    this.focus();
  }

  #fit() {
    this.#text.style.height = 'auto';
    this.#text.style.height = `${Math.min(this.#text.scrollHeight, innerHeight * 0.4)}px`;
    const length = this.#text.value.trim().length;
    const left = LONGEST - length;
    this.#left.hidden = length < TELL_FROM;
    this.#left.classList.toggle('over', left < 0);
    this.#left.textContent = left < 0 ? `${count(-left, 'character')} too many` : `${count(left, 'character')} left`;
    this.#form.classList.toggle('empty', length === 0);
  }
}
