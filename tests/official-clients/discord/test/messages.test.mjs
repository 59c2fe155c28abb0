import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ActionRowBuilder, AttachmentBuilder, ButtonBuilder, ButtonStyle, EmbedBuilder, Events, StringSelectMenuBuilder, time } from 'discord.js';
import { control, emulated, next, place, rejects, start, stop } from './bot.mjs';

let client, channel, ids;
before(async () => {
  ids = await place('messages');
  client = await start();
  channel = client.channels.cache.get(ids.channel);
});
after(() => stop(client));

test('posts a question as an embed with buttons and a menu', async () => {
  const heard = next(client, Events.MessageCreate);
  const message = await channel.send({
    content: 'The question of the day',
    embeds: [new EmbedBuilder().setTitle('Which option?').setDescription('```py\nnickname = ...\n```').setColor(0x5865f2).setURL('https://example.org/')
      .addFields({ name: '1', value: 'blank=True', inline: true }, { name: '2', value: 'null=True' })
      .setAuthor({ name: 'QuizBot' }).setFooter({ text: 'round 1' }).setTimestamp().setImage('https://example.org/a.png')],
    components: [
      new ActionRowBuilder().addComponents([1, 2, 3, 4].map(n => new ButtonBuilder().setCustomId(`a:${n}`).setLabel(`${n}`).setStyle(ButtonStyle.Secondary).setEmoji('✅'))),
      new ActionRowBuilder().addComponents(new ButtonBuilder().setStyle(ButtonStyle.Link).setURL('https://example.org/').setLabel('Docs')),
      new ActionRowBuilder().addComponents(new StringSelectMenuBuilder().setCustomId('menu').setPlaceholder('Choose').addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' })),
    ],
  });
  assert.equal((await heard).id, message.id);
  assert.equal((await heard).content, 'The question of the day');
  assert.equal(message.embeds[0].fields[1].value, 'null=True');
  assert.equal(message.components.length, 3);
  assert.equal(message.components[0].components[3].customId, 'a:4');
  assert.equal(message.components[2].components[0].options.length, 2);
  assert.equal((await emulated(message.id)).content.embeds[0].title, 'Which option?');
});

test('edits, replies, lists and deletes', async () => {
  const message = await channel.send(`closes ${time(new Date(), 'R')}`);
  const updated = next(client, Events.MessageUpdate, (_, now) => now.id === message.id);
  const edited = await message.edit({ content: 'closed', embeds: [{ description: 'revealed' }] });
  await updated;
  assert.ok(edited.editedAt);
  assert.equal((await emulated(message.id)).history.length, 1);
  const reply = await message.reply({ content: 'the answer', allowedMentions: { parse: [], repliedUser: false } });
  assert.equal(reply.reference.messageId, message.id);
  assert.equal((await reply.fetchReference()).id, message.id);
  const list = await channel.messages.fetch({ limit: 2, cache: false });
  assert.deepEqual([...list.keys()], [reply.id, message.id]);
  assert.equal((await channel.messages.fetch({ around: message.id, limit: 3, cache: false })).has(message.id), true);
  const deleted = next(client, Events.MessageDelete);
  await reply.delete();
  assert.equal((await deleted).id, reply.id);
  await rejects(channel.messages.fetch({ message: reply.id, force: true }), 10008, /Unknown Message/);
});

test('sends the same nonce once', async () => {
  const nonce = '1234567890123456789012345';
  const first = await channel.send({ content: 'once', nonce, enforceNonce: true });
  const second = await channel.send({ content: 'twice', nonce, enforceNonce: true });
  assert.equal(second.id, first.id);
  assert.equal(second.content, 'once');
});

test('mentions only whom it may', async () => {
  const quiet = await channel.send({ content: `<@${ids.member}> @everyone`, allowedMentions: { parse: [] } });
  assert.equal(quiet.mentions.users.size, 0);
  assert.equal(quiet.mentions.everyone, false);
  const loud = await channel.send({ content: `<@${ids.member}>`, allowedMentions: { users: [ids.member] } });
  assert.deepEqual([...loud.mentions.users.keys()], [ids.member]);
});

test('attaches a file', async () => {
  const message = await channel.send({ files: [new AttachmentBuilder(Buffer.from('a,b\n1,2\n'), { name: 'data.csv', description: 'numbers' })] });
  const attachment = message.attachments.first();
  assert.equal(attachment.name, 'data.csv');
  assert.equal(attachment.size, 8);
  assert.equal(await (await fetch(attachment.url)).text(), 'a,b\n1,2\n');
});

test('hides what others write, as without the privileged intent', async () => {
  const heard = next(client, Events.MessageCreate);
  await control('say', { member: ids.member, channel: ids.channel, text: 'secret' });
  assert.equal((await heard).content, '');
  assert.equal((await heard).author.username, 'ada');
});

test('is refused what Discord refuses, in words that discord.js can read', async () => {
  await rejects(channel.send(' '), 50006, /empty message/);
  await rejects(channel.send('x'.repeat(2001)), 50035, /content\[BASE_TYPE_MAX_LENGTH\]: Must be 2000 or fewer in length\./);
  await rejects(channel.send({ embeds: Array(11).fill({ title: 'x' }) }), 50035, /embeds\[BASE_TYPE_MAX_LENGTH\]/);
  await rejects(channel.send({ embeds: [{ title: 'x'.repeat(257) }] }), 50035, /embeds\[0\]\.title\[BASE_TYPE_MAX_LENGTH\]/);
  await rejects(channel.send({ content: 'x', reply: { messageReference: '1' } }), 50035, /message_reference\[MESSAGE_REFERENCE_UNKNOWN_MESSAGE\]/);
});

test('writes to a member directly', async () => {
  const user = await client.users.fetch(ids.member);
  const message = await user.send('psst');
  assert.equal(message.guild, null);
  assert.equal((await emulated(message.id)).content.text, 'psst');
});
