import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Events } from 'discord.js';
import { control, next, start, state, stop } from './bot.mjs';

test('finds out that a connection is dead, and resumes', async () => {
  const client = await start();
  client.expectsShardErrors = true;
  // discord.js gives the dead connection half a minute to close.
  const resumed = next(client, Events.ShardResume, undefined, 60_000);
  await control('half-open');
  await resumed;
  assert.equal((await state()).connections.at(-1).isResumed, true);
  await stop(client);
});
