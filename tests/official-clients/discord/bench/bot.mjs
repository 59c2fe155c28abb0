// A bare discord.js bot to measure ours against: it counts reactions and answers buttons, and keeps nothing.
import { Client, Events, GatewayIntentBits, MessageFlags, Partials } from 'discord.js';

const { DISCORD_TOKEN: token, DISCORD_API: api, EXPECT: expect = '0' } = process.env;
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessageReactions],
  // Without these it would not tell of reactions on messages from before its start.
  partials: [Partials.Message, Partials.Channel, Partials.Reaction, Partials.User],
  shards: 'auto',
  rest: { api, version: '10' },
});
let reactions = 0;
client.on(Events.MessageReactionAdd, () => {
  if (++reactions === Number(expect))
    console.log('counted');
});
client.on(Events.InteractionCreate, async interaction => {
  if (interaction.isButton())
    await interaction.reply({ content: 'Noted.', flags: MessageFlags.Ephemeral });
});
client.once(Events.ClientReady, () => console.log('ready'));
await client.login(token);
