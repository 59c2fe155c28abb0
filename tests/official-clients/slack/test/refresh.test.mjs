import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { control, expect, inbox, place, start, state, stop, until } from './bot.mjs';

let at, app;
const heard = inbox();
before(async () => {
  at = await place('refresh');
  app = await start(at, {}, app => app.event('app_mention', ({ event }) => heard.put(event.text)));
});
after(() => stop(app));

const mine = async () => (await state()).connections.filter(one => one.app === at.app);
const open = async () => (await mine()).filter(one => one.isOpen);

async function comesBack(what, deed, patience) {
  const [{ number }] = await open();
  await deed();
  await until(async () => (await open()).some(one => one.number > number), what, patience);
  const delivery = await control('mention', { member: at.ada, channel: at.channel, text: what });
  assert.equal(delivery.state, 'Acknowledged');
  assert.match(await heard.next('mention'), new RegExp(what));
}

test('after a warning', () => comesBack('warning', () => control('warn', { app: at.app })));

test('after a request to refresh', () => comesBack('refresh', () => control('refresh', { app: at.app })));

test('after a connection that dropped', async () => {
  expect(/WebSocket error/);
  await comesBack('drop', () => control('drop', { app: at.app }));
});

test('after a connection that was half open', async () => {
  expect(/pong wasn't received/);
  await comesBack('half-open', () => control('half-open', { app: at.app }), 40);
});

test('after apps.connections.open said no', async () => {
  expect(/Failed to retrieve a new WSS URL/);
  await comesBack('refusal', async () => {
    await control('spoil-requests', { kind: 'refused', method: 'apps.connections.open', error: 'internal_error' });
    await control('drop', { app: at.app });
  });
});

test('what came while it was away comes late', async () => {
  const [{ number }] = await open();
  await control('drop', { app: at.app });
  const delivery = await control('mention', { member: at.ada, channel: at.channel, text: 'meanwhile' });
  assert.ok(delivery.state === 'Acknowledged' || delivery.attempts.length > 1, JSON.stringify(delivery));
  assert.match(await heard.next('late mention', 90), /meanwhile/);
  assert.ok((await open()).every(one => one.number > number));
});

test('frames that are nothing do not hurt', async () => {
  expect(/unhandled error occurred while Bolt processed \(type: undefined/);
  for (const text of ['nonsense', '{}', '[]', '{"type":"surprise","envelope_id":"1"}', JSON.stringify({ type: 'pad', pad: 'x'.repeat(100_000) })])
    await control('send', { text, app: at.app });
  const delivery = await control('mention', { member: at.ada, channel: at.channel, text: 'after' });
  assert.equal(delivery.state, 'Acknowledged');
  assert.match(await heard.next(), /after/);
});
