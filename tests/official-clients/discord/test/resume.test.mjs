import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Events } from 'discord.js';
import { control, next, place, start, state, stop, until } from './bot.mjs';

const last = async () => (await state()).connections.at(-1);
const opened = async () => (await state()).connections.length;

async function comesBack(client, deed, event) {
  const before = await opened();
  const back = next(client, event);
  await deed();
  await back;
  await until(async () => (await opened()) > before, 'a new connection');
  return last();
}

test('takes its session up after a drop and hears what it missed', async () => {
  const { guild, channel, member } = await place('resume');
  const client = await start();
  const message = await client.channels.cache.get(channel).send('react');
  const missed = next(client, Events.MessageReactionAdd);
  const gone = next(client, Events.ShardReconnecting);
  client.expectsShardErrors = true;
  const resumed = next(client, Events.ShardResume);
  await control('drop');
  await control('react', { member, message: message.id, emoji: '🇦' });
  await gone;
  assert.equal((await missed).emoji.name, '🇦');
  await resumed;
  assert.equal((await last()).isResumed, true);
  assert.equal(client.guilds.cache.get(guild).available, true);
  await stop(client);
});

test('reconnects when it is asked to (opcode 7)', async () => {
  const client = await start();
  const connection = await comesBack(client, () => control('reconnect'), Events.ShardResume);
  assert.equal(connection.isResumed, true);
  await stop(client);
});

test('resumes when the session is invalid but resumable (opcode 9, true)', async () => {
  const client = await start();
  const before = await last();
  const resumed = next(client, Events.ShardResume);
  await control('invalidate', { resumable: true });
  await resumed;
  assert.ok((await last()).isResumed || (await last()).number === before.number);
  await stop(client);
});

test('starts anew when its session is lost (opcode 9, false)', async () => {
  const client = await start();
  const connection = await comesBack(client, () => control('invalidate'), Events.ShardReady);
  assert.equal(connection.isResumed, false);
  await stop(client);
});

for (const [code, event] of [[4000, Events.ShardResume], [4003, Events.ShardReady], [4007, Events.ShardReady], [4008, Events.ShardReady], [4009, Events.ShardResume]])
  test(`treats close code ${code} and goes on`, async () => {
    const client = await start();
    client.expectsShardErrors = true;
    await comesBack(client, () => control('close', { code }), event);
    await stop(client);
  });
