// Elements are built here and nowhere else: data becomes text nodes and attributes, never markup.

export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'class') element.className = value;
    else if (name === 'value') element.value = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A line icon on a grid of 20 by 20. */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export const icons = {
  close: 'M5 5l10 10M15 5L5 15',
  react: 'M17.5 10a7.5 7.5 0 1 1-5-7.1M7.3 8.2v.1M12.7 8.2v.1M6.8 12a3.7 3.7 0 0 0 6.4 0M16 1.5v5M13.5 4h5',
  reply: 'M8 5L3 9.5 8 14M3 9.5h8a6 6 0 0 1 6 6',
  send: 'M3 10h12M10 4.5L16 10l-6 5.5',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  check: 'M4 10.5l4 4 8-9',
};

export function avatar(member, size = '') {
  const element = h('span', { class: `avatar ${size}`, 'aria-hidden': 'true' }, member.name.slice(0, 1));
  element.style.setProperty('--colour', member.colour);
  return element;
}

const KEYCAPS = /([0-9])\uFE0F?\u20E3|\u{1F51F}/gu;

/** A text with its keycaps drawn by the page, since not every machine has a font for them. They stay in the text. */
export function drawn(text) {
  const pieces = [];
  let last = 0;
  for (const match of text.matchAll(KEYCAPS)) {
    pieces.push(text.slice(last, match.index), h('span', { class: 'keycap', 'data-key': match[1] ?? '10' }, match[0]));
    last = match.index + match[0].length;
  }
  return [...pieces, text.slice(last)];
}

/** Joins names as a sentence does. */
export function sentence(names) {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}

export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
