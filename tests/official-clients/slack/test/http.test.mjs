import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { button, control, expect, inbox, place, plain, start, stop } from './bot.mjs';

let at, app, url;
const heard = inbox();
before(async () => {
  at = await place('http');
  app = await start(at, { http: true }, app => {
    app.event('app_mention', async ({ event, body, context }) => {
      heard.put({ id: body.event_id, text: event.text, retry: context.retryNum, reason: context.retryReason });
    });
    app.command('/quiz', async ({ ack, command, client }) => {
      await ack(command.text === 'text' ? 'Over HTTP' : undefined);
      if (command.text === 'modal') await client.views.open({ trigger_id: command.trigger_id, view: { type: 'modal', callback_id: 'm', title: plain('M'), submit: plain('Go'), blocks: [{ type: 'input', block_id: 'b', label: plain('L'), element: { type: 'plain_text_input', action_id: 'i' } }] } });
    });
    app.action('press', async ({ ack, respond }) => { await ack(); await respond({ text: 'Pressed', replace_original: false }); });
    app.view('m', async ({ ack, view }) => ack({ response_action: 'errors', errors: { b: view.state.values.b.i.value } }));
  });
  url = `http://127.0.0.1:${app.port}/slack/events`;
  await control('http', { app: at.app, events: url, interactivity: url, commands: url });
});
after(() => stop(app));

test('the address answers the challenge', async () => {
  assert.deepEqual(await control('verify-url', { app: at.app, url }), { verified: true });
});

test('events arrive signed', async () => {
  const delivery = await control('mention', { member: at.ada, channel: at.channel, text: 'hello' });
  assert.equal(delivery.state, 'Acknowledged');
  assert.equal(delivery.attempts[0].status, 200);
  assert.match((await heard.next()).text, /hello/);
});

test('an event that was not acknowledged in time comes again and says so', async () => {
  await control('spoil-deliveries', { kind: 'late-acknowledgement', type: 'app_mention' });
  const delivery = await control('mention', { member: at.ada, channel: at.channel, text: 'late' });
  assert.deepEqual(delivery.attempts.map(one => [one.retry, one.reason]), [[0, ''], [1, 'http_timeout']]);
  const [first, second] = [await heard.next(), await heard.next()];
  assert.equal(first.id, second.id);
  assert.deepEqual([second.retry, second.reason], [1, 'http_timeout']);
});

test('commands and interactions arrive as forms', async () => {
  const where = { member: at.ada, channel: at.channel };
  assert.equal((await control('command', { ...where, line: '/quiz text' })).responses[0].text, 'Over HTTP');
  const { ts } = await app.client.chat.postMessage({ channel: at.channel, text: 'x', blocks: [{ type: 'actions', elements: [button('Press', 'press', '1')] }] });
  const pressed = await control('press', { member: at.bashir, message: ts, actionId: 'press', until: 'response' });
  assert.equal(pressed.responses[0].text, 'Pressed');
  const { views: [view] } = await control('command', { ...where, line: '/quiz modal', until: 'view' });
  const answer = await control('submit', { member: at.ada, view: view.id, values: { i: 'no good' } });
  assert.deepEqual(answer.view.errors, { b: 'no good' });
});

test('a forged signature is what Bolt takes it for', async () => {
  expect(/signature|verif|Failed|timestamp/i);
  const body = JSON.stringify({ type: 'event_callback', event: { type: 'app_mention' } });
  const timestamp = `${Math.floor(Date.now() / 1000)}`;
  const post = signature => fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature } });
  const sign = secret => `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  assert.equal((await post(sign('wrong'))).status, 401);
  assert.notEqual((await post(sign(at.signingSecret))).status, 401);
});

test('an address that is gone fails in Slack’s words', async () => {
  await control('http', { app: at.app, events: 'http://127.0.0.1:9/', interactivity: url, commands: 'http://127.0.0.1:9/' });
  const answer = await control('command', { member: at.ada, channel: at.channel, line: '/quiz text' });
  assert.equal(answer.state, 'Failed');
});
