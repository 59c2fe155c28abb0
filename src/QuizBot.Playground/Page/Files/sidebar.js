// The channels at the left; below 700 pixels a drawer.

import { h, avatar, count } from './dom.js';
import { addressOf } from './identity.js';

const narrow = matchMedia('(max-width: 700px)');

export class Sidebar {
  #nav = document.getElementById('sidebar');
  #list = document.getElementById('channels');
  #members = document.getElementById('members');
  #button = document.getElementById('drawer');
  #dot = document.getElementById('drawer-unread');
  #scrim = document.getElementById('scrim');
  #app;
  #isOpen = false;

  constructor(app) {
    this.#app = app;
    this.#button.addEventListener('click', () => this.#set(!this.#isOpen));
    this.#scrim.addEventListener('click', () => this.#set(false));
    this.#nav.addEventListener('keydown', event => event.key === 'Escape' && this.#set(false));
    narrow.addEventListener('change', () => this.#set(false));
    this.#set(false);
  }

  /** The bot and the members, each of whom another window can be. */
  showMembers() {
    const { chat, channel, connection } = this.#app;
    const state = chat.bot.online && connection.state === 'online' ? 'online' : 'away';
    const people = [...chat.members.values()].filter(member => !member.isBot);
    this.#members.replaceChildren(
      h('li', { class: 'channel' }, avatar(chat.member('quizbot'), 'small'), h('span', { class: 'channel-name' }, 'QuizBot'), h('span', { class: `presence ${state}` }, state)),
      ...people.map(person => h('li', {}, person.id === chat.me
        ? h('span', { class: 'channel' }, avatar(person, 'small'), h('span', { class: 'channel-name' }, person.name), h('span', { class: 'presence' }, 'you'))
        : h('a', { class: 'channel', href: addressOf(person.id, channel), target: '_blank', rel: 'noopener', title: `Open a window as ${person.name}` }, avatar(person, 'small'),
          h('span', { class: 'channel-name' }, person.name), h('span', { class: 'presence opens', 'aria-hidden': 'true' }, 'open ↗')))));
  }

  update(current, unread) {
    const focused = document.activeElement?.dataset?.channel;
    this.#list.replaceChildren(...this.#app.chat.channels.map(({ id, name }) => {
      const waiting = unread.get(id) ?? 0;
      return h('li', {}, h('a', {
        href: `#${id}`,
        class: `channel${waiting ? ' unread' : ''}`,
        'data-channel': id,
        'aria-current': id === current ? 'page' : null,
        onclick: event => {
          event.preventDefault();
          this.#set(false);
          this.#app.go(id);
        },
      }, h('span', { class: 'hash', 'aria-hidden': 'true' }, '#'), h('span', { class: 'channel-name' }, name),
      waiting > 0 && h('span', { class: 'count' }, String(waiting), h('span', { class: 'unseen' }, ` new ${count(waiting, 'message').split(' ')[1]}`))));
    }));
    if (focused) this.#list.querySelector(`[data-channel="${CSS.escape(focused)}"]`)?.focus();
    this.#dot.hidden = [...unread].every(([id, waiting]) => id === current || waiting === 0);
  }

  #set(open) {
    const wasOpen = this.#isOpen;
    this.#isOpen = open && narrow.matches;
    this.#nav.inert = narrow.matches && !this.#isOpen;
    this.#nav.classList.toggle('open', this.#isOpen);
    this.#scrim.hidden = !this.#isOpen;
    this.#button.setAttribute('aria-expanded', String(this.#isOpen));
    if (this.#isOpen) this.#list.querySelector('[aria-current]')?.focus();
    else if (wasOpen && narrow.matches) this.#button.focus();
  }
}
