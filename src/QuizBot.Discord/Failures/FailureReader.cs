using QuizBot.Chat;
using QuizBot.Discord.Channels;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Failures;

/// <summary>Finds out what a failure really is, where its code leaves that open.</summary>
internal sealed class FailureReader(IDiscordClient client, ChannelCheck channels, Outages outages)
{
    public async ValueTask<ChatFailure> ReadAsync(DiscordFailure failure, DiscordAct act, ulong guild, ulong channel, CancellationToken cancellation)
    {
        var read = failure.Code switch
        {
            FailureTable.MissingAccess => await ReadAccessAsync(failure, act, guild, cancellation),
            FailureTable.MissingPermissions when act is not (DiscordAct.Unreact or DiscordAct.Tell) => await ReadPermissionsAsync(failure, act, guild, channel, cancellation),
            _ => FailureTable.Of(failure, act),
        };
        return read.IsFinal && read.Kind != ChatFailureKind.Invalid && outages.Has(guild)
            ? new ChatFailure(ChatFailureKind.Unavailable, "the server is in an outage of Discord's")
            : read;
    }

    // No access is said of a channel that is hidden, and of every channel of a server that the bot is not in.
    private async ValueTask<ChatFailure> ReadAccessAsync(DiscordFailure failure, DiscordAct act, ulong guild, CancellationToken cancellation)
    {
        var asked = await client.GetGuildAsync(guild, cancellation);
        return asked.Failure?.IsUnknownGuild() == true
            ? new ChatFailure(ChatFailureKind.WorkspaceGone, "I was removed from the server")
            : FailureTable.Of(failure, act);
    }

    private async ValueTask<ChatFailure> ReadPermissionsAsync(
        DiscordFailure failure, DiscordAct act, ulong guild, ulong channel, CancellationToken cancellation)
    {
        var lacking = await channels.LackingAsync(guild, channel, cancellation);
        return lacking is { IsDone: true, Value.Count: > 0 }
            ? new ChatFailure(ChatFailureKind.Forbidden, string.Join(", ", lacking.Value.Select(p => p.Name)))
            : FailureTable.Of(failure, act);
    }
}
