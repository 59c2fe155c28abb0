import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client, GatewayIntentBits } from 'discord.js';
import { control, place, start, state, stop } from './bot.mjs';

test('connects, and knows its guilds, channels, roles and itself', async () => {
  const { guild, channel } = await place('connect');
  const client = await start();
  const known = client.guilds.cache.get(guild);
  assert.equal(known.name, 'connect');
  assert.equal(known.available, true);
  assert.equal(known.channels.cache.get(channel).name, 'general');
  assert.equal(known.members.me.id, client.user.id);
  assert.ok(known.members.me.permissions.has('SendMessages'));
  assert.ok(known.channels.cache.get(channel).permissionsFor(client.user).has('AddReactions'));
  assert.equal(known.roles.everyone.name, '@everyone');
  assert.equal(client.application.id, client.user.id);
  assert.equal((await client.application.fetch()).name, 'QuizBot');
  assert.equal((await client.user.fetch(true)).bot, true);
  assert.equal((await client.guilds.fetch()).has(guild), true);
  assert.equal((await known.fetch()).memberCount > 0, true);
  assert.equal((await known.channels.fetch()).size, 1);
  assert.equal((await known.roles.fetch()).size, 2);
  await stop(client);
});

test('keeps the heart beating', async () => {
  const client = await start();
  await control('heartbeat');
  // It knows how long the way takes once its beat was acknowledged.
  for (let tries = 0; (await state()).connections.at(-1).heartbeats === 0 || client.ws.ping < 0; tries++) {
    assert.ok(tries < 200, 'no heartbeat came, or none was acknowledged');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  await stop(client);
});

test('uses the way of sending that it was asked for', async () => {
  const client = await start();
  assert.equal((await state()).connections.at(-1).isCompressed, process.env.ZLIB_STREAM === '1');
  await stop(client);
});

test('ends its session when it leaves', async () => {
  const client = await start();
  await stop(client);
  for (let tries = 0; (await state()).connections.at(-1).closedByClient !== 1000; tries++) {
    assert.ok(tries < 100, 'the close code did not arrive');
    await new Promise(resolve => setTimeout(resolve, 20));
  }
});

test('is told of a wrong token', async () => {
  const { apiBaseUrl } = await state();
  const client = new Client({ intents: [], rest: { api: apiBaseUrl.replace(/\/v10$/, '') } });
  await assert.rejects(client.login('MTAwMDAw.wrong.token'), { code: 'TokenInvalid' });
});

test('is told of intents that it may not have', async () => {
  const { apiBaseUrl, token } = await state();
  const client = new Client({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent], rest: { api: apiBaseUrl.replace(/\/v10$/, '') } });
  await assert.rejects(client.login(token), /disallowed intents/i);
  await client.destroy();
});

test('runs in two shards, each with its guilds', async () => {
  const ids = [];
  for (let i = 0; i < 4; i++) ids.push((await control('guild', { name: `shard ${i}` })).id);
  const client = await start({ shardCount: 2 });
  for (const id of ids)
    assert.equal(client.guilds.cache.get(id).shardId, Number((BigInt(id) >> 22n) % 2n));
  assert.equal(client.ws.shards.size, 2);
  await stop(client);
});
