using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using QuizBot.Chat;
using QuizBot.Chat.Messages;
using QuizBot.Discord.Failures;
using QuizBot.Discord.Rendering;
using QuizBot.Discord.Seam;
using QuizBot.Discord.Snowflakes;

namespace QuizBot.Discord.Channels;

/// <summary>Messages of the bot.</summary>
internal sealed class Posts(IDiscordClient client, PostFinder finder, FailureReader failures, IOptions<DiscordOptions> options)
{
    private const int LongestKey = 25;

    public static ChatFailure NoChannel(ChannelRef channel) => new(ChatFailureKind.ChannelGone, $"'{channel.Id}' is no channel of Discord's");

    public async ValueTask<ChatResult<MessageRef>> PostAsync(ChatPost post, CancellationToken cancellation)
    {
        if (!DiscordIds.TryChannel(post.Channel, out var guild, out var channel))
            return NoChannel(post.Channel);
        if (post.Key is not { Length: >= 1 and <= LongestKey })
            return new ChatFailure(ChatFailureKind.Invalid, $"a key has 1 to {LongestKey} characters");
        var place = channel;
        if (post.ThreadId is { } thread && !Snowflake.TryParse(thread, out place))
            return new ChatFailure(ChatFailureKind.ChannelGone, $"'{thread}' is no thread of Discord's");
        ulong answered = 0;
        // The message below which a thread was opened stands outside it, and cannot be answered there.
        if (post.ReplyTo is { } reply && reply != post.ThreadId && !DiscordIds.TryMessage(new(post.Channel, reply), channel, out _, out answered))
            return NoMessage(reply);

        var message = MessageRenderer.Render(post.Content, PostMark.Of(post.Key), MentionIn(guild)) with
        {
            Nonce = post.Key,
            ReplyTo = answered == 0 ? null : answered,
        };
        var posted = await client.PostAsync(place, message, cancellation);
        return posted.IsDone
            ? DiscordIds.InThread(post.Channel, place, posted.Value)
            : await failures.ReadAsync(posted.Failure, answered == 0 ? DiscordAct.Post : DiscordAct.Reply, guild, place, cancellation);
    }

    public async ValueTask<ChatResult<MessageRef?>> FindAsync(ChannelRef channel, string key, DateTimeOffset since, CancellationToken cancellation)
    {
        if (!DiscordIds.TryChannel(channel, out var guild, out var id))
            return NoChannel(channel);
        var found = await finder.FindAsync(channel, id, key, since, cancellation);
        return found.Failure is null ? found.Value : await failures.ReadAsync(found.Failure, DiscordAct.Read, guild, id, cancellation);
    }

    // The footer's mark goes: a post that is edited is known, and not looked for again.
    public async ValueTask<ChatResult> EditAsync(MessageRef message, ChatMessage content, CancellationToken cancellation)
    {
        if (!DiscordIds.TryChannel(message.Channel, out var guild, out var channel))
            return NoChannel(message.Channel);
        if (!DiscordIds.TryMessage(message, channel, out var place, out var id))
            return NoMessage(message.Id);
        var edited = await client.EditAsync(place, id, MessageRenderer.Render(content), cancellation);
        return edited.IsDone ? ChatResult.Done : await failures.ReadAsync(edited.Failure, DiscordAct.Edit, guild, place, cancellation);
    }

    public async ValueTask<ChatResult<string>> OpenThreadAsync(MessageRef message, string name, CancellationToken cancellation)
    {
        if (!DiscordIds.TryChannel(message.Channel, out var guild, out var channel))
            return NoChannel(message.Channel);
        if (!DiscordIds.TryMessage(message, channel, out var place, out var id))
            return NoMessage(message.Id);
        var opened = await client.StartThreadAsync(place, id, name, cancellation);
        return opened.Failure?.Code switch
        {
            null => Snowflake.Text(opened.Value),
            FailureTable.ThreadIsThere => Snowflake.Text(id),
            // Within a thread there is none below a message: that one is where it is discussed.
            FailureTable.NotInThisKindOfChannel when await IsThreadAsync(place, cancellation) => Snowflake.Text(place),
            _ => await failures.ReadAsync(opened.Failure!, DiscordAct.OpenThread, guild, place, cancellation),
        };
    }

    public async ValueTask<ChatResult> TellAsync(ChannelRef channel, string memberId, ChatMessage content, CancellationToken cancellation)
    {
        if (!DiscordIds.TryChannel(channel, out var guild, out _))
            return NoChannel(channel);
        if (!Snowflake.TryParse(memberId, out var user))
            return new ChatFailure(ChatFailureKind.Forbidden, $"there is no member '{memberId}'");
        var opened = await client.OpenDirectMessagesAsync(user, cancellation);
        // A nonce, so that a repeat by the client tells them once.
        var message = MessageRenderer.Render(content) with { Nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)) };
        var failure = opened.IsDone ? (await client.PostAsync(opened.Value, message, cancellation)).Failure : opened.Failure;
        return failure is null ? ChatResult.Done : await failures.ReadAsync(failure, DiscordAct.Tell, guild, 0, cancellation);
    }

    private static ChatFailure NoMessage(string id) => new(ChatFailureKind.MessageGone, $"'{id}' is no message of Discord's");

    private ulong? MentionIn(ulong guild) => options.Value.MentionRoles.TryGetValue(Snowflake.Text(guild), out var role) ? role : null;

    private async ValueTask<bool> IsThreadAsync(ulong channel, CancellationToken cancellation) =>
        await client.GetChannelAsync(channel, cancellation) is { IsDone: true, Value.IsThread: true };
}
