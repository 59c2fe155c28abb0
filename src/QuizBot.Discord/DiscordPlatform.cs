using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using QuizBot.Chat;
using QuizBot.Chat.Commands;
using QuizBot.Chat.Messages;
using QuizBot.Discord.Channels;
using QuizBot.Discord.Commands;
using QuizBot.Discord.Events;
using QuizBot.Discord.Failures;
using QuizBot.Discord.Interactions;
using QuizBot.Discord.Seam;
using QuizBot.Discord.Snowflakes;

namespace QuizBot.Discord;

/// <summary>Discord, over a client of it.</summary>
internal sealed class DiscordPlatform(
    IDiscordClient client, ChannelCheck channels, Outages outages, Posts posts, Reactions reactions, FailureReader failures,
    HandlerThreads threads, IOptions<DiscordOptions> options, TimeProvider time, ILogger<DiscordPlatform> logger) : IChatPlatform
{
    private static readonly TimeSpan LastWork = TimeSpan.FromSeconds(3);

    public string Name => DiscordIds.Platform;

    public ChatCapabilities Capabilities { get; } = new() { RemovesReactions = true, LiveTimes = true };

    public bool IsConnected => client.IsConnected;

    public async Task RunAsync(IChatEvents events, CommandCatalogue commands, CancellationToken cancellation)
    {
        using var work = new InFlight(time, logger);
        var order = new EventOrder(time);
        var reactionIntake = new ReactionIntake(events, client, order, logger);
        var intake = new EventIntake(
            events, reactionIntake, new InteractionDesk(events, client, threads, work, order, time, logger), new Restorations(events, work), work,
            outages, channels, logger);
        var registration = new CommandRegistration(client, options.Value.CommandGuild, time, logger);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        work.Watch("offering the commands", OfferAsync(registration, commands, stop.Token));
        try
        {
            await client.RunAsync(intake.HearAsync, cancellation);
        }
        finally
        {
            await stop.CancelAsync();
            work.Begin("recording the last reactions", reactionIntake.DrainAsync);
            await work.DrainAsync(LastWork);
        }
    }

    public ValueTask<ChatResult<MessageRef>> PostAsync(ChatPost post, CancellationToken cancellation) => posts.PostAsync(post, cancellation);

    public ValueTask<ChatResult<MessageRef?>> FindPostAsync(
        ChannelRef channel, string key, DateTimeOffset since, CancellationToken cancellation) => posts.FindAsync(channel, key, since, cancellation);

    public ValueTask<ChatResult> EditAsync(MessageRef message, ChatMessage content, CancellationToken cancellation) =>
        posts.EditAsync(message, content, cancellation);

    public ValueTask<ChatResult<string>> OpenThreadAsync(MessageRef message, string name, CancellationToken cancellation) =>
        posts.OpenThreadAsync(message, name, cancellation);

    public ValueTask<ChatResult> TellMemberAsync(ChannelRef channel, string memberId, ChatMessage content, CancellationToken cancellation) =>
        posts.TellAsync(channel, memberId, content, cancellation);

    public ValueTask<ChatResult> AddReactionsAsync(MessageRef message, IReadOnlyList<string> emoji, CancellationToken cancellation) =>
        reactions.AddAsync(message, emoji, cancellation);

    public ValueTask<ChatResult> RemoveReactionAsync(MessageRef message, string memberId, string emoji, CancellationToken cancellation) =>
        reactions.RemoveAsync(message, memberId, emoji, cancellation);

    public ValueTask<ChatResult<IReadOnlyList<StandingReaction>>> ListReactionsAsync(
        MessageRef message, IReadOnlyList<string> emoji, CancellationToken cancellation) => reactions.ListAsync(message, emoji, cancellation);

    public async ValueTask<ChatResult<IReadOnlyList<string>>> CheckChannelAsync(ChannelRef channel, CancellationToken cancellation)
    {
        if (!DiscordIds.TryChannel(channel, out var guild, out var id))
            return Posts.NoChannel(channel);
        var lacking = await channels.LackingAsync(guild, id, cancellation);
        return lacking.IsDone
            ? ChatResult.Of<IReadOnlyList<string>>([.. lacking.Value.Select(p => p.Name)])
            : await failures.ReadAsync(lacking.Failure, DiscordAct.Read, guild, id, cancellation);
    }

    public async ValueTask<ChatResult<ChatMember?>> FindMemberAsync(WorkspaceRef workspace, string memberId, CancellationToken cancellation)
    {
        if (!DiscordIds.TryGuild(workspace, out var guild))
            return new ChatFailure(ChatFailureKind.WorkspaceGone, $"'{workspace.Id}' is no server's id");
        if (!Snowflake.TryParse(memberId, out var user))
            return (ChatMember?)null;
        var found = await client.GetMemberAsync(guild, user, cancellation);
        if (found.IsDone)
            return new ChatMember(memberId, found.Value.User.Name, found.Value.User.IsBot);
        return found.Failure.IsUnknownMember()
            ? (ChatMember?)null
            : await failures.ReadAsync(found.Failure, DiscordAct.Read, guild, 0, cancellation);
    }

    private static async Task OfferAsync(CommandRegistration registration, CommandCatalogue commands, CancellationToken cancellation)
    {
        try
        {
            await registration.RunAsync(commands, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The bot stops, or Discord refuses it altogether: the next start goes on.
        }
    }
}
