using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Discord.Channels;
using QuizBot.Discord.Failures;
using QuizBot.Discord.Interactions;
using QuizBot.Discord.Seam;
using QuizBot.Discord.Snowflakes;

namespace QuizBot.Discord.Events;

/// <summary>Turns what Discord tells into Chat's events. But for reactions at their bound, nothing here makes the event stream wait.</summary>
internal sealed partial class EventIntake(
    IChatEvents events, ReactionIntake reactions, InteractionDesk desk, Restorations restorations, InFlight work, Outages outages,
    ChannelCheck channels, ILogger logger)
{
    public ValueTask HearAsync(DiscordEvent happened)
    {
        switch (happened)
        {
            case ReactionHeard reaction:
                return reactions.HearAsync(reaction, work.GivenUp);
            case DiscordInteraction interaction:
                desk.Take(interaction);
                break;
            // After a resume Discord replays what was missed.
            case ShardConnected { Resumed: false } shard:
                restorations.Begin($"shard {shard.Shard}", shard.Shards == 1 ? null : shard.Guilds);
                break;
            case GuildAvailable available:
                Available(available);
                break;
            case GuildUnavailable gone:
                outages.Began(gone.Guild);
                break;
            case GuildLeft left:
                outages.Ended(left.Guild);
                Hand("a removal from a server", new WorkspaceGone("", DiscordIds.Workspace(left.Guild)));
                break;
            case ChannelDeleted deleted:
                Hand("a deleted channel", new ChannelGone(
                    "", DiscordIds.Channel(deleted.Guild, deleted.Channel), deleted.IsThread ? "the thread was deleted" : "the channel was deleted"));
                break;
            // Which were taken off is not told: what stands now is read.
            case ReactionsCleared cleared:
                restorations.Begin($"guild {cleared.Guild}", [cleared.Guild]);
                break;
        }

        return ValueTask.CompletedTask;
    }

    private void Available(GuildAvailable available)
    {
        outages.Ended(available.Guild);
        if (available.Joined)
            work.Begin("greeting a server", token => GreetAsync(available.Guild, token));
        else if (available.WasUnavailable)
            restorations.Begin($"guild {available.Guild}", [available.Guild]);
    }

    private void Hand(string what, ChatEvent happened) => work.Begin(what, async token => await events.HandleAsync(happened, token));

    private async Task GreetAsync(ulong guild, CancellationToken cancellation)
    {
        Joined(guild);
        var channel = await channels.FindChannelToGreetInAsync(guild, cancellation);
        if (channel is { IsDone: true, Value: { } id })
            await events.HandleAsync(new BotInvited("", DiscordIds.Channel(guild, id)), cancellation);
        else
            NotGreeted(guild, channel.Failure?.ToString() ?? "no text channel lets the bot view it, send messages and embed links");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Invited to the Discord server {Guild}")]
    private partial void Joined(ulong guild);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The Discord server {Guild} could not be greeted: {Why}")]
    private partial void NotGreeted(ulong guild, string why);
}
