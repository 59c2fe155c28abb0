// A bot of ours on discord.js, which remembers everything that discord.js complains of.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after } from 'node:test';
import { Client, Events, GatewayIntentBits, Partials, RESTEvents } from 'discord.js';

const emulator = process.env.EMULATOR_URL;
assert.ok(emulator, 'EMULATOR_URL says where the emulator is, for instance http://127.0.0.1:5090');

const complaints = [], running = new Set();
// A test that failed leaves its bot, whose connection would keep the process alive.
after(() => Promise.all([...running].map(client => client.destroy())));
process.on('warning', warning => complaints.push(`warning: ${warning.name}: ${warning.message}`));

export const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.GuildMessageReactions, GatewayIntentBits.DirectMessages];

export async function state() {
  const answer = await fetch(`${emulator}/_control/state`);
  return answer.json();
}

/** Does something as a member, a manager or the network. */
export async function control(verb, body = {}) {
  const answer = await fetch(`${emulator}/_control/${verb}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const json = await answer.json();
  assert.ok(answer.ok, `${verb}: ${json.error}`);
  return json;
}

/** A guild of its own for a test: { guild, channel, member } as ids. */
export async function place(name) {
  const guild = (await control('guild', { name })).id;
  const channel = (await control('channel', { guild, name: 'general' })).id;
  const member = (await control('member', { guild, name: 'ada' })).id;
  return { guild, channel, member };
}

/** What the emulator has of a message; undefined when it is nowhere. */
export async function emulated(messageId) {
  const { guilds, directs } = await state();
  return [...guilds.flatMap(guild => guild.channels), ...directs].flatMap(channel => channel.messages).find(message => message.id === messageId);
}

export async function start(options = {}) {
  const { apiBaseUrl, token } = await state();
  const client = new Client({
    intents,
    partials: [Partials.Channel, Partials.Message, Partials.Reaction],
    ...options,
    rest: { api: apiBaseUrl.replace(/\/v10$/, ''), version: '10', ...options.rest },
  });
  client.debugLines = [];
  client.on(Events.Debug, line => {
    client.debugLines.push(line);
    // discord.js says so when an event is of a kind or shape that it does not know.
    if (/unknown type|Unknown packet|failed to (parse|decode)/i.test(line)) complaints.push(`debug: ${line}`);
  });
  client.on(Events.Warn, line => complaints.push(`warn: ${line}`));
  client.on(Events.Error, error => complaints.push(`error: ${error.stack}`));
  client.on(Events.ShardError, error => client.expectsShardErrors || complaints.push(`shard error: ${error.stack}`));
  client.rest.on(RESTEvents.InvalidRequestWarning, data => complaints.push(`invalid requests: ${JSON.stringify(data)}`));
  running.add(client);
  const ready = once(client, Events.ClientReady);
  await client.login(options.token ?? token);
  await ready;
  return client;
}

export async function stop(client) {
  running.delete(client);
  await client.destroy();
  assert.deepEqual(complaints.splice(0), [], 'discord.js complained');
}

/** The next event that fits, with a deadline so that a lost one fails the test. */
export function next(client, event, fits = () => true, patience = 20_000) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { client.off(event, listen); reject(new Error(`No ${event} came in ${patience} ms`)); }, patience);
    function listen(...args) {
      if (!fits(...args)) return;
      clearTimeout(timer);
      client.off(event, listen);
      resolve(args[0]);
    }
    client.on(event, listen);
  });
}

/** Waits for a condition that discord.js tells by no event. */
export async function until(condition, what) {
  const deadline = Date.now() + 20_000;
  while (!(await condition())) {
    assert.ok(Date.now() < deadline, `Not in 20 s: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

export async function rejects(promise, code, text) {
  await assert.rejects(promise, error => {
    assert.equal(error.code, code, error.message);
    if (text) assert.match(error.message, text);
    return true;
  });
}
