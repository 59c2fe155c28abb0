using QuizBot.Chat;
using QuizBot.Discord.Failures;
using QuizBot.Discord.Seam;
using QuizBot.Discord.Snowflakes;

namespace QuizBot.Discord.Channels;

/// <summary>Reactions below messages.</summary>
internal sealed class Reactions(IDiscordClient client, FailureReader failures, DeniedChannels denied)
{
    private const int PageSize = 100;
    private const int UnknownEmoji = 10014;

    public ValueTask<ChatResult> AddAsync(MessageRef message, IReadOnlyList<string> emoji, CancellationToken cancellation) =>
        OnAsync(message, DiscordAct.React, async (channel, id) =>
        {
            foreach (var one in emoji)
            {
                if (await client.AddReactionAsync(channel, id, one, cancellation) is { IsDone: false } failed)
                    return failed;
            }

            return default;
        }, cancellation);

    public async ValueTask<ChatResult> RemoveAsync(MessageRef message, string memberId, string emoji, CancellationToken cancellation)
    {
        if (!Snowflake.TryParse(memberId, out var user))
            return ChatResult.Done;
        return await OnAsync(message, DiscordAct.Unreact, async (channel, id) =>
        {
            if (denied.Has(channel))
                return new DiscordFailure(403, FailureTable.MissingPermissions, "refused a moment ago");
            var removed = await client.RemoveReactionAsync(channel, id, user, emoji, cancellation);
            if (removed.Failure?.Code == FailureTable.MissingPermissions)
                denied.Add(channel);
            return removed.Failure?.Code == UnknownEmoji ? default : removed;
        }, cancellation);
    }

    public async ValueTask<ChatResult<IReadOnlyList<StandingReaction>>> ListAsync(
        MessageRef message, IReadOnlyList<string> emoji, CancellationToken cancellation)
    {
        var standing = new List<StandingReaction>();
        var listed = await OnAsync(message, DiscordAct.Read, async (channel, id) =>
        {
            foreach (var one in emoji)
            {
                if (await ListAsync(channel, id, one, standing, cancellation) is { } failure)
                    return failure;
            }

            return default;
        }, cancellation);
        return listed.Failure is { } failed ? failed : ChatResult.Of<IReadOnlyList<StandingReaction>>(standing);
    }

    private async ValueTask<DiscordFailure?> ListAsync(
        ulong channel, ulong message, string emoji, List<StandingReaction> standing, CancellationToken cancellation)
    {
        for (ulong after = 0; ;)
        {
            var page = await client.ListReactionsAsync(channel, message, emoji, after, cancellation);
            // Nobody reacted with it, not even the bot.
            if (page.Failure is { Code: UnknownEmoji })
                return null;
            if (!page.IsDone)
                return page.Failure;
            standing.AddRange(page.Value.Where(u => !u.IsBot).Select(u => new StandingReaction(
                new ChatMember(Snowflake.Text(u.Id), u.Name) { NameIsProvisional = true }, emoji)));
            if (page.Value.Count < PageSize)
                return null;
            after = page.Value.Max(u => u.Id);
        }
    }

    private async ValueTask<ChatResult> OnAsync(
        MessageRef message, DiscordAct act, Func<ulong, ulong, ValueTask<DiscordResult>> run, CancellationToken cancellation)
    {
        if (!DiscordIds.TryChannel(message.Channel, out var guild, out var channel))
            return Posts.NoChannel(message.Channel);
        if (!DiscordIds.TryMessage(message, channel, out var place, out var id))
            return new ChatFailure(ChatFailureKind.MessageGone, $"'{message.Id}' is no message of Discord's");
        var done = await run(place, id);
        return done.IsDone ? ChatResult.Done : await failures.ReadAsync(done.Failure, act, guild, place, cancellation);
    }
}
