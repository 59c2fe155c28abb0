using System.Globalization;
using QuizBot.Chat;
using QuizBot.Chat.Commands;
using QuizBot.Chat.Messages;

namespace QuizBot.Benchmarks;

/// <summary>Does at once and remembers nothing but a count, so that what is measured is the bot's own share.</summary>
internal sealed class SilentPlatform : IChatPlatform
{
    private long _posts;

    public string Name => "silent";

    public ChatCapabilities Capabilities { get; } = new();

    public bool IsConnected => true;

    public long Posts => Interlocked.Read(ref _posts);

    public Task RunAsync(IChatEvents events, CommandCatalogue commands, CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask<ChatResult<MessageRef>> PostAsync(ChatPost post, CancellationToken cancellation) =>
        new(new MessageRef(post.Channel, Interlocked.Increment(ref _posts).ToString(CultureInfo.InvariantCulture)));

    public ValueTask<ChatResult<MessageRef?>> FindPostAsync(
        ChannelRef channel, string key, DateTimeOffset since, CancellationToken cancellation) => new(ChatResult.Of<MessageRef?>(null));

    public ValueTask<ChatResult> EditAsync(MessageRef message, ChatMessage content, CancellationToken cancellation) => new(ChatResult.Done);

    public ValueTask<ChatResult> AddReactionsAsync(
        MessageRef message, IReadOnlyList<string> emoji, CancellationToken cancellation) => new(ChatResult.Done);

    public ValueTask<ChatResult> RemoveReactionAsync(
        MessageRef message, string memberId, string emoji, CancellationToken cancellation) => new(ChatResult.Done);

    public ValueTask<ChatResult<IReadOnlyList<StandingReaction>>> ListReactionsAsync(
        MessageRef message, IReadOnlyList<string> emoji, CancellationToken cancellation) =>
        new(ChatResult.Of<IReadOnlyList<StandingReaction>>([]));

    public ValueTask<ChatResult<string>> OpenThreadAsync(MessageRef message, string name, CancellationToken cancellation) =>
        new(message.Id);

    public ValueTask<ChatResult> TellMemberAsync(
        ChannelRef channel, string memberId, ChatMessage content, CancellationToken cancellation) => new(ChatResult.Done);

    public ValueTask<ChatResult<IReadOnlyList<string>>> CheckChannelAsync(ChannelRef channel, CancellationToken cancellation) =>
        new(ChatResult.Of<IReadOnlyList<string>>([]));

    public ValueTask<ChatResult<ChatMember?>> FindMemberAsync(
        WorkspaceRef workspace, string memberId, CancellationToken cancellation) => new(ChatResult.Of<ChatMember?>(new ChatMember(memberId, "Somebody")));
}
