// Shows the bot's messages: one function a block.

import { drawn, h, icon, icons, count } from './dom.js';
import { moment } from './times.js';

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });

const spans = {
  plain: span => drawn(span.text),
  bold: span => h('strong', {}, span.text),
  code: span => h('code', {}, span.text),
  link: span => (/^https?:\/\//i.test(span.url)
    ? h('a', { href: span.url, target: '_blank', rel: 'noopener noreferrer' }, span.title)
    : span.title),
  member: (span, context) => h('span', { class: `mention${span.id === context.me ? ' mine' : ''}` }, `@${span.name}`),
  channel: span => h('span', { class: 'mention' }, `#${span.name}`),
  moment: span => moment(span.at, span.style),
};

const text = (list, context) => list.flatMap(span => spans[span.type](span, context));

const blocks = {
  heading: block => h('h3', { class: 'heading', dir: 'auto' }, block.title),
  text: (block, context) => h('p', { class: 'paragraph', dir: 'auto' }, text(block.spans, context)),
  note: (block, context) => h('p', { class: 'note', dir: 'auto' }, text(block.spans, context)),
  code: block => h('pre', { class: 'code', tabindex: 0, 'aria-label': `Code${block.language ? ` in ${block.language}` : ''}` },
    h('code', {}, block.text)),
  choices: (block, context) => h('ol', { class: 'choices' }, block.items.map(item => choice(item, context))),
  table: block => table(block),
  buttons: (block, context) => h('div', { class: 'buttons' }, block.items.map(item => button(item, context))),
};

function button({ action, label, isMain }, context) {
  const isPressed = context.isPressed(action);
  return h('button', {
    type: 'button',
    class: isMain ? 'button main' : 'button',
    'aria-disabled': isPressed ? 'true' : null,
    'data-focus': `button:${action}`,
    onclick: () => isPressed || context.press(action),
  }, label);
}

function choice(item, context) {
  const open = item.right === undefined;
  const mine = context.picked(item.emoji);
  const row = h('li', { class: `choice${item.right ? ' right' : ''}${mine ? ' mine' : ''}${open ? ' open' : ''}` },
    h('span', { class: 'choice-emoji', 'aria-hidden': 'true' }, drawn(item.emoji)),
    h('span', { class: 'choice-text', dir: 'auto' }, text(item.spans, context)),
    h('span', { class: 'choice-facts' },
      item.right && h('span', { class: 'tag good' }, icon(icons.check), 'Right'),
      mine && h('span', { class: 'tag' }, open ? 'Your answer' : 'You'),
      item.members !== undefined && h('span', { class: 'choice-share' },
        item.share === undefined ? count(item.members, 'member') : `${percent.format(item.share)} · ${item.members}`)));
  if (item.share !== undefined) {
    const bar = h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', {}));
    bar.firstChild.style.width = `${Math.min(Math.max(item.share, 0), 1) * 100}%`;
    row.append(bar);
  }
  // A shortcut for the pointer; the reaction below is the control.
  if (open && context.takes(item.emoji)) {
    row.classList.add('can-pick');
    row.addEventListener('click', () => getSelection().isCollapsed && context.toggle(item.emoji));
  }
  return row;
}

function table({ columns, rows }) {
  const kind = index => (columns[index].isNumber ? 'number' : null);
  return h('div', { class: 'table-frame' }, h('table', {},
    h('thead', {}, h('tr', {}, columns.map((column, i) => h('th', { scope: 'col', class: kind(i) }, column.title)))),
    h('tbody', {}, rows.map(row => h('tr', { class: row.highlighted ? 'mine' : null, 'aria-current': row.highlighted ? 'true' : null },
      row.cells.map((cell, i) => h('td', { class: kind(i), dir: 'auto' }, cell)))))));
}

/** A bot's message. The context knows who reads and what they can do. */
export function content({ tone, blocks: list }, context) {
  return h('div', { class: `content tone-${tone.toLowerCase()}` }, list.map(block => blocks[block.type](block, context)));
}

const PIECES = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])|`([^`\n]+)`|@(\p{L}+)/gu;

/** A member's words, with addresses, `code` and @names told apart. */
export function words(said, context) {
  const body = h('p', { class: 'paragraph', dir: 'auto' });
  let last = 0;
  for (const match of said.matchAll(PIECES)) {
    const [whole, url, code, name] = match;
    const named = name && context.named(name);
    if (name && !named) continue;
    body.append(said.slice(last, match.index));
    if (url) body.append(spans.link({ title: url, url }));
    else if (code) body.append(h('code', {}, code));
    else body.append(spans.member({ id: named.id, name: named.name }, context));
    last = match.index + whole.length;
  }
  body.append(said.slice(last));
  return body;
}
