import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { control, inbox, place, start, stop } from './bot.mjs';

let at, app, ts;
const heard = inbox();
before(async () => {
  at = await place('deliveries');
  app = await start(at, {}, app => app.event('reaction_added', ({ event, body }) => heard.put({ id: body.event_id, reaction: event.reaction })));
  ({ ts } = await app.client.chat.postMessage({ channel: at.channel, text: 'Choose' }));
});
after(() => stop(app));

const react = name => control('react', { member: at.ada, message: ts, name });
const spoil = (kind, more = {}) => control('spoil-deliveries', { kind, type: 'reaction_added', ...more });

test('the same event twice has the same id twice', async () => {
  await spoil('duplicated');
  await react('one');
  const [first, second] = [await heard.next(), await heard.next()];
  assert.equal(first.id, second.id);
});

test('an acknowledgement that comes late does not stop the retry', async () => {
  await spoil('late-acknowledgement');
  const delivery = await react('two');
  assert.equal(delivery.state, 'Acknowledged');
  assert.deepEqual(delivery.attempts.map(one => [one.retry, one.reason, one.isAcknowledged]), [[0, '', false], [1, 'timeout', true]]);
  const [first, second] = [await heard.next(), await heard.next()];
  assert.equal(first.id, second.id);
});

test('what is lost comes again', async () => {
  await spoil('lost');
  const delivery = await react('three');
  assert.equal(delivery.attempts.length, 2);
  assert.equal((await heard.next()).reaction, 'three');
});

test('two change places', async () => {
  await spoil('reordered');
  const first = react('four');
  await react('five');
  await first;
  assert.deepEqual([(await heard.next()).reaction, (await heard.next()).reaction], ['five', 'four']);
});
