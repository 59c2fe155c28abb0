import assert from 'node:assert/strict';
import { test } from 'node:test';
import { start, stop } from './bot.mjs';

test('waits five seconds between two identifies', async () => {
  const first = await start();
  await stop(first);
  const began = performance.now();
  const second = await start();
  assert.ok(performance.now() - began > 4000, 'the second identify was let through at once');
  assert.ok(second.debugLines.some(line => /Invalid session/.test(line)));
  await stop(second);
});
