// Reactions below a message, and the palette to add others.

import { drawn, h, icon, icons, sentence } from './dom.js';

const PALETTE = ['👍', '🎉', '😂', '🤔', '👀', '❤️', '🙌', '🚀', '😮', '😢', '✅', '❌'];

/** The reactions of a message as they will be when all that I did has arrived. */
export function reactionsOf(message, chat) {
  const list = message.reactions.map(({ emoji, members }) => ({ emoji, members: [...members] }));
  for (const frame of chat.pending) {
    if (frame.type !== 'react' || frame.message !== message.id) continue;
    let reaction = list.find(r => r.emoji === frame.emoji);
    if (!reaction) list.push(reaction = { emoji: frame.emoji, members: [] });
    reaction.members = reaction.members.filter(id => id !== chat.me);
    if (frame.on) reaction.members.push(chat.me);
  }
  return list.filter(r => r.members.length > 0);
}

export function chips(reactions, chat, toggle, openPalette) {
  if (reactions.length === 0) return null;
  return h('div', { class: 'chips', role: 'group', 'aria-label': 'Reactions' },
    reactions.map(reaction => chip(reaction, chat, toggle)),
    h('button', { type: 'button', class: 'chip add', 'aria-label': 'Add a reaction', title: 'Add a reaction', 'data-focus': 'add', onclick: event => openPalette(event.currentTarget) }, icon(icons.react)));
}

function chip({ emoji, members }, chat, toggle) {
  const mine = members.includes(chat.me);
  const people = members.filter(id => !chat.member(id).isBot);
  const names = people.map(id => (id === chat.me ? 'You' : chat.member(id).name));
  const who = names.length ? `${sentence(names)} reacted with ${emoji}` : `React with ${emoji}`;
  return h('button', {
    type: 'button',
    class: 'chip',
    'aria-pressed': mine ? 'true' : 'false',
    'aria-label': `${emoji} ${people.length}`,
    title: who,
    'data-focus': `chip:${emoji}`,
    onclick: () => toggle(emoji, !mine),
  }, h('span', { class: 'chip-emoji' }, drawn(emoji)), people.length > 0 && h('span', { class: 'chip-count' }, String(people.length)));
}

/** One popover for all messages. */
export class Palette {
  #popover;
  #pick = null;
  #anchor = null;

  constructor(popover) {
    this.#popover = popover;
    popover.append(...PALETTE.map(emoji => h('button', { type: 'button', class: 'palette-emoji', onclick: () => this.#choose(emoji) }, emoji)));
    popover.addEventListener('keydown', event => this.#move(event));
    popover.addEventListener('toggle', event => event.newState === 'closed' && this.#anchor?.isConnected && this.#anchor.focus());
  }

  open(anchor, pick) {
    this.#anchor = anchor;
    this.#pick = pick;
    this.#popover.showPopover();
    const { width, height } = this.#popover.getBoundingClientRect();
    const at = anchor.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, innerWidth - width - 8));
    const top = at.top - height - 6 > 8 ? at.top - height - 6 : at.bottom + 6;
    this.#popover.style.left = `${left}px`;
    this.#popover.style.top = `${top}px`;
    this.#popover.firstChild.focus();
  }

  #choose(emoji) {
    this.#pick(emoji);
    this.#popover.hidePopover();
  }

  #move(event) {
    const buttons = [...this.#popover.children];
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 6, ArrowUp: -6 }[event.key];
    if (!step) return;
    event.preventDefault();
    buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length].focus();
  }
}
