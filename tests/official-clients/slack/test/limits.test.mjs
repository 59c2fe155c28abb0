import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WebClient } from '@slack/web-api';
import { apiUrl, control, expect, logger, place, quiet, state } from './bot.mjs';

let at, web;
const client = (more = {}) => new WebClient(at.botToken, { slackApiUrl: apiUrl, logger: logger(), ...more });
before(async () => {
  at = await place('limits');
  await control('limits', { on: true });
  web = client();
});
after(quiet);

const calls = async method => (await state()).calls.filter(call => call.method === method && call.arguments.channel === at.channel);

test('messages in one channel are one a second, after a few at once', async () => {
  const refusing = client({ rejectRateLimitedCalls: true });
  const results = await Promise.allSettled(Array.from({ length: 6 }, (_, i) => refusing.chat.postMessage({ channel: at.channel, text: `${i}` })));
  const limited = results.filter(one => one.status === 'rejected').map(one => one.reason);
  assert.equal(limited.length, 3);
  assert.ok(limited.every(error => error.code === 'slack_webapi_rate_limited_error' && error.retryAfter >= 1), JSON.stringify(limited));
  expect(/rate.?limit/i);
});

test('the client waits as Retry-After says, and posts once', async () => {
  expect(/A rate limit was exceeded|rate limited/i);
  await control('spoil-requests', { kind: 'refused', method: 'conversations.info', status: 429, milliseconds: 1000 });
  const began = performance.now();
  const { channel } = await web.conversations.info({ channel: at.channel });
  assert.equal(channel.id, at.channel);
  assert.ok(performance.now() - began >= 950);
  assert.deepEqual((await calls('conversations.info')).map(call => call.status), [429, 200]);
});

test('a 503 is tried again', async () => {
  expect(/http request failed|503/);
  await control('spoil-requests', { kind: 'refused', method: 'conversations.members', status: 503 });
  await web.conversations.members({ channel: at.channel });
  assert.deepEqual((await calls('conversations.members')).map(call => call.status), [503, 200]);
});

test('a lost answer leaves a doubt: what was done stays done', async () => {
  expect(/http request failed|fetch failed|terminated|socket/i);
  await control('limits', { on: false });
  await control('spoil-requests', { kind: 'done-then-dropped', method: 'chat.postMessage' });
  const once = client({ retryConfig: { retries: 0 } });
  await assert.rejects(once.chat.postMessage({ channel: at.channel, text: 'in doubt', metadata: { event_type: 'round_posted', event_payload: { round: 'r1' } } }));
  const { messages } = await web.conversations.history({ channel: at.channel, include_all_metadata: true });
  assert.equal(messages[0].metadata.event_payload.round, 'r1');
});

test('a tier is a number of calls a minute', async () => {
  await control('limits', { on: true });
  const refusing = client({ rejectRateLimitedCalls: true });
  const results = await Promise.allSettled(Array.from({ length: 25 }, () => refusing.conversations.list()));
  assert.equal(results.filter(one => one.status === 'rejected').length, 5);
});
