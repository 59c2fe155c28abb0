using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Wire;

/// <summary>Turns a dispatch into what the adapter hears of it.</summary>
internal static class EventReader
{
    /// <summary>The event; null for one that concerns nobody here. READY and RESUMED are the shard's own affair.</summary>
    /// <exception cref="System.Text.Json.JsonException">The data is not what its name says.</exception>
    public static DiscordEvent? Read(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data, GuildRoster guilds)
    {
        if (name.SequenceEqual("MESSAGE_REACTION_ADD"u8))
            return ReactionReader.One(data, added: true);
        if (name.SequenceEqual("MESSAGE_REACTION_REMOVE"u8))
            return ReactionReader.One(data, added: false);
        if (name.SequenceEqual("INTERACTION_CREATE"u8))
            return InteractionReader.Read(data);
        if (name.SequenceEqual("GUILD_CREATE"u8))
            return guilds.Create(IdReader.Guild(data));
        if (name.SequenceEqual("GUILD_DELETE"u8))
            return guilds.Delete(IdReader.Guild(data));
        if (name.SequenceEqual("MESSAGE_REACTION_REMOVE_ALL"u8) || name.SequenceEqual("MESSAGE_REACTION_REMOVE_EMOJI"u8))
            return ReactionReader.Cleared(data);
        if (name.SequenceEqual("CHANNEL_DELETE"u8))
            return Deleted(data, thread: false);
        if (name.SequenceEqual("THREAD_DELETE"u8))
            return Deleted(data, thread: true);
        return null;
    }

    private static ChannelDeleted? Deleted(ReadOnlySpan<byte> data, bool thread)
    {
        var (channel, guild) = IdReader.Channel(data);
        return guild is { } known ? new ChannelDeleted(known, channel, thread) : null;
    }
}
