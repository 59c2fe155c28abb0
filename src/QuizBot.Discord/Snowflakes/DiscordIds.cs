using QuizBot.Chat;

namespace QuizBot.Discord.Snowflakes;

/// <summary>
/// How Chat's references hold Discord's ids. A thread in which a daily or a quiz is set is a channel of its own. A message that
/// was posted with <see cref="ChatPost.ThreadId"/> stays one of the channel above, and is written <c>thread/message</c>.
/// </summary>
internal static class DiscordIds
{
    public const string Platform = "discord";

    public static WorkspaceRef Workspace(ulong guild) => new(Platform, Snowflake.Text(guild));

    public static ChannelRef Channel(ulong guild, ulong channel) => new(Workspace(guild), Snowflake.Text(channel));

    public static MessageRef Message(ChannelRef channel, ulong message) => new(channel, Snowflake.Text(message));

    public static MessageRef InThread(ChannelRef channel, ulong thread, ulong message) => Snowflake.Text(thread) == channel.Id
        ? Message(channel, message)
        : new(channel, $"{Snowflake.Text(thread)}/{Snowflake.Text(message)}");

    /// <summary>The guild's and the channel's id; false where they are none of Discord's.</summary>
    public static bool TryChannel(ChannelRef channel, out ulong guild, out ulong id)
    {
        id = 0;
        return TryGuild(channel.Workspace, out guild) && Snowflake.TryParse(channel.Id, out id);
    }

    public static bool TryGuild(WorkspaceRef workspace, out ulong guild)
    {
        guild = 0;
        return workspace.Platform == Platform && Snowflake.TryParse(workspace.Id, out guild);
    }

    /// <summary>Where a message really is: its channel, or the thread that its id names.</summary>
    /// <param name="message">The message.</param>
    /// <param name="channel">Its channel's id, which stands where the message's names no thread.</param>
    /// <param name="place">The channel or thread it is in.</param>
    /// <param name="id">Its own id.</param>
    public static bool TryMessage(MessageRef message, ulong channel, out ulong place, out ulong id)
    {
        place = channel;
        id = 0;
        var slash = message.Id.IndexOf('/', StringComparison.Ordinal);
        return (slash < 0 || Snowflake.TryParse(message.Id[..slash], out place)) && Snowflake.TryParse(message.Id[(slash + 1)..], out id);
    }
}
