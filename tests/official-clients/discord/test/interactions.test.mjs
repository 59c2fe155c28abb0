import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ActionRowBuilder, ApplicationCommandOptionType, ButtonBuilder, ButtonStyle, Events, InteractionContextType, LabelBuilder, MessageFlags, ModalBuilder,
  PermissionFlagsBits, SlashCommandBuilder, StringSelectMenuBuilder, TextInputBuilder, TextInputStyle } from 'discord.js';
import { control, emulated, next, place, rejects, start, stop } from './bot.mjs';

let client, channel, ids, where;
before(async () => {
  ids = await place('interactions');
  where = { member: ids.member, channel: ids.channel };
  client = await start();
  channel = client.channels.cache.get(ids.channel);
});
after(() => stop(client));

const quiz = new SlashCommandBuilder().setName('quiz').setDescription('A quiz in this channel').setContexts(InteractionContextType.Guild)
  .addSubcommand(sub => sub.setName('start').setDescription('Begins')
    .addStringOption(option => option.setName('category').setDescription('Of which').setAutocomplete(true))
    .addIntegerOption(option => option.setName('questions').setDescription('How many').setMinValue(1).setMaxValue(50))
    .addStringOption(option => option.setName('difficulty').setDescription('How hard').addChoices({ name: 'Easy', value: 'easy' }, { name: 'Hard', value: 'hard' })))
  .addSubcommand(sub => sub.setName('stop').setDescription('Ends'));
const stats = new SlashCommandBuilder().setName('stats').setDescription('Yours or another’s').addUserOption(option => option.setName('member').setDescription('Whose'));
const daily = new SlashCommandBuilder().setName('daily').setDescription('Managers only').setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild);

test('registers commands, and the same again changes nothing', async () => {
  const first = await client.application.commands.set([quiz, stats, daily]);
  const again = await client.application.commands.set([stats, daily, quiz]);
  for (const command of first.values()) {
    assert.equal(again.get(command.id).version, command.version, command.name);
    assert.equal(command.guildId, null);
  }
  assert.equal(first.find(command => command.name === 'quiz').options[0].type, ApplicationCommandOptionType.Subcommand);
  assert.equal(first.find(command => command.name === 'daily').defaultMemberPermissions.bitfield, PermissionFlagsBits.ManageGuild);
  assert.equal((await client.application.commands.fetch()).size, 3);
  const own = await client.guilds.cache.get(ids.guild).commands.create({ name: 'here', description: 'Of this guild' });
  assert.equal(own.guildId, ids.guild);
  await own.edit({ description: 'Changed' });
  await own.delete();
});

test('is refused commands that Discord refuses', async () => {
  await rejects(client.application.commands.create({ name: 'Bad Name', description: 'x' }), 50035, /name\[APPLICATION_COMMAND_INVALID_NAME\]/);
  await rejects(client.application.commands.create({ name: 'good', description: 'x'.repeat(101) }), 50035, /description\[BASE_TYPE_BAD_LENGTH\]/);
});

test('answers a command, and the answer is seen', async () => {
  const came = next(client, Events.InteractionCreate);
  const answer = control('command', { ...where, words: 'quiz start', options: { questions: 5, difficulty: 'hard' } });
  const interaction = await came;
  assert.equal(interaction.isChatInputCommand(), true);
  assert.equal(interaction.commandName, 'quiz');
  assert.equal(interaction.options.getSubcommand(), 'start');
  assert.equal(interaction.options.getInteger('questions'), 5);
  assert.equal(interaction.options.getString('difficulty'), 'hard');
  assert.equal(interaction.member.id, ids.member);
  assert.equal(interaction.inCachedGuild(), true);
  assert.ok(interaction.appPermissions.has('SendMessages'));
  const response = await interaction.reply({ content: 'It begins', withResponse: true });
  assert.equal(response.resource.message.content, 'It begins');
  assert.equal(response.resource.message.interactionMetadata.id, interaction.id);
  assert.equal((await answer).outcome, 'Message');
  assert.equal((await answer).message.content.text, 'It begins');
  await interaction.editReply('It has begun');
  assert.equal((await interaction.fetchReply()).content, 'It has begun');
  await rejects(interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, { body: { type: 4, data: { content: 'x' } }, auth: false }), 40060, /already been acknowledged/);
});

test('resolves a member that was named', async () => {
  const came = next(client, Events.InteractionCreate);
  const answer = control('command', { ...where, words: 'stats', options: { member: { member: ids.member } } });
  const interaction = await came;
  assert.equal(interaction.options.getUser('member').username, 'ada');
  assert.equal(interaction.options.getMember('member').id, ids.member);
  await interaction.reply({ content: 'Only you see this', flags: MessageFlags.Ephemeral });
  assert.equal((await answer).message.onlyFor, ids.member);
});

test('defers, then edits, then follows up in private', async () => {
  const came = next(client, Events.InteractionCreate);
  const answer = control('command', { ...where, words: 'quiz stop', until: 'shown' });
  const interaction = await came;
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  await interaction.editReply({ content: 'Stopped', embeds: [{ title: 'Board' }] });
  assert.equal((await answer).outcome, 'Deferred');
  assert.equal((await answer).message.content.text, 'Stopped');
  assert.equal((await answer).message.onlyFor, ids.member);
  const more = await interaction.followUp({ content: 'More', flags: MessageFlags.Ephemeral });
  assert.equal(more.flags.has(MessageFlags.Ephemeral), true);
  await interaction.deleteReply();
});

test('completes a category while it is typed', async () => {
  const came = next(client, Events.InteractionCreate);
  const answer = control('autocomplete', { ...where, words: 'quiz start', option: 'category', typed: 'mod' });
  const interaction = await came;
  assert.equal(interaction.isAutocomplete(), true);
  assert.deepEqual(interaction.options.getFocused(true), { name: 'category', type: 3, value: 'mod', focused: true });
  await interaction.respond([{ name: 'Models and the database', value: 'models' }]);
  assert.deepEqual((await answer).choices, [{ name: 'Models and the database', value: 'models' }]);
});

test('updates the message of a button, and defers that, too', async () => {
  const message = await channel.send({ content: 'press', components: [new ActionRowBuilder().addComponents(new ButtonBuilder().setCustomId('a:1').setLabel('One').setStyle(ButtonStyle.Primary))] });
  let came = next(client, Events.InteractionCreate);
  let answer = control('press', { member: ids.member, message: message.id, customId: 'a:1' });
  let interaction = await came;
  assert.equal(interaction.isButton(), true);
  assert.equal(interaction.customId, 'a:1');
  assert.equal(interaction.message.id, message.id);
  assert.equal(interaction.component.label, 'One');
  await interaction.update({ content: 'pressed' });
  assert.equal((await answer).outcome, 'Update');
  assert.equal((await emulated(message.id)).content.text, 'pressed');
  came = next(client, Events.InteractionCreate);
  answer = control('press', { member: ids.member, message: message.id, customId: 'a:1' });
  interaction = await came;
  await interaction.deferUpdate();
  await interaction.editReply('pressed twice');
  await interaction.followUp({ content: 'Noted', flags: MessageFlags.Ephemeral });
  assert.equal((await answer).outcome, 'DeferredUpdate');
  assert.equal((await emulated(message.id)).content.text, 'pressed twice');
});

test('hears what was chosen from a menu', async () => {
  const message = await channel.send({ content: 'choose', components: [new ActionRowBuilder().addComponents(
    new StringSelectMenuBuilder().setCustomId('menu').addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' }))] });
  const came = next(client, Events.InteractionCreate);
  const answer = control('press', { member: ids.member, message: message.id, customId: 'menu', values: ['b'] });
  const interaction = await came;
  assert.equal(interaction.isStringSelectMenu(), true);
  assert.deepEqual(interaction.values, ['b']);
  await interaction.reply('b it is');
  await answer;
});

for (const [kind, build] of [
  ['rows', modal => modal.addComponents(new ActionRowBuilder().addComponents(new TextInputBuilder().setCustomId('answer').setLabel('Your answer').setStyle(TextInputStyle.Short).setMaxLength(80)))],
  ['labels', modal => modal.addLabelComponents(new LabelBuilder().setLabel('Your answer').setTextInputComponent(new TextInputBuilder().setCustomId('answer').setStyle(TextInputStyle.Paragraph)))],
])
  test(`shows a form in ${kind} and reads what was filled in`, async () => {
    const message = await channel.send({ content: 'type', components: [new ActionRowBuilder().addComponents(new ButtonBuilder().setCustomId('type').setLabel('Answer').setStyle(ButtonStyle.Primary))] });
    let came = next(client, Events.InteractionCreate);
    const pressed = control('press', { member: ids.member, message: message.id, customId: 'type' });
    await (await came).showModal(build(new ModalBuilder().setCustomId('form').setTitle('Question 1')));
    const shown = await pressed;
    assert.equal(shown.outcome, 'Modal');
    assert.equal(shown.modal.title, 'Question 1');
    came = next(client, Events.InteractionCreate);
    const sent = control('modal', { interaction: shown.interaction, values: { answer: 'select_related' } });
    const interaction = await came;
    assert.equal(interaction.isModalSubmit(), true);
    assert.equal(interaction.customId, 'form');
    assert.equal(interaction.fields.getTextInputValue('answer'), 'select_related');
    assert.equal(interaction.isFromMessage(), true);
    await interaction.reply({ content: 'Right', flags: MessageFlags.Ephemeral, withResponse: true });
    assert.equal((await sent).message.content.text, 'Right');
  });

test('comes too late after three seconds', async () => {
  const came = next(client, Events.InteractionCreate);
  const answer = control('command', { ...where, words: 'quiz stop' });
  const interaction = await came;
  assert.equal((await answer).outcome, 'Failed');
  await rejects(interaction.reply('late'), 10062, /Unknown interaction/);
});
