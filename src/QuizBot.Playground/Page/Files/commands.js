// What a half-typed command line means: which command, which option, what stands there already.

const TOKEN = /(?:"[^"]*"?|[^\s"])+/g;
const NAMED = /^([a-z][a-z-]*):(.*)$/s;

const bare = value => value.replaceAll('"', '');

/**
 * null where a line is no command; else its stage:
 * `command`: still choosing one, `commands` are those that fit;
 * `option`: at an option (null where none is left), `typed` so far from `from` on, `others` could be named instead.
 */
export function analyse(line, commands) {
  if (!line.startsWith('/') || line.includes('\n')) return null;
  const command = commands.filter(c => line.startsWith(`/${c.path} `)).sort((a, b) => b.path.length - a.path.length)[0];
  return command ? optionStage(line, command) : { stage: 'command', from: 0, typed: line, commands: fitting(line.slice(1).toLowerCase(), commands) };
}

function fitting(typed, commands) {
  const first = commands.filter(c => c.path.startsWith(typed));
  if (typed.trim().length < 2) return first;
  const later = commands.filter(c => !first.includes(c) && (c.path.includes(typed) || c.path.replace(' ', '').startsWith(typed.replace(' ', ''))));
  return [...first, ...later];
}

function optionStage(line, command) {
  const start = command.path.length + 2;
  const tokens = [...line.slice(start).matchAll(TOKEN)].map(match => ({ text: match[0], at: start + match.index }));
  const isOpen = tokens.length > 0 && (!/\s$/.test(line) || tokens.at(-1).text.split('"').length % 2 === 0);
  const current = isOpen ? tokens.pop() : { text: '', at: line.length };

  const given = new Map();
  for (const { text } of tokens) {
    const [, name, value] = named(text, command) ?? [null, next(command, given)?.name, text];
    if (name) given.set(name, bare(value));
  }
  const byName = named(current.text, command);
  const option = byName ? command.options.find(o => o.name === byName[1]) : next(command, given);
  const typed = bare(byName ? byName[2] : current.text);
  return {
    stage: 'option',
    command,
    option: option ?? null,
    given,
    typed,
    byName: Boolean(byName),
    from: current.at,
    others: byName ? [] : command.options.filter(o => o !== option && !given.has(o.name) && o.name.startsWith(typed)),
    missing: command.options.some(o => o.required && !given.has(o.name) && !(o === option && typed)),
  };
}

const named = (text, command) => {
  const match = NAMED.exec(text);
  return match && command.options.some(o => o.name === match[1]) ? match : null;
};

const next = (command, given) => command.options.find(o => !given.has(o.name));

/** A value as it is written on the line. */
export const written = value => (/[\s"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value);
