import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SocketModeClient } from '@slack/socket-mode';
import { WebClient } from '@slack/web-api';
import { apiUrl, control, inbox, logger, place, quiet, refused, start, state, stop } from './bot.mjs';

let at;
before(async () => { at = await place('connect'); });
after(quiet);

test('Bolt connects, and auth.test says who it is', async () => {
  const app = await start(at);
  const who = await app.client.auth.test();
  assert.equal(who.team_id, at.id);
  assert.match(who.user_id, /^U/);
  assert.match(who.bot_id, /^B/);
  assert.ok(who.response_metadata.scopes.includes('chat:write'));
  assert.ok((await state()).connections.some(one => one.isOpen && one.app === at.app));
  await stop(app);
});

test('a connection is closed by the app with a close frame', async () => {
  const { connections } = await state();
  const mine = connections.filter(one => one.app === at.app);
  assert.ok(mine.length > 0 && mine.every(one => !one.isOpen && one.closedByClient === 1000), JSON.stringify(mine));
});

test('several connections share the deliveries, and each comes once', async () => {
  const heard = inbox(), clients = [];
  for (let i = 0; i < 3; i++) {
    const client = new SocketModeClient({ appToken: at.appToken, logger: logger(), clientOptions: { slackApiUrl: apiUrl } });
    client.on('app_mention', async ({ ack, event }) => { await ack(); heard.put([i, event.text]); });
    await client.start();
    clients.push(client);
  }
  for (let n = 0; n < 6; n++) {
    const delivery = await control('mention', { member: at.ada, channel: at.channel, text: `n${n}` });
    assert.equal(delivery.state, 'Acknowledged');
    assert.equal(delivery.attempts.length, 1);
  }
  const got = [];
  for (let n = 0; n < 6; n++) got.push(await heard.next('mention'));
  assert.deepEqual(new Set(got.map(([i]) => i)).size, 3);
  assert.equal(new Set(got.map(([, words]) => words)).size, 6);
  await Promise.all(clients.map(client => client.disconnect()));
});

test('wrong, absent and misplaced tokens are told apart', async () => {
  const client = token => new WebClient(token, { slackApiUrl: apiUrl, logger: logger() });
  await refused(client('xoxb-wrong').auth.test(), 'invalid_auth');
  await refused(client().auth.test(), 'not_authed');
  await refused(client(at.botToken).apps.connections.open(), 'not_allowed_token_type');
  await refused(client(at.botToken).apiCall('chat.nonsense'), 'unknown_method');
});

test('a revoked token and a removed app are refused', async () => {
  const gone = await place('gone');
  const client = new WebClient(gone.botToken, { slackApiUrl: apiUrl, logger: logger() });
  await client.auth.test();
  const heard = inbox();
  const app = await start(gone, {}, app => app.event('tokens_revoked', ({ event }) => heard.put(event)));
  await control('revoke-token', { workspace: gone.id });
  assert.equal((await heard.next('event')).type, 'tokens_revoked');
  await refused(client.auth.test(), 'token_revoked');
  await stop(app);
  const removed = await place('removed');
  await control('uninstall', { workspace: removed.id });
  await refused(new WebClient(removed.botToken, { slackApiUrl: apiUrl, logger: logger() }).auth.test(), 'account_inactive');
});
