// A list of messages: the channel's or a thread's.

import { h, count, icon, icons } from './dom.js';
import { message, pendingMessage } from './message.js';
import { dayKey, dayName } from './times.js';
import { placeKey } from './chat.js';

const NEAR = 60;
const GROUPED_WITHIN = 5 * 60 * 1000;

export class MessageList {
  #list;
  #pill;
  #app;
  #place = null;
  #built = new Map();
  #stick = true;
  #below = 0;
  #frame = 0;
  #active = null;

  constructor(list, pill, app) {
    this.#list = list;
    this.#pill = pill;
    this.#app = app;
    list.addEventListener('scroll', () => this.#scrolled());
    list.addEventListener('keydown', event => this.#key(event));
    list.addEventListener('focusin', event => this.#activate(event.target.closest('.message')));
    pill.addEventListener('click', () => this.toBottom());
    new ResizeObserver(() => this.#stick && this.#jump()).observe(list);
    app.chat.addEventListener('changed', () => this.refresh());
    app.chat.addEventListener('arrived', event => this.#arrived(event.detail));
    app.connection.addEventListener('state', () => this.refresh());
  }

  get isAtBottom() {
    return this.#stick;
  }

  /** Shows a place, or nothing. */
  show(place) {
    this.#place = place;
    this.#built.clear();
    this.#list.replaceChildren();
    this.#active = null;
    this.#stick = true;
    this.#setBelow(0);
    this.refresh();
  }

  refresh() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#sync();
    });
  }

  /** Puts the focus on what a message says of its thread, or on itself; false where it is not here. */
  focus(id) {
    const node = this.#built.get(id)?.node;
    if (!node) return false;
    this.#activate(node);
    (node.querySelector('[data-focus=thread]') ?? node).focus();
    return true;
  }

  toBottom() {
    this.#stick = true;
    this.#jump();
    this.#setBelow(0);
  }

  #sync() {
    if (!this.#place || !this.#app.chat.welcomed) return;
    const place = this.#app.chat.place(this.#place.channel, this.#place.thread);
    if (!place.loaded) this.#load(place);
    const anchor = this.#stick ? null : this.#firstVisible();
    this.#reconcile(this.#rows(place));
    this.#list.setAttribute('aria-busy', place.loaded ? 'false' : 'true');
    if (this.#stick) this.#jump();
    else if (anchor) this.#list.scrollTop += (this.#built.get(anchor.key)?.node.offsetTop ?? anchor.top) - anchor.top;
    if (!this.#active?.isConnected || !this.#list.contains(document.activeElement))
      this.#activate([...this.#list.querySelectorAll('article')].at(-1));
    if (place.loaded && place.more && this.#list.scrollTop < 400) this.#load(place);
  }

  #load(place) {
    // A connection lost meanwhile is no matter: the welcome after it refreshes the list, which asks again.
    this.#app.chat.load(place)?.catch(() => {});
  }

  /** What the list is to show: a key, a mark of what it depends on, and how to build it. */
  #rows(place) {
    const { chat } = this.#app;
    const rows = [];
    const inThread = Boolean(place.thread);
    const pending = chat.pending;
    const add = (m, compact) => {
      const mine = pending.filter(f => f.message === m.id).map(f => f.button ?? `${f.emoji}${f.on}`).join();
      rows.push({ key: m.id, mark: `${m.seq}|${compact}|${mine}`, build: () => message(m, this.#app, { compact, inThread }) });
    };
    if (inThread && chat.message(place.thread)) {
      add(chat.message(place.thread), false);
      rows.push({ key: 'replies', mark: '', build: () => h('div', { class: 'divider' }, h('span', {}, 'Replies')) });
    } else if (place.loaded && !place.more) {
      rows.push({ key: 'start', mark: chat.me, build: () => this.#start() });
    }
    let before = null;
    for (const m of chat.timeline(place)) {
      if (!inThread && (!before || dayKey(before.at) !== dayKey(m.at))) {
        rows.push({ key: `day ${dayKey(m.at)}`, mark: dayName(m.at), build: () => h('div', { class: 'divider', role: 'separator', 'aria-label': dayName(m.at) }, h('span', {}, dayName(m.at))) });
        before = null;
      }
      add(m, isGrouped(before, m));
      before = m;
    }
    for (const frame of pending) {
      if (frame.type === 'say' && placeKey(frame.channel, frame.thread) === placeKey(place.channel, place.thread))
        rows.push({ key: frame.id, mark: `${this.#app.connection.state}${chat.bot.online}`, build: () => pendingMessage(frame, this.#app) });
    }
    return rows;
  }

  #start() {
    const channel = this.#app.chat.channels.find(c => c.id === this.#place.channel);
    return h('div', { class: 'start' },
      h('h2', {}, `This is the beginning of #${channel.name}`),
      h('p', {}, `${channel.topic}. Type / to see what QuizBot can do.`));
  }

  #reconcile(rows) {
    const keys = new Set(rows.map(row => row.key));
    for (const [key, { node }] of this.#built) {
      if (keys.has(key)) continue;
      node.remove();
      this.#built.delete(key);
    }
    let next = this.#list.firstChild;
    for (const { key, mark, build } of rows) {
      let row = this.#built.get(key);
      if (row?.mark !== mark) {
        const node = build();
        setTabbable(node, row !== undefined && row.node === this.#active);
        if (row) {
          const wasNext = row.node === next;
          this.#replace(row.node, node);
          if (wasNext) next = node;
        }
        row = { node, mark };
        this.#built.set(key, row);
      }
      if (row.node === next) next = next.nextSibling;
      else this.#list.insertBefore(row.node, next);
    }
  }

  /** Puts a message in the place of its former self, with the focus where it was. */
  #replace(old, node) {
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    if (this.#active === old) this.#active = node;
    old.replaceWith(node);
    if (!focused) return;
    const same = [...node.querySelectorAll('[data-focus]')].find(e => e.dataset.focus === focused.dataset.focus);
    (same ?? node).focus({ preventScroll: true });
  }

  // One message at a time takes part in the tab order; the arrows move between them.
  #activate(node) {
    if (!node?.matches('article') || node === this.#active) return;
    if (this.#active) setTabbable(this.#active, false);
    this.#active = node;
    setTabbable(node, true);
  }

  #key(event) {
    const articles = [...this.#list.querySelectorAll('article')];
    const on = event.target === this.#list ? articles.length : articles.indexOf(event.target);
    if (on < 0) {
      if (event.key === 'Escape' && event.target.closest('article')) event.target.closest('article').focus();
      return;
    }
    const to = { ArrowUp: on - 1, ArrowDown: on + 1, Home: 0, End: articles.length - 1 }[event.key];
    if (to === undefined || !articles[to]) return;
    event.preventDefault();
    articles[to].focus();
    articles[to].scrollIntoView({ block: 'nearest' });
  }

  #arrived(m) {
    if (!this.#place || placeKey(m.channel, m.thread) !== placeKey(this.#place.channel, this.#place.thread)) return;
    if (m.author === this.#app.chat.me) this.#stick = true;
    else if (!this.#stick) this.#setBelow(this.#below + 1);
  }

  #setBelow(below) {
    this.#below = below;
    this.#pill.hidden = this.#stick;
    this.#pill.classList.toggle('quiet', below === 0);
    this.#pill.replaceChildren(below ? count(below, 'new message') : 'Newest', icon('M10 4v12M5 11l5 5 5-5'));
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#list;
    const wasStuck = this.#stick;
    this.#stick = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#stick !== wasStuck) this.#setBelow(0);
    if (this.#stick) this.#app.seen();
    if (scrollTop < 400) this.refresh();
  }

  #jump() {
    this.#list.scrollTop = this.#list.scrollHeight;
  }

  #firstVisible() {
    const top = this.#list.scrollTop;
    for (const [key, { node }] of this.#built) {
      if (typeof key === 'number' && node.offsetTop + node.offsetHeight > top) return { key, top: node.offsetTop };
    }
    return null;
  }
}

function isGrouped(before, m) {
  return before !== null && before.author === m.author && m.at - before.at < GROUPED_WITHIN
    && !m.private && !before.private && !m.used && !m.replyTo && !m.content;
}

function setTabbable(node, on) {
  if (!node.matches('article')) return;
  node.tabIndex = on ? 0 : -1;
  for (const control of node.querySelectorAll('button, a, pre')) control.tabIndex = on ? 0 : -1;
}
