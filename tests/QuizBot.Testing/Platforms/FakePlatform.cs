using System.Collections.Concurrent;
using System.Globalization;
using QuizBot.Chat;
using QuizBot.Chat.Commands;
using QuizBot.Chat.Events;
using QuizBot.Chat.Messages;

namespace QuizBot.Testing.Platforms;

/// <summary>
/// A platform in memory. It posts what it is told to post, twice if told twice: only <see cref="FindPostAsync"/> keeps the bot
/// from repeating itself. Members act through <see cref="FakeMembers"/>; faults and hangs are switched on here.
/// </summary>
public sealed class FakePlatform : IChatPlatform
{
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly List<FakeMessage> _messages = [];
    private readonly HashSet<ChannelRef> _channels = [];
    private readonly Dictionary<(WorkspaceRef Workspace, string Id), ChatMember> _members = [];
    private readonly List<FakeFault> _faults = [];
    private readonly ConcurrentDictionary<FakeOperation, FakeHang> _hangs = new();
    private readonly ConcurrentDictionary<FakeOperation, int> _calls = new();
    private readonly List<(ChannelRef Channel, string Permission)> _lacking = [];
    private int _lastId;
    private long _lastOrder;

    public FakePlatform(TimeProvider time, string name = "fake", bool removesReactions = true)
    {
        (_time, Name) = (time, name);
        Capabilities = new ChatCapabilities { RemovesReactions = removesReactions, LiveTimes = true };
        Workspace = new WorkspaceRef(name, "W1");
        General = AddChannel("general");
        Members = new FakeMembers(this);
    }

    public string Name { get; }

    public ChatCapabilities Capabilities { get; }

    public bool IsConnected { get; private set; }

    public WorkspaceRef Workspace { get; }

    /// <summary>A channel the bot may use.</summary>
    public ChannelRef General { get; }

    /// <summary>What members do.</summary>
    public FakeMembers Members { get; }

    /// <summary>As Discord does: a reaction the bot takes away is heard of like one the member takes away.</summary>
    public bool TellsOfOwnRemovals { get; set; } = true;

    /// <summary>The bot's events; set while it runs.</summary>
    internal IChatEvents? Events { get; private set; }

    /// <summary>Every message that was ever shown, private ones included, in order.</summary>
    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (_gate)
                return [.. _messages];
        }
    }

    /// <summary>What stands in a channel for all to see, in order.</summary>
    public IReadOnlyList<FakeMessage> In(ChannelRef channel) =>
        [.. Messages.Where(m => m.Ref.Channel == channel && m.OnlyFor is null && !m.IsDeleted)];

    /// <summary>What one member was told in private, in order.</summary>
    public IReadOnlyList<FakeMessage> ToldTo(string memberId) => [.. Messages.Where(m => m.OnlyFor == memberId)];

    public int Calls(FakeOperation operation) => _calls.GetValueOrDefault(operation);

    public ChannelRef AddChannel(string id, WorkspaceRef? workspace = null)
    {
        var channel = new ChannelRef(workspace ?? Workspace, id);
        lock (_gate)
            _channels.Add(channel);
        return channel;
    }

    public void RemoveChannel(ChannelRef channel)
    {
        lock (_gate)
            _channels.Remove(channel);
    }

    /// <summary>A permission that the bot lacks in a channel from now on.</summary>
    public void Deny(ChannelRef channel, string permission)
    {
        lock (_gate)
            _lacking.Add((channel, permission));
    }

    public void Delete(MessageRef message)
    {
        lock (_gate)
            _messages.Single(m => m.Ref == message).IsDeleted = true;
    }

    /// <summary>Calls fail from now on.</summary>
    public void Fail(FakeFault fault)
    {
        lock (_gate)
            _faults.Add(fault);
    }

    /// <summary>Calls fail from now on.</summary>
    public void Fail(FakeOperation operation, ChatFailureKind kind, int times = int.MaxValue, bool happened = false, ChannelRef? channel = null) =>
        Fail(new FakeFault(operation, new ChatFailure(kind, "a switched-on fault"), times, happened, channel));

    /// <summary>Everything goes well again; what hangs is let go.</summary>
    public void Mend()
    {
        lock (_gate)
            _faults.Clear();
        foreach (var operation in _hangs.Keys)
        {
            if (_hangs.TryRemove(operation, out var hang))
                hang.Release();
        }
    }

    /// <summary>Calls hang from now on.</summary>
    /// <param name="operation">Which calls.</param>
    /// <param name="happened">True where it is done first, and only the answer hangs.</param>
    public FakeHang Hang(FakeOperation operation, bool happened = false) => _hangs[operation] = new FakeHang { Happened = happened };

    public async Task RunAsync(IChatEvents events, CommandCatalogue commands, CancellationToken cancellation)
    {
        Events = events;
        try
        {
            await events.HandleAsync(new ConnectionRestored("", Name), cancellation);
            IsConnected = true;
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellation);
        }
        finally
        {
            IsConnected = false;
        }
    }

    public ValueTask<ChatResult<MessageRef>> PostAsync(ChatPost post, CancellationToken cancellation) =>
        CallAsync<MessageRef>(FakeOperation.Post, post.Channel, () =>
        {
            if (post.Key is not { Length: >= 1 and <= 25 })
                return Invalid("a key has 1 to 25 characters");
            if (ContentRules.Broken(post.Content) is { } broken)
                return Invalid(broken);
            if (post.ThreadId is not null && Find(new MessageRef(post.Channel, post.ThreadId)) is null)
                return new ChatFailure(ChatFailureKind.ChannelGone, "no such thread");
            if (post.ReplyTo is not null && Find(new MessageRef(post.Channel, post.ReplyTo)) is null)
                return Gone();
            return Show(post.Channel, post.Content, post.Key, threadId: post.ThreadId, replyTo: post.ReplyTo).Ref;
        }, cancellation);

    public ValueTask<ChatResult<MessageRef?>> FindPostAsync(
        ChannelRef channel, string key, DateTimeOffset since, CancellationToken cancellation) =>
        CallAsync<MessageRef?>(FakeOperation.FindPost, channel, () =>
            _messages.FirstOrDefault(m => m.Ref.Channel == channel && m.Key == key && m.At >= since && !m.IsDeleted)?.Ref, cancellation);

    public ValueTask<ChatResult> EditAsync(MessageRef message, ChatMessage content, CancellationToken cancellation) =>
        OnAsync(FakeOperation.Edit, message, found =>
        {
            if (ContentRules.Broken(content) is { } broken)
                return Invalid(broken);
            found.Edit(content);
            return null;
        }, cancellation);

    public ValueTask<ChatResult> AddReactionsAsync(MessageRef message, IReadOnlyList<string> emoji, CancellationToken cancellation) =>
        OnAsync(FakeOperation.AddReactions, message, found =>
        {
            foreach (var one in emoji)
                React(found, FakeMembers.QuizBot, one);
            return null;
        }, cancellation);

    public async ValueTask<ChatResult> RemoveReactionAsync(MessageRef message, string memberId, string emoji, CancellationToken cancellation)
    {
        ChatMember? lost = null;
        var done = await OnAsync(FakeOperation.RemoveReaction, message, found =>
        {
            lost = found.Reactions.FirstOrDefault(r => r.Member.Id == memberId && r.Emoji == emoji)?.Member;
            found.Reactions.RemoveAll(r => r.Member.Id == memberId && r.Emoji == emoji);
            return null;
        }, cancellation);
        if (TellsOfOwnRemovals && lost is not null && Events is { } events)
            await events.HandleAsync(new ReactionChanged("", message, lost, emoji, Added: false, NextOrder()), cancellation);
        return done;
    }

    public ValueTask<ChatResult<IReadOnlyList<StandingReaction>>> ListReactionsAsync(
        MessageRef message, IReadOnlyList<string> emoji, CancellationToken cancellation) =>
        CallAsync(FakeOperation.ListReactions, message.Channel, () => Find(message) is { } found
            ? ChatResult.Of<IReadOnlyList<StandingReaction>>([.. found.Reactions.Where(r => !r.Member.IsBot && emoji.Contains(r.Emoji))])
            : Gone(), cancellation);

    public ValueTask<ChatResult<string>> OpenThreadAsync(MessageRef message, string name, CancellationToken cancellation) =>
        CallAsync<string>(FakeOperation.OpenThread, message.Channel, () =>
        {
            if (name.Length is < 1 or > 100)
                return Invalid("a thread's name has 1 to 100 characters");
            if (Find(message) is not { } found)
                return Gone();
            found.ThreadName ??= name;
            return found.Ref.Id;
        }, cancellation);

    public async ValueTask<ChatResult> TellMemberAsync(ChannelRef channel, string memberId, ChatMessage content, CancellationToken cancellation) =>
        new((await CallAsync<bool>(FakeOperation.TellMember, null, () =>
        {
            if (ContentRules.Broken(content) is { } broken)
                return Invalid(broken);
            Show(channel, content, onlyFor: memberId);
            return true;
        }, cancellation)).Failure);

    public ValueTask<ChatResult<IReadOnlyList<string>>> CheckChannelAsync(ChannelRef channel, CancellationToken cancellation) =>
        CallAsync(FakeOperation.CheckChannel, channel, () => ChatResult.Of<IReadOnlyList<string>>(
            [.. _lacking.Where(l => l.Channel == channel).Select(l => l.Permission)]), cancellation);

    public ValueTask<ChatResult<ChatMember?>> FindMemberAsync(WorkspaceRef workspace, string memberId, CancellationToken cancellation) =>
        CallAsync<ChatMember?>(FakeOperation.FindMember, null, () => _members.GetValueOrDefault((workspace, memberId)), cancellation);

    /// <summary>A member who is in the workspace from now on.</summary>
    internal ChatMember Enter(ChatMember member)
    {
        lock (_gate)
            return _members[(Workspace, member.Id)] = member;
    }

    internal void Leave(ChatMember member)
    {
        lock (_gate)
            _members.Remove((Workspace, member.Id));
    }

    internal FakeMessage ShowReply(ChannelRef channel, ChatMessage content, string? onlyFor)
    {
        if (ContentRules.Broken(content) is { } broken)
            throw new InvalidOperationException($"A reply breaks a limit of Chat: {broken}.\n{PlainRendering.Of(content)}");
        lock (_gate)
            return Show(channel, content, onlyFor: onlyFor);
    }

    internal void Replace(MessageRef message, ChatMessage content)
    {
        lock (_gate)
            Find(message)!.Edit(content);
    }

    internal bool React(MessageRef message, ChatMember member, string emoji, bool added)
    {
        lock (_gate)
        {
            var found = Find(message) ?? throw new InvalidOperationException("There is no such message.");
            return added ? React(found, member, emoji) : found.Reactions.RemoveAll(r => r.Member.Id == member.Id && r.Emoji == emoji) > 0;
        }
    }

    /// <summary>The present in microseconds, each time a later one.</summary>
    internal long NextOrder()
    {
        var now = (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / 10;
        lock (_gate)
            return _lastOrder = Math.Max(now, _lastOrder + 1);
    }

    private static bool React(FakeMessage message, ChatMember member, string emoji)
    {
        if (message.Reactions.Any(r => r.Member.Id == member.Id && r.Emoji == emoji))
            return false;
        message.Reactions.Add(new StandingReaction(member, emoji));
        return true;
    }

    private static ChatFailure Gone() => new(ChatFailureKind.MessageGone, "there is no such message");

    private static ChatFailure Invalid(string why) => new(ChatFailureKind.Invalid, why);

    private FakeMessage? Find(MessageRef message) => _messages.FirstOrDefault(m => m.Ref == message && !m.IsDeleted);

    private FakeMessage Show(
        ChannelRef channel, ChatMessage content, string? key = null, string? threadId = null, string? replyTo = null, string? onlyFor = null)
    {
        var message = new FakeMessage(
            new MessageRef(channel, (++_lastId).ToString(CultureInfo.InvariantCulture)), content, _time.GetUtcNow())
        {
            Key = key, ThreadId = threadId, ReplyTo = replyTo, OnlyFor = onlyFor,
        };
        _messages.Add(message);
        return message;
    }

    private async ValueTask<ChatResult> OnAsync(
        FakeOperation operation, MessageRef message, Func<FakeMessage, ChatFailure?> act, CancellationToken cancellation) =>
        new((await CallAsync<bool>(operation, message.Channel, () =>
            (Find(message) is { } found ? act(found) : Gone()) is { } failure ? failure : true, cancellation)).Failure);

    private async ValueTask<ChatResult<T>> CallAsync<T>(
        FakeOperation operation, ChannelRef? channel, Func<ChatResult<T>> act, CancellationToken cancellation)
    {
        // As with a real platform, whoever called goes on only later.
        await Task.Yield();
        _calls.AddOrUpdate(operation, 1, (_, known) => known + 1);
        if (!_hangs.TryGetValue(operation, out var hang))
            return Do(operation, channel, act);
        if (!hang.Happened)
        {
            await hang.WaitAsync(cancellation);
            return Do(operation, channel, act);
        }

        var done = Do(operation, channel, act);
        await hang.WaitAsync(cancellation);
        return done;
    }

    private ChatResult<T> Do<T>(FakeOperation operation, ChannelRef? channel, Func<ChatResult<T>> act)
    {
        lock (_gate)
        {
            var fault = Take(operation, channel);
            if (fault is { Happened: false })
                return fault.Failure;
            if (channel is { } there && !_channels.Contains(there))
                return new ChatFailure(ChatFailureKind.ChannelGone, "there is no such channel");
            var result = act();
            return fault is null ? result : fault.Failure;
        }
    }

    private FakeFault? Take(FakeOperation operation, ChannelRef? channel)
    {
        var at = _faults.FindIndex(f => f.Operation == operation && (f.Channel is null || f.Channel == channel));
        if (at < 0)
            return null;
        var fault = _faults[at];
        if (fault.Times <= 1)
            _faults.RemoveAt(at);
        else if (fault.Times < int.MaxValue)
            _faults[at] = fault with { Times = fault.Times - 1 };
        return fault;
    }
}
