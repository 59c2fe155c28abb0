import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Events } from 'discord.js';
import { control, next, place, rejects, start, stop } from './bot.mjs';

let client;
before(async () => { client = await start(); });
after(() => stop(client));

test('is invited, removed, and invited again', async () => {
  const created = next(client, Events.GuildCreate);
  const { id } = await control('guild', { name: 'new' });
  assert.equal((await created).id, id);
  const deleted = next(client, Events.GuildDelete);
  await control('remove-bot', { guild: id });
  assert.equal((await deleted).id, id);
  await rejects(client.rest.get(`/guilds/${id}`), 50001, /Missing Access/);
  const again = next(client, Events.GuildCreate);
  await control('invite', { guild: id });
  await again;
});

test('sees an outage, which is no removal', async () => {
  const { guild, channel } = await place('outage');
  const unavailable = next(client, Events.GuildUnavailable);
  await control('outage', { guild });
  assert.equal((await unavailable).id, guild);
  const available = next(client, Events.GuildAvailable);
  await control('outage', { guild, on: false });
  assert.equal((await available).id, guild);
  assert.equal((await client.channels.fetch(channel, { force: true })).name, 'general');
});

test('hears of channels that come and go', async () => {
  const { guild } = await place('channels');
  const created = next(client, Events.ChannelCreate);
  const { id } = await control('channel', { guild, name: 'quiz' });
  assert.equal((await created).id, id);
  const deleted = next(client, Events.ChannelDelete);
  await control('delete-channel', { channel: id });
  assert.equal((await deleted).id, id);
});

test('finds that a member left', async () => {
  const { guild, member } = await place('members');
  const members = client.guilds.cache.get(guild).members;
  assert.equal((await members.fetch({ user: member, force: true })).displayName, 'ada');
  await control('leave', { member });
  await rejects(members.fetch({ user: member, force: true }), 10007, /Unknown Member/);
});

test('is refused what its permissions do not cover', async () => {
  const { guild, channel } = await place('permissions');
  const updated = next(client, Events.GuildRoleUpdate);
  await control('permissions', { guild, permissions: 'Administrator' });
  assert.ok((await updated).id);
  await client.channels.cache.get(channel).send('may');
  assert.ok(client.guilds.cache.get(guild).members.me.permissions.has('ManageGuild'));
});
