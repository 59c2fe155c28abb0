import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { control, inbox, place, refused, start, stop } from './bot.mjs';

let at, app, web;
const added = inbox(), removed = inbox();
before(async () => {
  at = await place('reactions');
  app = await start(at, { ignoreSelf: false }, app => {
    app.event('reaction_added', ({ event }) => added.put(event));
    app.event('reaction_removed', ({ event }) => removed.put(event));
  });
  web = app.client;
  await control('limits', { on: false });
});
after(() => stop(app));

test('reactions of members and of the bot itself are heard', async () => {
  const { ts } = await web.chat.postMessage({ channel: at.channel, text: 'Choose' });
  await web.reactions.add({ channel: at.channel, timestamp: ts, name: 'one' });
  const { bot_id, user_id } = await web.auth.test();
  assert.ok(bot_id);
  const own = await added.next('own reaction');
  assert.equal(own.user, user_id);
  await control('react', { member: at.bashir, message: ts, name: 'one' });
  const heard = await added.next('reaction');
  assert.deepEqual([heard.user, heard.reaction, heard.item.channel, heard.item.ts, heard.item_user], [at.bashir, 'one', at.channel, ts, user_id]);
  const { message } = await web.reactions.get({ channel: at.channel, timestamp: ts, full: true });
  assert.deepEqual(message.reactions, [{ name: 'one', users: [user_id, at.bashir], count: 2 }]);
  await control('unreact', { member: at.bashir, message: ts, name: 'one' });
  assert.equal((await removed.next('removal')).user, at.bashir);
  await web.reactions.remove({ channel: at.channel, timestamp: ts, name: 'one' });
  assert.equal((await removed.next('own removal')).user, user_id);
});

test('aliases and skin tones keep the name that Slack gives them', async () => {
  const { ts } = await web.chat.postMessage({ channel: at.channel, text: 'Choose' });
  await control('react', { member: at.ada, message: ts, name: 'thumbsup' });
  assert.equal((await added.next()).reaction, '+1');
  await control('react', { member: at.ada, message: ts, name: 'thumbsup::skin-tone-3' });
  assert.equal((await added.next()).reaction, '+1::skin-tone-3');
});

test('what cannot be is refused', async () => {
  const { ts } = await web.chat.postMessage({ channel: at.channel, text: 'Choose' });
  const add = (name, timestamp = ts) => web.reactions.add({ channel: at.channel, timestamp, name });
  await add('one');
  await added.next();
  await refused(add('one'), 'already_reacted');
  await refused(add('no_such_emoji'), 'invalid_name');
  await refused(add('one::skin-tone-2'), 'invalid_name');
  await refused(add('two', '1111111111.111111'), 'message_not_found');
  await refused(add('two', 'yesterday'), 'bad_timestamp');
  await refused(web.reactions.remove({ channel: at.channel, timestamp: ts, name: 'two' }), 'no_reaction');
});
