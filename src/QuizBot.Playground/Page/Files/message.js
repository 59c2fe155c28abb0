// One message.

import { h, icon, icons, avatar, count } from './dom.js';
import { content, words } from './content.js';
import { chips, reactionsOf } from './reactions.js';
import { timeOf, fullTimeOf, relativeTo } from './times.js';

/** Builds a message; `compact` where the one above is by the same author. */
export function message(m, app, { compact, inThread }) {
  const { chat } = app;
  const author = chat.member(m.author);
  const reactions = reactionsOf(m, chat);
  const picked = emoji => reactions.some(r => r.emoji === emoji && r.members.includes(chat.me));
  const toggle = (emoji, on = !picked(emoji)) => app.react(m, emoji, on);
  const openPalette = anchor => app.palette.open(anchor, emoji => toggle(emoji, true));
  const context = {
    me: chat.me,
    picked,
    toggle,
    takes: emoji => reactions.some(r => r.emoji === emoji),
    named: name => [...chat.members.values()].find(p => p.name.toLowerCase() === name.toLowerCase()),
    isPressed: action => chat.pending.some(frame => frame.type === 'press' && frame.message === m.id && frame.button === action),
    press: action => app.press(m, action),
  };
  const choices = m.content?.blocks.find(block => block.type === 'choices')?.items ?? [];
  const isOpen = choices.some(item => item.right === undefined && context.takes(item.emoji));
  const isInviting = isOpen && !choices.some(item => picked(item.emoji));

  return h('article', {
    class: ['message', compact && 'compact', m.private && 'private', isInviting && 'inviting'].filter(Boolean).join(' '),
    'aria-label': `${author.name}, ${timeOf(m.at)}: ${m.summary}`,
    tabindex: -1,
  },
  h('div', { class: 'gutter' }, compact ? h('time', { class: 'gutter-time', datetime: new Date(m.at).toISOString() }, timeOf(m.at)) : avatar(author)),
  h('div', { class: 'message-main' },
    m.private && h('p', { class: 'private-mark' }, icon(icons.lock), 'Only you can see this'),
    above(m, chat),
    !compact && head(m, author),
    m.content ? content(m.content, context) : words(m.text, context),
    compact && m.editedAt && h('span', { class: 'edited', title: fullTimeOf(m.editedAt) }, '(edited)'),
    isInviting && h('p', { class: 'invite' }, 'Answer with a reaction:'),
    chips(reactions, chat, toggle, openPalette),
    !inThread && m.replies && threadLink(m, app)),
  !m.private && tools(m, app, inThread, openPalette));
}

function above(m, chat) {
  if (m.used) {
    const by = m.used.by === chat.me ? 'You' : chat.member(m.used.by).name;
    return h('p', { class: 'above' }, `${by} used `, h('code', { dir: 'auto' }, m.used.command));
  }
  if (!m.replyTo) return null;
  return h('p', { class: 'above' }, icon(icons.reply), h('strong', {}, chat.member(m.replyTo.author).name), ' ', h('span', { dir: 'auto' }, m.replyTo.summary));
}

function head(m, author) {
  return h('header', { class: 'message-head' },
    h('span', { class: 'author', dir: 'auto' }, author.name),
    author.isBot && h('span', { class: 'badge' }, 'Bot'),
    h('time', { class: 'posted', datetime: new Date(m.at).toISOString(), title: fullTimeOf(m.at) }, timeOf(m.at)),
    m.editedAt && h('span', { class: 'edited', title: `Edited ${fullTimeOf(m.editedAt)}` }, '(edited)'));
}

function threadLink(m, app) {
  const { count: replies, lastAt, name } = m.replies;
  return h('button', { type: 'button', class: 'thread-link', 'data-focus': 'thread', onclick: () => app.openThread(m.id, { fromMessage: true }) },
    icon(icons.reply),
    h('strong', {}, replies ? count(replies, 'reply', 'replies') : 'Discuss in the thread'),
    replies
      ? h('span', { class: 'thread-last' }, 'last one ', h('time', { 'data-relative': lastAt, datetime: new Date(lastAt).toISOString() }, relativeTo(lastAt)))
      : h('span', { class: 'thread-last', dir: 'auto' }, name));
}

function tools(m, app, inThread, openPalette) {
  return h('div', { class: 'tools', role: 'group', 'aria-label': 'Message actions' },
    h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Add a reaction', title: 'Add a reaction', 'data-focus': 'tool-react', onclick: event => openPalette(event.currentTarget) }, icon(icons.react)),
    !inThread && h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Reply in a thread', title: 'Reply in a thread', 'data-focus': 'tool-reply', onclick: () => app.openThread(m.id, { fromMessage: true }) }, icon(icons.reply)));
}

/** What I said that has not arrived yet. */
export function pendingMessage(frame, app) {
  const me = app.chat.myself;
  const isCommand = frame.text.trimStart().startsWith('/');
  const online = app.connection.state === 'online';
  return h('div', { class: `message pending${isCommand ? ' thinking' : ''}` },
    h('div', { class: 'gutter' }, isCommand ? avatar(app.chat.member('quizbot')) : avatar(me)),
    h('div', { class: 'message-main' },
      isCommand ? h('p', { class: 'paragraph muted' }, online ? app.chat.bot.online ? 'QuizBot is thinking about ' : 'QuizBot is away; it will hear ' : 'QuizBot will hear ', h('code', {}, frame.text)) : h('p', { class: 'paragraph' }, frame.text),
      (!isCommand || !online) && h('p', { class: 'edited' }, online ? 'Sending…' : 'Waiting for the connection…')));
}
