using System.Globalization;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Control;

/// <summary>What the control API shows. Ids are texts, since scripts cannot count that far.</summary>
internal static class DiscordState
{
    public static object Of(DiscordEmulator discord)
    {
        lock (discord.World.Gate)
            return new
            {
                discord.ApiBaseUrl,
                discord.GatewayUrl,
                discord.Token,
                applicationId = Id(discord.ApplicationId),
                discord.CommandRegistrations,
                commands = discord.Commands().Select(command => new { id = Id(command.Id), command.Name, command.Description, command.Options }),
                guilds = discord.Guilds.Select(Guild),
                directs = discord.World.Directs.Values.Select(Channel),
                connections = discord.Connections.All.Select(connection => new
                {
                    connection.Number,
                    connection.Query,
                    connection.IsOpen,
                    connection.IsCompressed,
                    connection.IsResumed,
                    connection.Shard,
                    connection.Shards,
                    connection.Intents,
                    connection.Heartbeats,
                    connection.Events,
                    connection.ClosedByClient,
                    connection.ClosedByServer,
                }),
                requests = discord.Requests.All.TakeLast(200).Select(request => new { request.Method, request.Path, request.Body, request.Status, request.Code, request.Answer }),
            };
    }

    public static object Message(EmulatedMessage message) => new
    {
        id = Id(message.Id),
        channel = Id(message.Channel.Id),
        author = message.Author.Name,
        message.At,
        message.EditedAt,
        message.Kind,
        message.IsDeleted,
        onlyFor = message.OnlyFor is { } only ? Id(only) : null,
        repliesTo = message.RepliesTo is { } replied ? Id(replied) : null,
        thread = message.Thread is { } thread ? Id(thread.Id) : null,
        isLoading = message.Flags.HasFlag(MessageFlags.Loading),
        content = Content(message.Content),
        history = message.History.Select(Content),
        reactions = message.Reactions.Select(reaction => new { reaction.Emoji, users = reaction.Users.Select(Id) }),
    };

    private static object Guild(EmulatedGuild guild) => new
    {
        id = Id(guild.Id),
        guild.Name,
        guild.IsUnavailable,
        hasBot = guild.Bot is not null,
        members = guild.Members.Select(member => new { id = Id(member.Id), name = member.User.Name, member.User.IsBot, permissions = member.Permissions.ToString() }),
        roles = guild.Roles.Select(role => new { id = Id(role.Id), role.Name, permissions = role.Permissions.ToString() }),
        channels = guild.Channels.Select(Channel),
    };

    private static object Channel(EmulatedChannel channel) => new
    {
        id = Id(channel.Id),
        channel.Name,
        channel.Kind,
        channel.IsArchived,
        parent = channel.Parent is { } parent ? Id(parent.Id) : null,
        recipient = channel.Recipient?.Name,
        messages = channel.Messages.Select(Message),
    };

    private static object Content(MessageContent content) => new
    {
        content.Text,
        content.Embeds,
        rows = content.Rows.Select(row => row.Components.Cast<object>()),
        files = content.Files.Select(file => new { id = Id(file.Id), file.Name, file.ContentType, size = file.Bytes.Length }),
        mentions = content.Mentions.Select(Id),
        mentionedRoles = content.MentionedRoles.Select(Id),
        content.MentionsEveryone,
    };

    private static string Id(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
