// What a first visitor may try, in one line.

import { h, icon, icons } from './dom.js';
import { addressOf } from './identity.js';

const SEEN = 'quizbot.hint-seen';

export function showHint(box, app) {
  if (localStorage.getItem(SEEN)) return;
  const close = () => {
    localStorage.setItem(SEEN, 'yes');
    box.hidden = true;
    app.focusComposer();
  };
  const other = [...app.chat.members.values()].find(m => !m.isBot && m.id !== app.chat.me);
  const command = line => h('button', { type: 'button', class: 'hint-try', onclick: () => app.begin(`${line} `) }, line);
  box.replaceChildren(
    h('p', {},
      h('strong', {}, 'New here? '), 'Answer a question with a reaction, try ', command('/quiz start'), ' or ', command('/leaderboard'), ', or ',
      h('a', { href: addressOf(other.id, app.channel), target: '_blank', rel: 'noopener' }, `open a second window as ${other.name}`), '.'),
    h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close the hint', onclick: close }, icon(icons.close)));
  box.hidden = false;
}
