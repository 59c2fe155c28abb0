using QuizBot.Emulators.Discord.Gateway;
using QuizBot.Emulators.Discord.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord;

/// <summary>Tells the gateway what happened, to those who asked to hear it. Called under the world's lock.</summary>
internal sealed class WorldEvents(DiscordWorld world)
{
    public Delivery GuildCreated(EmulatedGuild guild) =>
        world.Hub.Dispatch(guild.Id, Intents.Guilds, world.GuildCreated(guild));

    /// <summary>With <paramref name="unavailable"/> an outage; without it the bot was removed.</summary>
    public Delivery GuildDeleted(EmulatedGuild guild, bool unavailable) =>
        world.Hub.Dispatch(guild.Id, Intents.Guilds, GatewayEvent.Of("GUILD_DELETE", (guild, unavailable), static (json, state) =>
        {
            json.WriteStartObject();
            json.WriteId("id"u8, state.guild.Id);
            if (state.unavailable)
                json.WriteBoolean("unavailable"u8, true);
            json.WriteEndObject();
        }));

    public Delivery GuildUpdated(EmulatedGuild guild) => world.Hub.Dispatch(guild.Id, Intents.Guilds,
        GatewayEvent.Of("GUILD_UPDATE", guild, static (json, guild) => GuildJson.Write(json, guild, withCounts: false)));

    /// <param name="name">CREATE, UPDATE or DELETE; the kind of the channel makes it CHANNEL_ or THREAD_.</param>
    public Delivery Channel(EmulatedChannel channel, string name) =>
        channel.Guild is null || !IsSeen(channel) ? default : world.Hub.Dispatch(channel.Guild.Id, Intents.Guilds,
            channel.IsThread && name == "DELETE" ? ThreadDeleted(channel)
            : GatewayEvent.Of((channel.IsThread ? "THREAD_" : "CHANNEL_") + name, (channel, name), static (json, state) =>
            {
                if (state is { channel.IsThread: true, name: "CREATE" })
                    ThreadJson.WriteCreated(json, state.channel);
                else
                    ChannelJson.Write(json, state.channel);
            }));

    public Delivery Role(EmulatedGuild guild, EmulatedRole role, string name) =>
        world.Hub.Dispatch(guild.Id, Intents.Guilds, GatewayEvent.Of("GUILD_ROLE_" + name, (guild, role, name), static (json, state) =>
        {
            json.WriteStartObject();
            json.WriteId("guild_id"u8, state.guild.Id);
            if (state.name == "DELETE")
                json.WriteId("role_id"u8, state.role.Id);
            else
            {
                json.WritePropertyName("role"u8);
                RoleJson.Write(json, state.role);
            }
            json.WriteEndObject();
        }));

    /// <param name="name">ADD, UPDATE or REMOVE. An update of the bot itself is told without the privileged intent, too.</param>
    public Delivery Member(EmulatedMember member, string name) =>
        world.Hub.Dispatch(member.Guild.Id, name == "UPDATE" && member.User == world.Bot ? Intents.None : Intents.GuildMembers,
            GatewayEvent.Of("GUILD_MEMBER_" + name, (member, name), static (json, state) => EventJson.WriteMember(json, state.member, state.name == "REMOVE")));

    public Delivery MessageCreated(EmulatedMessage message) => Message("MESSAGE_CREATE", message);

    public Delivery MessageUpdated(EmulatedMessage message) => Message("MESSAGE_UPDATE", message);

    public Delivery MessageDeleted(EmulatedMessage message) =>
        message.OnlyFor is not null || !IsSeen(message.Channel) ? default : world.Hub.Dispatch(message.Channel.Guild?.Id, Messages(message.Channel),
            GatewayEvent.Of("MESSAGE_DELETE", message, EventJson.WriteDeleted));

    public Delivery Reaction(EmulatedMessage message, string emoji, EmulatedUser user, bool added) =>
        !IsSeen(message.Channel) ? default : world.Hub.Dispatch(message.Channel.Guild?.Id, Reactions(message.Channel),
            GatewayEvent.Of(added ? "MESSAGE_REACTION_ADD" : "MESSAGE_REACTION_REMOVE", new ReactionChange(message, emoji, user, added), EventJson.WriteReaction));

    /// <summary>All reactions went, or all of one emoji.</summary>
    public Delivery ReactionsCleared(EmulatedMessage message, string? emoji) =>
        !IsSeen(message.Channel) ? default : world.Hub.Dispatch(message.Channel.Guild?.Id, Reactions(message.Channel),
            GatewayEvent.Of(emoji is null ? "MESSAGE_REACTION_REMOVE_ALL" : "MESSAGE_REACTION_REMOVE_EMOJI", (message, emoji), static (json, state) =>
                EventJson.WriteCleared(json, state.message, state.emoji)));

    private static Intents Messages(EmulatedChannel channel) => channel.Guild is null ? Intents.DirectMessages : Intents.GuildMessages;

    private static Intents Reactions(EmulatedChannel channel) => channel.Guild is null ? Intents.DirectMessageReactions : Intents.GuildMessageReactions;

    private static GatewayEvent ThreadDeleted(EmulatedChannel thread) => GatewayEvent.Of("THREAD_DELETE", thread, EventJson.WriteThreadDeleted);

    private Delivery Message(string name, EmulatedMessage message)
    {
        // What only one member sees is told to nobody.
        if (message.OnlyFor is not null || !IsSeen(message.Channel))
            return default;
        var open = MessageView.IsOpen(world, message);
        GatewayEvent? whole = null, hidden = null;
        return world.Hub.Dispatch(message.Channel.Guild?.Id, Messages(message.Channel), session =>
            open || session.Intents.HasFlag(Intents.MessageContent)
                ? whole ??= Event(name, message, showsContent: true)
                : hidden ??= Event(name, message, showsContent: false));
    }

    private GatewayEvent Event(string name, EmulatedMessage message, bool showsContent) => GatewayEvent.Of(name,
        new MessageView(world, message) { ShowsContent = showsContent, ShowsNonce = name == "MESSAGE_CREATE" }, MessageJson.WriteEvent);

    /// <summary>A bot hears nothing of a channel that it may not see.</summary>
    private static bool IsSeen(EmulatedChannel channel) =>
        channel.Guild is null || channel.Guild is { IsUnavailable: false, Bot: { } bot } && PermissionRules.In(channel, bot).HasFlag(Permissions.ViewChannel);
}
