import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { button, control, emulated, expect, place, plain, refused, section, start, stop } from './bot.mjs';

let at, app, web;
before(async () => {
  at = await place('messages');
  app = await start(at);
  web = app.client;
  await control('limits', { on: false });
});
after(() => stop(app));

const post = (more = {}) => web.chat.postMessage({ channel: at.channel, text: 'A question', ...more });

test('posts text, blocks and metadata, and finds them in the history', async () => {
  const metadata = { event_type: 'round_posted', event_payload: { round: 'abc' } };
  const sent = await post({ blocks: [section('*Q*'), { type: 'actions', elements: [button('One', 'a1', '1')] }], metadata, unfurl_links: false });
  assert.equal(sent.channel, at.channel);
  assert.equal(sent.message.text, 'A question');
  assert.equal(sent.message.blocks[0].text.text, '*Q*');
  assert.ok(sent.message.blocks[0].block_id);
  assert.equal(sent.message.bot_profile.name, 'QuizBot');
  const history = await web.conversations.history({ channel: at.channel, limit: 5, include_all_metadata: true });
  assert.deepEqual(history.messages[0].metadata, metadata);
  assert.equal(history.messages[0].ts, sent.ts);
  const plainHistory = await web.conversations.history({ channel: at.channel, limit: 5 });
  assert.equal(plainHistory.messages[0].metadata, undefined);
});

test('an update without blocks takes them away and keeps the metadata; an empty one takes that, too', async () => {
  const metadata = { event_type: 'round_posted', event_payload: { round: 'def' } };
  const { ts } = await post({ blocks: [section('first')], metadata });
  const updated = await web.chat.update({ channel: at.channel, ts, text: 'second' });
  assert.equal(updated.text, 'second');
  let kept = await emulated(ts);
  assert.equal(kept.blocks, null);
  assert.deepEqual(kept.metadata, metadata);
  assert.equal(kept.history[0].blocks[0].text.text, 'first');
  await web.chat.update({ channel: at.channel, ts, text: 'third', blocks: [section('third')], metadata: {} });
  kept = await emulated(ts);
  assert.equal(kept.metadata, null);
  assert.equal(kept.blocks[0].text.text, 'third');
});

test('threads hang on their first message', async () => {
  const { ts } = await post();
  const reply = await post({ thread_ts: ts, text: 'in the thread' });
  assert.equal(reply.message.thread_ts, ts);
  const { messages } = await web.conversations.replies({ channel: at.channel, ts });
  assert.deepEqual(messages.map(message => message.text), ['A question', 'in the thread']);
  assert.equal(messages[0].reply_count, 1);
  const history = await web.conversations.history({ channel: at.channel });
  assert.ok(!history.messages.some(message => message.ts === reply.ts));
  await refused(post({ thread_ts: '1111111111.111111' }), 'thread_not_found');
  expect(/is not a valid thread_ts/);
  await refused(post({ thread_ts: '0' }), 'invalid_thread_ts');
});

test('an ephemeral message is seen by one member only', async () => {
  const { message_ts } = await web.chat.postEphemeral({ channel: at.channel, user: at.bashir, text: 'for you' });
  const kept = await emulated(message_ts);
  assert.equal(kept.onlyFor, at.bashir);
  const outsider = (await control('member', { workspace: at.id, name: 'outsider' })).id;
  await refused(web.chat.postEphemeral({ channel: at.channel, user: outsider, text: 'not for you' }), 'user_not_in_channel');
});

test('deletes its own messages only', async () => {
  const { ts } = await post();
  await web.chat.delete({ channel: at.channel, ts });
  await refused(web.chat.delete({ channel: at.channel, ts }), 'message_not_found');
  const said = await control('say', { member: at.ada, channel: at.channel, text: 'mine' });
  await refused(web.chat.delete({ channel: at.channel, ts: said.ts }), 'cant_delete_message');
  await refused(web.chat.update({ channel: at.channel, ts: said.ts, text: 'mine now' }), 'cant_update_message');
});

test('a message to a member opens the conversation, whose id updates need', async () => {
  const sent = await web.chat.postMessage({ channel: at.ada, text: 'psst' });
  assert.match(sent.channel, /^D/);
  await web.chat.update({ channel: sent.channel, ts: sent.ts, text: 'psst!' });
  await refused(web.chat.update({ channel: at.ada, ts: sent.ts, text: 'psst?' }), 'channel_not_found');
});

test('links, members and channels read as Slack has them', async () => {
  const { ts } = await post();
  const { permalink } = await web.chat.getPermalink({ channel: at.channel, message_ts: ts });
  assert.match(permalink, new RegExp(`/archives/${at.channel}/p${ts.replace('.', '')}$`));
  const { user } = await web.users.info({ user: at.bashir });
  assert.equal(user.profile.display_name, '<!channel> & *bold*');
  const ada = await web.users.info({ user: at.ada });
  assert.ok(ada.user.is_admin);
  assert.equal(ada.user.tz, 'Europe/Vienna');
  const { channel } = await web.conversations.info({ channel: at.channel, include_num_members: true });
  assert.deepEqual([channel.name, channel.creator, channel.is_member, channel.num_members], ['general', at.ada, true, 3]);
  const first = await web.conversations.members({ channel: at.channel, limit: 2 });
  const rest = await web.conversations.members({ channel: at.channel, limit: 2, cursor: first.response_metadata.next_cursor });
  assert.equal(first.members.length + rest.members.length, 3);
  assert.equal(rest.response_metadata.next_cursor, '');
  await refused(web.users.info({ user: 'U404' }), 'user_not_found');
  const { team_id, bot_id } = await web.auth.test();
  assert.equal((await web.bots.info({ bot: bot_id })).bot.app_id, at.app);
  assert.equal(team_id, at.id);
});

test('channels that the bot cannot use say why', async () => {
  const make = (name, more = {}) => control('channel', { workspace: at.id, name, member: at.ada, ...more });
  const outside = (await make('outside', { withBot: false })).id;
  await refused(web.chat.postMessage({ channel: outside, text: 'x' }), 'not_in_channel');
  const secret = (await make('secret', { withBot: false, private: true })).id;
  await refused(web.chat.postMessage({ channel: secret, text: 'x' }), 'channel_not_found');
  await refused(web.conversations.info({ channel: secret }), 'channel_not_found');
  const old = (await make('old')).id;
  await control('archive', { channel: old });
  await refused(web.chat.postMessage({ channel: old, text: 'x' }), 'is_archived');
  await refused(web.conversations.history({ channel: outside }), 'not_in_channel');
  await refused(web.team.info(), 'missing_scope');
});

test('blocks that Slack refuses are refused, and say where', async () => {
  expect(/json-pointer|`text` argument is missing/);
  await refused(post({ blocks: [section('x'.repeat(3001))] }), 'invalid_blocks', /must be less than 3001 characters \[json-pointer:\/blocks\/0\/text\/text\]/);
  await refused(post({ blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })) }), 'invalid_blocks', /no more than 50 items allowed/);
  await refused(post({ blocks: [{ type: 'sections' }] }), 'invalid_blocks', /unsupported type: sections \[json-pointer:\/blocks\/0\/type\]/);
  await refused(post({ blocks: [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }] }), 'invalid_blocks', /unsupported type: mrkdwn/);
  await refused(post({ blocks: [{ type: 'actions', elements: [button('x'.repeat(76), 'a')] }] }), 'invalid_blocks', /less than 76/);
  await refused(post({ blocks: [{ type: 'actions', elements: [button('a', 'same'), button('b', 'same')] }] }), 'invalid_blocks', /already exists/);
  await refused(post({ blocks: [{ type: 'section', text: plain('x'), colour: 'red' }] }), 'invalid_blocks', /invalid additional property: colour/);
  await refused(web.chat.postMessage({ channel: at.channel, text: 'x', blocks: 'nonsense' }), 'invalid_blocks_format');
  await refused(web.chat.postMessage({ channel: at.channel, text: '' }), 'no_text');
  await refused(post({ metadata: { event_type: 'x' } }), 'invalid_metadata_schema');
});
