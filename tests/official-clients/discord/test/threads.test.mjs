import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Events, ThreadAutoArchiveDuration } from 'discord.js';
import { control, next, place, rejects, start, stop } from './bot.mjs';

let client, channel, ids;
before(async () => {
  ids = await place('threads');
  client = await start();
  channel = client.channels.cache.get(ids.channel);
});
after(() => stop(client));

test('opens a thread at a message, which has its id, and writes there', async () => {
  const message = await channel.send('Discuss');
  const created = next(client, Events.ThreadCreate);
  const thread = await message.startThread({ name: 'Question 1', autoArchiveDuration: ThreadAutoArchiveDuration.OneDay });
  assert.equal((await created).id, message.id);
  assert.equal(thread.id, message.id);
  assert.equal(thread.parentId, channel.id);
  assert.equal(thread.ownerId, client.user.id);
  const post = await thread.send('The model answer');
  assert.equal(post.channel.id, thread.id);
  assert.equal((await message.fetch(true)).hasThread, true);
  await rejects(client.rest.post(`/channels/${channel.id}/messages/${message.id}/threads`, { body: { name: 'Again' } }), 160004, /already been created/);
  assert.equal((await channel.threads.fetchActive()).threads.has(thread.id), true);
});

test('is told when a thread is archived or deleted', async () => {
  const message = await channel.send('Discuss');
  const thread = await message.startThread({ name: 'Question 2' });
  const post = await thread.send('x');
  const updated = next(client, Events.ThreadUpdate);
  await control('archive', { channel: thread.id, locked: true });
  await updated;
  await rejects(post.edit('y'), 50083, /Thread is archived/);
  const deleted = next(client, Events.ThreadDelete);
  await control('delete-channel', { channel: thread.id });
  assert.equal((await deleted).id, thread.id);
  await rejects(thread.send('z'), 10003, /Unknown Channel/);
});

test('is refused a name that is too long', async () => {
  const message = await channel.send('Discuss');
  await rejects(message.startThread({ name: 'x'.repeat(101) }), 50035, /name\[BASE_TYPE_BAD_LENGTH\]: Must be between 1 and 100 in length\./);
});
