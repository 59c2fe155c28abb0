// An app of ours on Bolt, which remembers everything that the official libraries complain of.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import bolt from '@slack/bolt';

const emulator = process.env.EMULATOR_URL;
assert.ok(emulator, 'EMULATOR_URL says where the emulator is, for instance http://127.0.0.1:5091');
export const apiUrl = `${emulator}/api/`;

const complaints = [], expected = [], running = new Set();
// A test that failed leaves its app, whose connection would keep the process alive.
after(() => Promise.all([...running].map(halt)));
process.on('warning', warning => complaints.push(`warning: ${warning.name}: ${warning.message}`));

const text = parts => parts.map(part => part instanceof Error ? part.stack : typeof part === 'string' ? part : JSON.stringify(part)).join(' ');

/** A logger that keeps what is worse than information. */
export function logger() {
  const note = level => (...parts) => {
    const line = `${level}: ${text(parts)}`;
    if (!expected.some(one => one.test(line))) complaints.push(line);
  };
  return { debug() {}, info() {}, warn: note('warn'), error: note('error'), setLevel() {}, getLevel: () => 'info', setName() {} };
}

/** From now on such a line is no complaint, because the test provokes it. */
export const expect = pattern => expected.push(pattern);

/** Nothing was complained of so far. */
export const quiet = () => assert.deepEqual(complaints.splice(0), [], 'the official libraries complained');

export async function state() {
  const answer = await fetch(`${emulator}/_control/state`);
  return answer.json();
}

/** Does something as a member, an admin or the network. */
export async function control(verb, body = {}) {
  const answer = await fetch(`${emulator}/_control/${verb}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const json = await answer.json();
  assert.ok(answer.ok, `${verb}: ${json.error}`);
  return json;
}

/** A workspace of its own for a test, with a channel, an admin and a member. */
export async function place(name) {
  const workspace = await control('workspace', { name });
  const at = { workspace: workspace.id };
  const ada = (await control('member', { ...at, name: 'ada', role: 'Admin', timeZone: 'Europe/Vienna' })).id;
  const bashir = (await control('member', { ...at, name: 'bashir', displayName: '<!channel> & *bold*' })).id;
  const channel = (await control('channel', { ...at, name: 'general', member: ada, members: [bashir] })).id;
  return { ...workspace, ada, bashir, channel };
}

/** What the emulator has of a message; undefined when it is nowhere. */
export async function emulated(ts) {
  const { workspaces } = await state();
  return workspaces.flatMap(one => one.channels).flatMap(channel => [...channel.messages, ...channel.ephemeral]).find(message => message.ts === ts);
}

/** An app on Socket Mode, or with `http: true` on a port of its own. */
export async function start(at, options = {}, define = () => {}) {
  const { http, socketMode, ...rest } = options;
  const app = new bolt.App({
    token: at.botToken,
    logger: logger(),
    clientOptions: { slackApiUrl: apiUrl },
    ...(http ? { signingSecret: at.signingSecret } : { socketMode: true, appToken: at.appToken }),
    ...rest,
  });
  define(app);
  running.add(app);
  const server = await app.start(http ? { port: 0, host: '127.0.0.1' } : undefined);
  if (http) app.port = server.address().port;
  return app;
}

const halt = async app => { if (running.delete(app)) await app.stop(); };

export async function stop(app) {
  await halt(app);
  quiet();
}

/** Collects what handlers hand in; `next` waits for it, with a deadline so that a lost one fails the test. */
export function inbox() {
  const items = [], waiting = [];
  return {
    items,
    put(item) { (waiting.shift() ?? (one => items.push(one)))(item); },
    async next(what = 'item', seconds = 20) {
      if (items.length) return items.shift();
      let timer;
      try {
        return await new Promise((resolve, reject) => {
          waiting.push(resolve);
          timer = setTimeout(() => reject(new Error(`No ${what} came in ${seconds} s`)), seconds * 1000);
        });
      } finally { clearTimeout(timer); }
    },
  };
}

/** Waits for a condition that is told by no event. */
export async function until(condition, what, seconds = 20) {
  const deadline = Date.now() + seconds * 1000;
  while (!(await condition())) {
    assert.ok(Date.now() < deadline, `Not in ${seconds} s: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** Slack refuses with this word. */
export async function refused(promise, error, message) {
  await assert.rejects(promise, thrown => {
    assert.equal(thrown.data?.error, error, thrown.message);
    if (message) assert.match(thrown.data.response_metadata.messages.join('\n'), message);
    return true;
  });
}

export const section = text => ({ type: 'section', text: { type: 'mrkdwn', text } });
export const button = (text, action_id, value) => ({ type: 'button', text: { type: 'plain_text', text }, action_id, value });
export const plain = text => ({ type: 'plain_text', text });
