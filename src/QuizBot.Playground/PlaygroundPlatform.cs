using System.Globalization;
using Microsoft.Data.Sqlite;
using QuizBot.Chat;
using QuizBot.Chat.Commands;
using QuizBot.Chat.Messages;
using QuizBot.Playground.Content;
using QuizBot.Playground.Live;
using QuizBot.Playground.Protocol;
using QuizBot.Playground.Store;
using QuizBot.Playground.World;

namespace QuizBot.Playground;

/// <summary>The bot's side of the playground.</summary>
internal sealed class PlaygroundPlatform(ChatStore store, BotLine line) : IChatPlatform
{
    public string Name => Cast.Platform;

    public ChatCapabilities Capabilities { get; } = new() { RemovesReactions = true, LiveTimes = true };

    public bool IsConnected => line.IsOnline;

    public Task RunAsync(IChatEvents events, CommandCatalogue commands, CancellationToken cancellation) =>
        line.ServeAsync(events, commands, cancellation);

    public ValueTask<ChatResult<MessageRef>> PostAsync(ChatPost post, CancellationToken cancellation) => Try<MessageRef>(() =>
    {
        if (Gone(post.Channel) is { } gone)
            return gone;
        if (post.Key is not { Length: >= 1 and <= 25 })
            return new ChatFailure(ChatFailureKind.Invalid, "a key has 1 to 25 characters");
        if (ContentLimits.Broken(post.Content) is { } broken)
            return new ChatFailure(ChatFailureKind.Invalid, broken);
        var root = post.ThreadId is null ? null : Find(new(post.Channel, post.ThreadId));
        if (post.ThreadId is not null && root is not { Thread: null, OnlyFor: null })
            return new ChatFailure(ChatFailureKind.ChannelGone, "there is no such thread");
        var answered = post.ReplyTo is null ? null : Find(new(post.Channel, post.ReplyTo));
        if (post.ReplyTo is not null && answered is not { OnlyFor: null })
            return new ChatFailure(ChatFailureKind.MessageGone, "there is no such message to answer");
        return Ref(post.Channel, store.Post(Message(post.Channel, post.Content) with
        {
            PostKey = post.Key,
            Thread = root?.Id,
            ReplyTo = answered?.Id,
        }));
    });

    public ValueTask<ChatResult<MessageRef?>> FindPostAsync(
        ChannelRef channel, string key, DateTimeOffset since, CancellationToken cancellation) => Try<MessageRef?>(() =>
            Gone(channel) is { } gone ? gone : store.FindByKey(channel.Id, key) is { } id ? Ref(channel, id) : (MessageRef?)null);

    public ValueTask<ChatResult> EditAsync(MessageRef message, ChatMessage content, CancellationToken cancellation) => On(message, found =>
    {
        if (found.Author != Cast.QuizBot.Id)
            return new ChatFailure(ChatFailureKind.Forbidden, "Edit another member's message");
        if (ContentLimits.Broken(content) is { } broken)
            return new ChatFailure(ChatFailureKind.Invalid, broken);
        store.Edit(found.Id, WireContent.ToJson(content), content.Summary);
        return null;
    });

    public ValueTask<ChatResult> AddReactionsAsync(MessageRef message, IReadOnlyList<string> emoji, CancellationToken cancellation) =>
        On(message, found =>
        {
            if (emoji.FirstOrDefault(e => !EmojiForm.IsEmoji(e)) is { } other)
                return new ChatFailure(ChatFailureKind.Invalid, $"'{other}' is not an emoji");
            store.AddReactions(found.Id, Cast.QuizBot.Id, emoji);
            return null;
        });

    public ValueTask<ChatResult> RemoveReactionAsync(MessageRef message, string memberId, string emoji, CancellationToken cancellation) =>
        On(message, found =>
        {
            store.RemoveReaction(found.Id, memberId, emoji);
            return null;
        });

    public ValueTask<ChatResult<IReadOnlyList<StandingReaction>>> ListReactionsAsync(
        MessageRef message, IReadOnlyList<string> emoji, CancellationToken cancellation) => Try<IReadOnlyList<StandingReaction>>(() =>
        {
            if (Gone(message.Channel) is { } gone)
                return gone;
            if (Find(message) is not { } found)
                return NoMessage;
            var standing =
                from reaction in store.Reactions(found.Id)
                where emoji.Contains(reaction.Emoji)
                let person = Cast.FindPerson(reaction.Member)
                where person is { IsBot: false }
                select new StandingReaction(person.AsMember, reaction.Emoji);
            return ChatResult.Of<IReadOnlyList<StandingReaction>>([.. standing]);
        });

    public ValueTask<ChatResult<string>> OpenThreadAsync(MessageRef message, string name, CancellationToken cancellation) => Try<string>(() =>
    {
        if (Gone(message.Channel) is { } gone)
            return gone;
        if (name.Length is < 1 or > 100)
            return new ChatFailure(ChatFailureKind.Invalid, "a thread's name has 1 to 100 characters");
        if (Find(message) is not { OnlyFor: null } found)
            return NoMessage;
        var root = found.Thread ?? found.Id;
        store.NameThread(root, name);
        return root.ToString(CultureInfo.InvariantCulture);
    });

    public ValueTask<ChatResult> TellMemberAsync(ChannelRef channel, string memberId, ChatMessage content, CancellationToken cancellation) => Try(() =>
    {
        if (Gone(channel) is { } gone)
            return gone;
        if (Cast.FindPerson(memberId) is null)
            return new ChatFailure(ChatFailureKind.Forbidden, $"there is no member '{memberId}'");
        if (ContentLimits.Broken(content) is { } broken)
            return new ChatFailure(ChatFailureKind.Invalid, broken);
        store.Post(Message(channel, content) with { OnlyFor = memberId });
        return null;
    });

    public ValueTask<ChatResult<IReadOnlyList<string>>> CheckChannelAsync(ChannelRef channel, CancellationToken cancellation) =>
        ValueTask.FromResult(Gone(channel) is { } gone ? gone : ChatResult.Of<IReadOnlyList<string>>([]));

    public ValueTask<ChatResult<ChatMember?>> FindMemberAsync(WorkspaceRef workspace, string memberId, CancellationToken cancellation) =>
        ValueTask.FromResult(workspace == Cast.Workspace ? Cast.FindPerson(memberId)?.AsMember : (ChatResult<ChatMember?>)NoWorkspace);

    private static ChatFailure NoMessage => new(ChatFailureKind.MessageGone, "there is no such message");

    private static ChatFailure NoWorkspace => new(ChatFailureKind.WorkspaceGone, "there is no such workspace");

    private static ChatFailure? Gone(ChannelRef channel) =>
        channel.Workspace != Cast.Workspace ? NoWorkspace
        : Cast.FindRoom(channel.Id) is null ? new(ChatFailureKind.ChannelGone, $"there is no channel '{channel.Id}'")
        : null;

    private static MessageRef Ref(ChannelRef channel, long id) => new(channel, id.ToString(CultureInfo.InvariantCulture));

    private static NewMessage Message(ChannelRef channel, ChatMessage content) =>
        new(channel.Id, Cast.QuizBot.Id, content.Summary) { Content = WireContent.ToJson(content) };

    private StoredMessage? Find(MessageRef message) =>
        long.TryParse(message.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && store.Find(id) is { } found && found.Channel == message.Channel.Id
            ? found
            : null;

    private ValueTask<ChatResult> On(MessageRef message, Func<StoredMessage, ChatFailure?> act) => Try(() =>
        Gone(message.Channel) ?? (Find(message) is { } found ? act(found) : NoMessage));

    private static ValueTask<ChatResult> Try(Func<ChatFailure?> act)
    {
        try
        {
            return ValueTask.FromResult(new ChatResult(act()));
        }
        catch (SqliteException fault)
        {
            return ValueTask.FromResult(new ChatResult(NotStored(fault)));
        }
    }

    private static ValueTask<ChatResult<T>> Try<T>(Func<ChatResult<T>> act)
    {
        try
        {
            return ValueTask.FromResult(act());
        }
        catch (SqliteException fault)
        {
            return ValueTask.FromResult<ChatResult<T>>(NotStored(fault));
        }
    }

    /// <summary>A transaction that failed is rolled back, so it certainly did not happen.</summary>
    private static ChatFailure NotStored(SqliteException fault) => new(ChatFailureKind.Unavailable, $"the playground's file: {fault.Message}");
}
