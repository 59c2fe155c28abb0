import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { RESTEvents } from 'discord.js';
import { control, emulated, place, start, state, stop } from './bot.mjs';

let client, channel, ids;
before(async () => {
  ids = await place('limits');
  client = await start();
  channel = client.channels.cache.get(ids.channel);
});
after(() => stop(client));

const statuses = async path => (await state()).requests.filter(request => request.path.includes(path)).map(request => request.status);

test('learns a bucket from its headers and is never refused', async () => {
  const waits = [];
  const listen = data => waits.push(data);
  client.rest.on(RESTEvents.RateLimited, listen);
  await Promise.all(Array.from({ length: 7 }, (_, i) => channel.send(`${i}`)));
  client.rest.off(RESTEvents.RateLimited, listen);
  assert.ok(waits.length > 0, 'seven messages at once are more than five in five seconds');
  assert.ok(waits.every(wait => wait.limit === 5 && wait.timeToReset > 0 && wait.timeToReset <= 6000), JSON.stringify(waits));
  assert.deepEqual([...new Set(await statuses(`/channels/${ids.channel}/messages`))], [200]);
});

test('waits as a 429 says, and sends once', async () => {
  await control('spoil-requests', { kind: 'refused', method: 'GET', path: '/users/@me', status: 429, milliseconds: 400 });
  const began = performance.now();
  await client.user.fetch(true).catch(() => client.rest.get('/users/@me'));
  await client.rest.get('/users/@me');
  assert.ok(performance.now() - began >= 390);
});

test('waits for all routes when the limit is global', async () => {
  await control('spoil-requests', { kind: 'refused', method: 'GET', path: '/applications/@me', status: 429, milliseconds: 400, global: true });
  const began = performance.now();
  await client.rest.get('/applications/@me');
  assert.ok(performance.now() - began >= 390);
});

test('tries again after a 502', async () => {
  await control('spoil-requests', { kind: 'refused', method: 'GET', path: `/guilds/${ids.guild}`, status: 502, times: 2 });
  assert.equal((await client.rest.get(`/guilds/${ids.guild}`)).name, 'limits');
});

test('does a thing twice when the answer was lost, unless the nonce is enforced', async () => {
  await control('spoil-requests', { kind: 'done-then-refused', method: 'POST', path: `/channels/${ids.channel}/messages`, status: 502 });
  const message = await channel.send({ content: 'kept', nonce: '42', enforceNonce: true });
  const { guilds } = await state();
  const posts = guilds.find(guild => guild.id === ids.guild).channels[0].messages.filter(one => one.content.text === 'kept');
  assert.equal(posts.length, 1);
  assert.equal(posts[0].id, message.id);
  assert.ok(await emulated(message.id));
});

test('is held to the global limit of fifty a second', async () => {
  await control('limits', { global: 5 });
  const results = [];
  const listen = data => results.push(data.global);
  client.rest.on(RESTEvents.RateLimited, listen);
  await Promise.all(Array.from({ length: 8 }, () => client.rest.get(`/channels/${ids.channel}`)));
  client.rest.off(RESTEvents.RateLimited, listen);
  await control('limits', {});
  assert.ok(results.includes(true), 'nobody was told of the global limit');
});
