// The page: brings the parts together.

import { avatar, h, icon, icons } from './dom.js';
import { Connection } from './connection.js';
import { Chat } from './chat.js';
import { MessageList } from './messages.js';
import { Composer } from './composer.js';
import { FormDialog } from './form.js';
import { Palette } from './reactions.js';
import { Sidebar } from './sidebar.js';
import { readIdentity, writeIdentity } from './identity.js';
import { showHint } from './hint.js';
import { setServerTime } from './times.js';

const get = id => document.getElementById(id);
const TOAST_STAYS = 9000;

class App {
  connection = new Connection(() => ({ type: 'hello', as: this.chat.me, after: this.chat.seq ?? undefined }));
  chat = new Chat(this.connection);
  palette = new Palette(get('palette'));
  channel;
  thread;
  #unread = new Map();
  #sidebar = new Sidebar(this);
  #messages = new MessageList(get('messages'), get('newer'), this);
  #composer = new Composer(get('composer'), this);
  #replies = new MessageList(get('thread-messages'), get('thread-newer'), this);
  #replyComposer = new Composer(get('thread-composer'), this);
  #form = new FormDialog(get('form'));
  #openedFrom = null;

  start() {
    const { me, channel, thread } = readIdentity();
    this.channel = channel;
    this.thread = thread;
    this.chat.addEventListener('welcome', event => this.#welcomed(event.detail));
    this.chat.addEventListener('arrived', event => this.#arrived(event.detail));
    this.chat.addEventListener('bot', () => this.#sidebar.showMembers());
    this.connection.addEventListener('state', () => this.#connectionChanged());
    this.connection.addEventListener('outcome', event => this.#outcome(event.detail));
    this.connection.addEventListener('refused', event => this.#refused(event.detail));
    get('you').addEventListener('change', event => this.#become(event.target.value));
    get('thread-close').addEventListener('click', () => this.closeThread());
    get('thread').addEventListener('keydown', event => event.key === 'Escape' && !event.defaultPrevented && this.closeThread());
    addEventListener('focus', () => this.seen());
    addEventListener('hashchange', () => this.#followAddress());
    this.chat.become(me);
  }

  // What members do.

  say({ channel, thread }, text) {
    this.connection.act({ type: 'say', channel, thread: thread ?? undefined, text });
  }

  react(message, emoji, on) {
    this.connection.act({ type: 'react', message: message.id, emoji, on });
  }

  press(message, button) {
    this.connection.act({ type: 'press', message: message.id, button });
  }

  begin(text) {
    this.#composer.begin(text);
  }

  focusComposer() {
    this.#composer.focus();
  }

  // Where they are.

  go(channel, thread = null) {
    const room = this.chat.channels.find(c => c.id === channel) ?? this.chat.channels[0];
    this.channel = room.id;
    get('room-title').textContent = `#${room.name}`;
    get('room-topic').textContent = room.topic;
    get('messages').setAttribute('aria-label', `Messages in #${room.name}`);
    this.#messages.show({ channel: room.id, thread: null });
    this.#composer.show({ channel: room.id, thread: null }, `Message #${room.name}`);
    if (thread) this.openThread(thread);
    else this.closeThread();
    this.seen();
    if (matchMedia('(hover: hover)').matches && !thread) this.#composer.focus();
  }

  /** Opens the thread below a message; where a control of that message did it, it gets the focus back. */
  openThread(root, { fromMessage = false } = {}) {
    this.thread = root;
    this.#openedFrom = fromMessage ? root : null;
    const place = { channel: this.channel, thread: root };
    get('thread-where').textContent = get('room-title').textContent;
    get('thread').hidden = false;
    get('app').classList.add('with-thread');
    this.#replies.show(place);
    this.#replyComposer.show(place, 'Reply in the thread');
    this.#replyComposer.focus();
    writeIdentity({ me: this.chat.me, channel: this.channel, thread: root });
  }

  closeThread() {
    const wasOpen = !get('thread').hidden;
    this.thread = null;
    get('thread').hidden = true;
    get('app').classList.remove('with-thread');
    this.#replies.show(null);
    writeIdentity({ me: this.chat.me, channel: this.channel, thread: null });
    if (!wasOpen) return;
    this.seen();
    if (this.#openedFrom === null || !this.#messages.focus(this.#openedFrom)) this.#composer.focus();
  }

  /** What is on the screen was seen. */
  seen() {
    if (this.#isLooking()) this.#unread.delete(this.channel);
    this.#showUnread();
  }

  // What they hear.

  #welcomed(frame) {
    setServerTime(frame.now);
    this.#showMembers();
    if (frame.restart) this.go(this.channel, this.thread);
    showHint(get('hint'), this);
  }

  #arrived(message) {
    const { chat } = this;
    if (message.author === chat.me) return;
    const isHere = message.channel === this.channel && (!message.thread || message.thread === this.thread);
    if (isHere) this.#announce(`${message.private ? 'Only for you, from ' : ''}${chat.member(message.author).name}: ${message.summary}`);
    if (message.thread || (isHere && this.#isLooking())) return;
    this.#unread.set(message.channel, (this.#unread.get(message.channel) ?? 0) + 1);
    this.#showUnread();
  }

  #outcome({ frame, outcome }) {
    if (outcome.error) {
      this.#toast(outcome.error);
      if (frame.type === 'say') (frame.thread ? this.#replyComposer : this.#composer).restore(frame, frame.text);
    }
    if (!outcome.form) return;
    const from = frame.type === 'press' ? this.chat.message(frame.message) : undefined;
    const place = from ?? frame;
    this.#form.open(outcome.form, fields => this.connection.act({
      type: 'submit', channel: place.channel, thread: place.thread ?? undefined, form: outcome.form.action, fields, from: from?.id,
    }));
  }

  #refused(error) {
    if (this.chat.welcomed) this.#toast(error);
    else this.#become('ada'); // an address with a member who is not there
  }

  #become(me) {
    this.#unread.clear();
    writeIdentity({ me, channel: this.channel, thread: this.thread });
    this.chat.become(me);
  }

  #followAddress() {
    const { channel, thread } = readIdentity();
    if (this.chat.welcomed && (channel !== this.channel || thread !== this.thread)) this.go(channel, thread);
  }

  #isLooking() {
    // Where the window is narrow, a thread covers the room.
    return !document.hidden && document.hasFocus() && this.#messages.isAtBottom && get('messages').getClientRects().length > 0;
  }

  // What they see.

  #showMembers() {
    const people = [...this.chat.members.values()].filter(member => !member.isBot);
    get('you').replaceChildren(...people.map(p => h('option', { value: p.id }, p.name)));
    get('you').value = this.chat.me;
    const mine = avatar(this.chat.myself, 'small');
    mine.id = 'you-avatar';
    this.#sidebar.showMembers();
    get('you-manage').hidden = !this.chat.myself.mayManage;
    get('you-avatar').replaceWith(mine);
  }

  #connectionChanged() {
    if (this.chat.welcomed) this.#sidebar.showMembers();
    const lost = this.connection.state === 'reconnecting';
    get('connection').hidden = !lost;
    get('connection').textContent = lost ? 'The connection is lost. Reconnecting…' : '';
  }

  #showUnread() {
    const all = [...this.#unread.values()].reduce((sum, n) => sum + n, 0);
    document.title = `${all ? `(${all}) ` : ''}${get('room-title').textContent} · QuizBot playground`;
    this.#sidebar.update(this.channel, this.#unread);
  }

  #announce(text) {
    const line = h('p', {}, text);
    get('announcer').append(line);
    setTimeout(() => line.remove(), TOAST_STAYS);
  }

  #toast(text) {
    const toast = h('div', { class: 'toast' }, h('p', {}, text),
      h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Dismiss', onclick: () => toast.remove() }, icon(icons.close)));
    get('toasts').append(toast);
    setTimeout(() => toast.remove(), TOAST_STAYS);
  }
}

new App().start();
