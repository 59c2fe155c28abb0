import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Events } from 'discord.js';
import { control, emulated, next, place, rejects, start, stop } from './bot.mjs';

let client, channel, ids;
before(async () => {
  ids = await place('reactions');
  client = await start();
  channel = client.channels.cache.get(ids.channel);
});
after(() => stop(client));

test('seeds reactions in order and hears its own', async () => {
  const message = await channel.send('react');
  const heard = next(client, Events.MessageReactionAdd, reaction => reaction.emoji.name === '3️⃣');
  for (const emoji of ['1️⃣', '2️⃣', '3️⃣']) await message.react(emoji);
  await heard;
  assert.deepEqual((await emulated(message.id)).reactions.map(reaction => reaction.emoji), ['1️⃣', '2️⃣', '3️⃣']);
  const fetched = await message.fetch(true);
  assert.equal(fetched.reactions.cache.get('2️⃣').me, true);
});

test('hears members react and change their mind, and lists them', async () => {
  const message = await channel.send('react');
  const added = next(client, Events.MessageReactionAdd);
  await control('react', { member: ids.member, message: message.id, emoji: '🇦' });
  const reaction = await added;
  assert.equal(reaction.emoji.name, '🇦');
  assert.equal(reaction.message.id, message.id);
  const bashir = (await control('member', { guild: ids.guild, name: 'bashir' })).id;
  await control('react', { member: bashir, message: message.id, emoji: '🇦' });
  const users = await reaction.users.fetch();
  assert.deepEqual([...users.keys()].sort(), [ids.member, bashir].sort());
  const page = await reaction.users.fetch({ limit: 1, after: [...users.keys()].sort()[0] });
  assert.equal(page.size, 1);
  const removed = next(client, Events.MessageReactionRemove);
  await control('unreact', { member: ids.member, message: message.id, emoji: '🇦' });
  await removed;
});

test('takes a replaced reaction off, if it may', async () => {
  const message = await channel.send('react');
  const added = next(client, Events.MessageReactionAdd);
  await control('react', { member: ids.member, message: message.id, emoji: '🇧' });
  const reaction = await added;
  await reaction.users.remove(ids.member);
  assert.deepEqual((await emulated(message.id)).reactions, []);
  const cleared = next(client, Events.MessageReactionRemoveAll);
  await message.react('🇧');
  await message.reactions.removeAll();
  await cleared;
});

test('is refused the 21st emoji, an unknown one, and what it may not do', async () => {
  const message = await channel.send('react');
  const many = [...'🍎🍐🍊🍋🍌🍉🍇🍓🍈🍒🍑🥭🍍🥥🥝🍅🥑🍆🥔🥕🌽'];
  const { guild, member } = ids;
  for (const emoji of many.slice(0, 20)) await control('react', { member, message: message.id, emoji });
  await rejects(message.react(many[20]), 30010, /Maximum number of reactions reached/);
  await rejects(message.react('word'), 10014, /Unknown Emoji/);
  await control('permissions', { guild, permissions: 'ViewChannel, SendMessages, ReadMessageHistory' });
  await rejects(message.reactions.removeAll(), 50013, /Missing Permissions/);
});
