using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Game.Dailies;
using QuizBot.Game.Help;
using QuizBot.Game.Places;
using QuizBot.Game.Platforms;
using QuizBot.Storage;

namespace QuizBot.Game.Events;

/// <summary>Members who leave, and the bot's own coming and going.</summary>
internal sealed partial class MembershipChanges(
    Database database, PauseForFault pause, PlatformSet platforms, TimeProvider time, ILogger<MembershipChanges> logger)
{
    private static readonly TimeSpan AtMostOnceIn = TimeSpan.FromDays(1);

    /// <summary>Hidden from boards until they do something again.</summary>
    public async Task LeftAsync(WorkspaceRef workspace, IReadOnlyCollection<string> memberIds, CancellationToken cancellation)
    {
        await using var transaction = await database.WriteAsync(cancellation);
        if (await transaction.Db.FindWorkspaceAsync(workspace, cancellation) is not { } known)
            return;
        var members = await transaction.Db.Members.AsTracking()
            .Where(m => m.WorkspaceId == known.Id && memberIds.Contains(m.ExternalId)).ToListAsync(cancellation);
        foreach (var member in members)
            member.Leave();
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Every channel of the workspace stops; its data stays, for a second invitation.</summary>
    public async Task WorkspaceGoneAsync(WorkspaceGone gone, CancellationToken cancellation)
    {
        List<string> channels;
        await using (var db = await database.ReadAsync(cancellation))
        {
            channels = await (
                from c in db.Channels
                join w in db.Workspaces on c.WorkspaceId equals w.Id
                where w.Platform == gone.Workspace.Platform && w.ExternalId == gone.Workspace.Id
                select c.ExternalId).ToListAsync(cancellation);
        }

        foreach (var channel in channels)
            await pause.ChannelGoneAsync(new ChannelRef(gone.Workspace, channel), "I was removed", cancellation);
    }

    /// <summary>Says how to begin.</summary>
    public async Task InvitedAsync(BotInvited invited, CancellationToken cancellation)
    {
        if (platforms.Find(invited.Channel.Platform) is not { } platform)
            return;
        // Whoever was killed while welcoming is handed the invitation again.
        var key = Keys.Of(invited.Channel) + "w";
        var found = await platform.FindPostAsync(invited.Channel, key, time.GetUtcNow() - AtMostOnceIn, cancellation);
        if (found.Value is not null)
            return;
        var failure = found.Failure
            ?? (await platform.PostAsync(new ChatPost(invited.Channel, key, WelcomeMessage.Make()), cancellation)).Failure;
        if (failure is not null)
            NotWelcomed(invited.Channel.Platform, invited.Channel.Id, failure.Kind, failure.Detail);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The welcome on {Platform} in {Channel} could not be shown: {Kind}, {Detail}")]
    private partial void NotWelcomed(string platform, string channel, ChatFailureKind kind, string detail);
}
