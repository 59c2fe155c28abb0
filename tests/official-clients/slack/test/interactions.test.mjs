import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { button, control, emulated, expect, inbox, place, plain, refused, section, start, stop } from './bot.mjs';

let at, app, web, where;
const heard = inbox();
const modal = (title, more = {}) => ({
  type: 'modal', callback_id: 'daily', title: plain(title), submit: plain('Set'), private_metadata: 'C1',
  blocks: [
    { type: 'input', block_id: 'time', label: plain('Time'), element: { type: 'timepicker', action_id: 'at', initial_time: '09:00' } },
    { type: 'input', block_id: 'days', label: plain('Days'), element: { type: 'static_select', action_id: 'on', options: ['all', 'weekdays'].map(value => ({ text: plain(value), value })) } },
    { type: 'input', block_id: 'note', optional: true, label: plain('Note'), element: { type: 'plain_text_input', action_id: 'words', max_length: 10 } },
  ],
  ...more,
});

before(async () => {
  at = await place('interactions');
  where = { member: at.ada, channel: at.channel };
  app = await start(at, {}, app => {
    app.command('/quiz', async ({ ack, command, respond, client }) => {
      heard.put(command);
      if (command.text === 'plain') return ack('As text');
      if (command.text === 'public') return ack({ response_type: 'in_channel', text: 'For all' });
      if (command.text === 'silent') return;
      await ack();
      if (command.text === 'modal') await client.views.open({ trigger_id: command.trigger_id, view: modal('A daily') });
      if (command.text === 'respond') for (let i = 1; i <= 6; i++) await respond({ text: `answer ${i}` }).catch(error => heard.put(error));
      if (command.text === 'buttons') await respond({ text: 'Choose', blocks: [{ type: 'actions', elements: [button('Go', 'go', 'v1')] }] });
    });
    app.action('go', async ({ ack, body, action, respond }) => {
      await ack();
      heard.put({ body, action });
      await respond({ replace_original: true, text: 'Gone' });
    });
    app.action('keep', async ({ ack, body, action }) => { await ack(); heard.put({ body, action }); });
    app.action('push', async ({ ack, body, client }) => { await ack(); await client.views.push({ trigger_id: body.trigger_id, view: modal('Pushed') }); });
    app.view('daily', async ({ ack, view, body }) => {
      heard.put(view);
      const note = view.state.values.note.words.value;
      if (note === 'wrong') return ack({ response_action: 'errors', errors: { note: 'Not that' } });
      if (note === 'again') return ack({ response_action: 'update', view: modal('Again') });
      await ack();
      await app.client.chat.postEphemeral({ channel: at.channel, user: body.user.id, text: 'Saved' });
    });
    app.view({ callback_id: 'daily', type: 'view_closed' }, async ({ ack, view }) => { await ack(); heard.put(view); });
    app.event('app_home_opened', async ({ event, client }) => {
      if (event.tab !== 'home') return;
      await client.views.publish({ user_id: event.user, hash: event.view?.hash, view: { type: 'home', blocks: [section(`Hello <@${event.user}>`), { type: 'actions', elements: [button('Pause', 'keep', 'd1')] }] } });
      heard.put(event);
    });
  });
  web = app.client;
});
after(() => stop(app));

const use = (text, more = {}) => control('command', { ...where, line: `/quiz ${text}`, ...more });

test('a command is acknowledged with text, in public, or not at all', async () => {
  const text = await use('plain');
  assert.equal(text.state, 'Acknowledged');
  assert.equal(text.responses[0].text, 'As text');
  assert.equal(text.responses[0].onlyFor, at.ada);
  const command = await heard.next();
  assert.deepEqual([command.command, command.text, command.user_id, command.channel_id, command.team_id], ['/quiz', 'plain', at.ada, at.channel, at.id]);
  const all = await use('public');
  assert.equal(all.responses[0].onlyFor, null);
  assert.equal((await use('silent')).state, 'Failed');
  heard.items.length = 0;
});

test('members, channels and markup arrive escaped', async () => {
  await use('start @bashir #general <b> & c');
  assert.equal((await heard.next()).text, `start <@${at.bashir}|bashir> <#${at.channel}|general> &lt;b&gt; &amp; c`);
});

test('a response_url answers five times', async () => {
  await use('respond', { until: 'response' });
  await heard.next();
  const error = await heard.next('the sixth answer');
  assert.match(error.message, /404/);
});

test('a button on an ephemeral message replaces it', async () => {
  const shown = await use('buttons', { until: 'response' });
  await heard.next();
  const [message] = shown.responses;
  const pressed = await control('press', { ...where, message: message.ts, actionId: 'go', until: 'response' });
  assert.equal(pressed.state, 'Acknowledged');
  const { body, action } = await heard.next();
  assert.deepEqual([action.action_id, action.value, body.container.is_ephemeral, body.container.message_ts, body.message], ['go', 'v1', true, message.ts, undefined]);
  assert.equal((await emulated(message.ts)).text, 'Gone');
});

test('a button on a public message tells of the message', async () => {
  const { ts } = await web.chat.postMessage({ channel: at.channel, text: 'Press', blocks: [{ type: 'actions', block_id: 'choices', elements: [button('One', 'keep', '1')] }] });
  await control('press', { member: at.bashir, message: ts, actionId: 'keep' });
  const { body, action } = await heard.next();
  assert.deepEqual([body.message.ts, body.channel.id, body.user.id, action.block_id, action.value, action.type], [ts, at.channel, at.bashir, 'choices', '1', 'button']);
  await control('press-forged', { member: at.bashir, message: ts, actionId: 'keep', value: 'forged' });
  assert.equal((await heard.next()).action.value, 'forged');
});

test('a modal is opened, refused with errors, updated and saved', async () => {
  const { views: [view] } = await use('modal', { until: 'view' });
  await heard.next();
  assert.equal(view.title, 'A daily');
  const submit = (note, more = {}) => control('submit', { member: at.ada, view: view.id, values: { on: 'weekdays', words: note }, ...more });
  const wrong = await submit('wrong');
  assert.deepEqual(wrong.view.errors, { note: 'Not that' });
  assert.ok(wrong.view.isOpen);
  const values = (await heard.next()).state.values;
  assert.equal(values.time.at.selected_time, '09:00');
  assert.equal(values.days.on.selected_option.value, 'weekdays');
  const again = await submit('again');
  assert.equal(again.view.title, 'Again');
  await heard.next();
  const saved = await submit('fine');
  assert.equal(saved.view.isOpen, false);
  assert.equal((await heard.next()).private_metadata, 'C1');
});

test('a trigger opens one view, and only one', async () => {
  expect(/json-pointer/);
  await use('modal', { until: 'view' });
  const { trigger_id } = await heard.next();
  await refused(web.views.open({ trigger_id, view: modal('Twice') }), 'exchanged_trigger_id');
  await refused(web.views.open({ trigger_id: '1.2.3', view: modal('Forged') }), 'invalid_trigger_id');
  await refused(web.views.open({ trigger_id, view: modal('A title that is much too long') }), 'invalid_arguments', /less than 25 characters \[json-pointer:\/view\/title\/text\]/);
  await refused(web.views.open({ trigger_id, view: modal('x', { submit: undefined }) }), 'invalid_arguments', /must define `submit`/);
});

test('views are pushed, and tell when they are closed', async () => {
  const withButton = modal('Base', { notify_on_close: true });
  withButton.blocks.unshift({ type: 'actions', elements: [button('More', 'push', '1')] });
  await use('nothing');
  const { trigger_id } = await heard.next();
  const { view } = await web.views.open({ trigger_id, view: withButton });
  assert.equal(view.root_view_id, view.id);
  const pushed = await control('press', { member: at.ada, view: view.id, actionId: 'push', until: 'view' });
  assert.equal(pushed.views[0].title, 'Pushed');
  const updated = await web.views.update({ view_id: view.id, hash: view.hash, view: withButton });
  await refused(web.views.update({ view_id: view.id, hash: view.hash, view: withButton }), 'hash_conflict');
  assert.notEqual(updated.view.hash, view.hash);
  await control('close-view', { member: at.ada, view: view.id });
  assert.equal((await heard.next()).id, view.id);
});

test('the home tab is published, opened again and used', async () => {
  await control('home', { member: at.bashir });
  assert.equal((await heard.next()).view, undefined);
  await control('home', { member: at.bashir });
  const { view } = await heard.next();
  assert.equal(view.type, 'home');
  await control('press', { member: at.bashir, view: view.id, actionId: 'keep' });
  const { body, action } = await heard.next();
  assert.deepEqual([body.container.type, body.view.id, action.value, body.response_url], ['view', view.id, 'd1', undefined]);
});
