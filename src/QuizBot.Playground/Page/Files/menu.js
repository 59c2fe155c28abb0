// The menu above a composer that completes commands and their options: a listbox of which the text box is the combobox.

import { h } from './dom.js';
import { analyse, written } from './commands.js';

const ASK_AFTER = 120;

export class CommandMenu {
  #text;
  #box;
  #list;
  #help;
  #app;
  #items = [];
  #active = -1;
  #at = null;
  #asked = '';
  #values = [];
  #timer = 0;
  #dismissed = null;

  constructor(text, box, app) {
    this.#text = text;
    this.#box = box;
    this.#app = app;
    this.#list = h('ul', { role: 'listbox', id: `${text.id}-list`, 'aria-label': 'Commands', class: 'menu-list' });
    this.#help = h('div', { class: 'menu-help', id: `${text.id}-help` });
    box.append(this.#help, this.#list);
    text.setAttribute('role', 'combobox');
    text.setAttribute('aria-autocomplete', 'list');
    text.setAttribute('aria-haspopup', 'listbox');
    text.setAttribute('aria-controls', this.#list.id);
    text.addEventListener('input', () => this.update());
    text.addEventListener('blur', () => this.#close());
    text.addEventListener('focus', () => this.update());
    this.#close();
  }

  /** Takes a key; true where it was for the menu. */
  key(event) {
    if (this.#box.hidden || event.isComposing) return false;
    if (event.key === 'Escape') {
      this.#dismissed = this.#text.value;
      this.#close();
      return true;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!this.#items.length) return false;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.#activate((Math.max(this.#active, step > 0 ? -1 : 0) + step + this.#items.length) % this.#items.length);
      return true;
    }
    const accepts = event.key === 'Tab' ? !event.shiftKey : event.key === 'Enter' && !event.shiftKey && this.#active >= 0;
    if (!accepts || !this.#items.length) return false;
    this.#accept(this.#items[Math.max(this.#active, 0)]);
    return true;
  }

  update() {
    const at = this.#text.value === this.#dismissed ? null : analyse(this.#text.value, this.#app.chat.bot.commands);
    if (this.#dismissed !== this.#text.value) this.#dismissed = null;
    this.#at = at;
    if (!at) return this.#close();
    if (at.option?.completes) this.#ask(at);
    this.#show();
  }

  #ask({ command, option, typed }) {
    const question = JSON.stringify([command.path, option.name, typed]);
    if (question === this.#asked) return;
    this.#asked = question;
    this.#values = [];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      try {
        const { values } = await this.#app.connection.ask({ type: 'complete', command: command.path, option: option.name, typed });
        if (question !== this.#asked) return;
        this.#values = values;
      } catch {
        this.#asked = ''; // the connection is gone, which the page shows; the next key asks again
        return;
      }
      if (!this.#box.hidden) this.#show();
    }, ASK_AFTER);
  }

  #show() {
    const at = this.#at;
    this.#items = at.stage === 'command' ? at.commands.map(commandItem) : this.#optionItems(at);
    this.#help.replaceChildren(...(at.stage === 'command' ? [] : usage(at)));
    this.#list.replaceChildren(...this.#items.map((item, index) => this.#row(item, index)));
    this.#list.hidden = this.#items.length === 0;
    this.#box.hidden = this.#items.length === 0 && at.stage === 'command';
    this.#text.setAttribute('aria-expanded', String(!this.#box.hidden && this.#items.length > 0));
    this.#text.setAttribute('aria-describedby', this.#help.id);
    this.#activate(this.#suggests(at) ? 0 : -1);
  }

  /** Whether Enter should take the first item rather than send the line. */
  #suggests(at) {
    if (!this.#items.length) return false;
    const typed = at.typed.trim().toLowerCase();
    const exact = this.#items.find(item => item.value?.toLowerCase() === typed);
    if (at.stage === 'command') return !exact || exact.needsMore;
    return typed ? !exact : at.missing && Boolean(at.option?.required);
  }

  #optionItems({ option, typed, others }) {
    const fits = ({ value, label }) => [value, label].some(text => text.toLowerCase().includes(typed.toLowerCase()));
    const values = !option ? []
      : option.type === 'Member' ? this.#people().filter(person => fits({ value: `@${person.name}`, label: person.id }))
        .map(person => ({ value: `@${person.name}`, label: `@${person.name}`, detail: person.id === this.#app.chat.me ? 'you' : '' }))
      : option.completes ? this.#values
      : option.choices.filter(fits);
    return [
      ...values.map(({ value, label, detail }) => ({ value, label, detail: detail ?? (label === value ? '' : value) })),
      ...others.map(other => ({ name: other.name, label: `${other.name}:`, detail: other.help })),
    ];
  }

  #people() {
    return [...this.#app.chat.members.values()].filter(member => !member.isBot);
  }

  #row(item, index) {
    return h('li', { role: 'option', id: `${this.#list.id}-${index}`, 'aria-selected': 'false', class: item.name ? 'other' : null, onpointerdown: event => { event.preventDefault(); this.#accept(item); } },
      h('span', { class: 'menu-label' }, item.label),
      item.forManagers && h('span', { class: 'badge' }, 'Managers'),
      h('span', { class: 'menu-detail' }, item.detail));
  }

  #accept(item) {
    const { from, byName, option } = this.#at;
    const kept = this.#text.value.slice(0, from);
    this.#text.value = item.name ? `${kept}${item.name}:`
      : this.#at.stage === 'command' ? `${item.value}${item.hasOptions ? ' ' : ''}`
      : `${kept}${byName ? `${option.name}:` : ''}${written(item.value)} `;
    this.#text.setSelectionRange(this.#text.value.length, this.#text.value.length);
    this.#text.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #activate(index) {
    this.#active = index;
    [...this.#list.children].forEach((row, i) => row.setAttribute('aria-selected', String(i === index)));
    const row = this.#list.children[index];
    if (!row) return this.#text.removeAttribute('aria-activedescendant');
    this.#text.setAttribute('aria-activedescendant', row.id);
    row.scrollIntoView({ block: 'nearest' });
  }

  #close() {
    this.#box.hidden = true;
    this.#items = [];
    this.#active = -1;
    this.#text.setAttribute('aria-expanded', 'false');
    this.#text.removeAttribute('aria-activedescendant');
    this.#text.removeAttribute('aria-describedby');
  }
}

const commandItem = command => ({
  value: `/${command.path}`,
  label: `/${command.path}`,
  detail: command.help,
  forManagers: command.forManagers,
  hasOptions: command.options.length > 0,
  needsMore: command.options.some(option => option.required),
});

/** The command as it is used, the present option marked, and what that takes. */
function usage({ command, option, given }) {
  const range = option && [option.min, option.max].some(Number.isInteger) ? ` (${option.min ?? '…'} to ${option.max ?? '…'})` : '';
  return [
    h('p', { class: 'menu-usage' }, h('strong', {}, `/${command.path}`), ...command.options.flatMap(o => [' ',
      h('span', { class: o === option ? 'now' : given.has(o.name) ? 'given' : '' }, o.required ? o.name : `[${o.name}]`)])),
    h('p', { class: 'menu-text' }, option ? `${option.help}${range}` : command.options.length ? 'Enter sends it.' : command.help),
  ];
}
