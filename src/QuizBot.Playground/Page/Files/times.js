// Times in the reader's own zone; relative ones count by themselves. The server's clock is the one that counts.

import { h } from './dom.js';

let ahead = 0;

export function setServerTime(now) {
  ahead = now - Date.now();
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const UNITS = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

export const timeOf = at => clock.format(at);
export const fullTimeOf = at => full.format(at);
export const dayKey = at => new Date(at).toDateString();

export function dayName(at) {
  const now = Date.now() + ahead;
  if (dayKey(at) === dayKey(now)) return 'Today';
  if (dayKey(at) === dayKey(now - 86400000)) return 'Yesterday';
  return day.format(at);
}

export function relativeTo(at, now = Date.now() + ahead) {
  const seconds = Math.round((at - now) / 1000);
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? UNITS.at(-1);
  // Minutes and seconds count down; a day but for a second is no 23 hours.
  return length < 3600 ? relative.format(Math.trunc(seconds / length), unit) : rounded(seconds / 3600);
}

function rounded(hours) {
  return Math.abs(hours) < 23.5 ? relative.format(Math.round(hours), 'hour') : relative.format(Math.round(hours / 24), 'day');
}

/** A moment of a message: Time, DateTime or Relative. */
export function moment(at, style) {
  const shown = { Time: timeOf, DateTime: fullTimeOf, Relative: relativeTo }[style](at);
  return h('time', {
    class: 'moment',
    datetime: new Date(at).toISOString(),
    title: fullTimeOf(at),
    'data-relative': style === 'Relative' ? at : null,
  }, shown);
}

setInterval(() => {
  for (const element of document.querySelectorAll('time[data-relative]')) {
    const text = relativeTo(Number(element.dataset.relative));
    if (element.textContent !== text) element.textContent = text;
  }
}, 1000);
