// Forms that the bot opens.

import { h } from './dom.js';

export class FormDialog {
  #dialog;
  #send = null;

  constructor(dialog) {
    this.#dialog = dialog;
  }

  /** Opens a form; send(fields) is called where the member sends it. */
  open(form, send) {
    if (this.#dialog.open) this.#dialog.close();
    this.#send = send;
    const fields = form.fields.map(field => this.#field(field));
    const body = h('form', { method: 'dialog', onsubmit: event => { event.preventDefault(); this.#submit(form); } },
      h('h2', { id: 'form-title', dir: 'auto' }, form.title),
      form.intro && h('p', { class: 'form-intro', dir: 'auto' }, form.intro),
      fields,
      h('div', { class: 'form-buttons' },
        h('button', { type: 'button', class: 'button', onclick: () => this.#dialog.close() }, 'Cancel'),
        h('button', { type: 'submit', class: 'button main' }, 'Send')));
    this.#dialog.replaceChildren(body);
    this.#dialog.showModal();
    body.querySelector('input, textarea')?.focus();
  }

  #field({ name, label, maxLength, value, placeholder }) {
    const id = `field-${name}`;
    const properties = { id, name, maxlength: maxLength, placeholder, value: value ?? '' };
    const control = maxLength > 200 ? h('textarea', { ...properties, rows: 3 }) : h('input', { ...properties, type: 'text' });
    return h('p', { class: 'field' }, h('label', { for: id }, label), control);
  }

  #submit(form) {
    const fields = Object.fromEntries(form.fields.map(({ name }) => [name, this.#dialog.querySelector('form').elements[name].value]));
    this.#dialog.close();
    this.#send(fields);
  }
}
