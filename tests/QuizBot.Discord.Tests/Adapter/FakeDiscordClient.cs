using System.Collections.Concurrent;
using QuizBot.Discord.Channels;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Tests.Adapter;

/// <summary>Discord in memory: one guild with one text channel in which the bot may do all it needs. It keeps what it is asked, and fails as it is told.</summary>
internal sealed class FakeDiscordClient : IDiscordClient
{
    private readonly TaskCompletionSource<Func<DiscordEvent, ValueTask>> _hear = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastId;

    public FakeDiscordClient()
    {
        Guild = new DiscordGuild(Sample.Guild, "Guild", 1, new Dictionary<ulong, ulong> { [Sample.Guild] = All }, Sample.Channel);
        Channels.Add(new DiscordChannel(Sample.Channel, Sample.Guild, 0, "general", null, []));
        Members[Sample.Self] = new DiscordMember(Identity!.User, []);
        Members[Sample.Ann.Id] = new DiscordMember(Sample.Ann, []);
    }

    public static ulong All => DiscordPermission.Invitation.Aggregate(0UL, (all, p) => all | p.Bit);

    public DiscordIdentity? Identity { get; set; } = new(5, new DiscordUser(Sample.Self, "QuizBot", true));

    public bool IsConnected => _hear.Task.IsCompleted;

    public DiscordGuild Guild { get; set; }

    public List<DiscordChannel> Channels { get; } = [];

    public Dictionary<ulong, DiscordMember> Members { get; } = [];

    /// <summary>What channels hold, by channel.</summary>
    public Dictionary<ulong, List<FoundMessage>> Messages { get; } = [];

    /// <summary>Who reacted, by emoji.</summary>
    public Dictionary<string, List<DiscordUser>> Reactions { get; } = [];

    public IReadOnlyList<DiscordCommand> Commands { get; set; } = [];

    public Dictionary<ulong, IReadOnlyList<DiscordCommand>> GuildCommands { get; } = [];

    /// <summary>Every call, in order: its name and what is asked.</summary>
    public ConcurrentQueue<(string Call, object Asked)> Calls { get; } = new();

    /// <summary>Decides whether a call fails; by its name.</summary>
    public Func<string, DiscordFailure?> Fail { get; set; } = _ => null;

    public IEnumerable<object> Of(string call) => Calls.Where(c => c.Call == call).Select(c => c.Asked);

    public async Task HearAsync(DiscordEvent happened) => await (await _hear.Task)(happened);

    public async Task RunAsync(Func<DiscordEvent, ValueTask> hear, CancellationToken cancellation)
    {
        _hear.TrySetResult(hear);
        await Task.Delay(Timeout.Infinite, cancellation);
    }

    public ValueTask<DiscordResult<ulong>> PostAsync(ulong channel, OutgoingMessage message, CancellationToken cancellation) =>
        Do("post", (channel, message), () => (ulong)Interlocked.Increment(ref _lastId));

    public ValueTask<DiscordResult> EditAsync(ulong channel, ulong message, OutgoingMessage content, CancellationToken cancellation) =>
        Do("edit", (channel, message, content));

    public ValueTask<DiscordResult<IReadOnlyList<FoundMessage>>> ListMessagesAsync(ulong channel, ulong after, int limit, CancellationToken cancellation) =>
        Do<IReadOnlyList<FoundMessage>>("list messages", (channel, after), () => [.. Messages.GetValueOrDefault(channel, [])
            .Where(m => m.Id > after).OrderBy(m => m.Id).Take(limit).OrderByDescending(m => m.Id)]);

    public ValueTask<DiscordResult> AddReactionAsync(ulong channel, ulong message, string emoji, CancellationToken cancellation) =>
        Do("react", (channel, message, emoji));

    public ValueTask<DiscordResult> RemoveReactionAsync(ulong channel, ulong message, ulong user, string emoji, CancellationToken cancellation) =>
        Do("unreact", (channel, message, user, emoji));

    public ValueTask<DiscordResult<IReadOnlyList<DiscordUser>>> ListReactionsAsync(ulong channel, ulong message, string emoji, ulong after, CancellationToken cancellation) =>
        Do<IReadOnlyList<DiscordUser>>("list reactions", (emoji, after), () => [.. Reactions.GetValueOrDefault(emoji, []).Where(u => u.Id > after).OrderBy(u => u.Id).Take(100)]);

    public ValueTask<DiscordResult<ulong>> StartThreadAsync(ulong channel, ulong message, string name, CancellationToken cancellation) =>
        Do("thread", (channel, message, name), () => message);

    public ValueTask<DiscordResult<ulong>> OpenDirectMessagesAsync(ulong user, CancellationToken cancellation) => Do("open direct", user, () => 1_000 + user);

    public ValueTask<DiscordResult<DiscordChannel>> GetChannelAsync(ulong channel, CancellationToken cancellation) =>
        Find("channel", channel, Channels.FirstOrDefault(c => c.Id == channel), 10003);

    public ValueTask<DiscordResult<DiscordGuild>> GetGuildAsync(ulong guild, CancellationToken cancellation) =>
        Find("guild", guild, guild == Guild.Id ? Guild : null, 10004);

    public ValueTask<DiscordResult<IReadOnlyList<DiscordChannel>>> ListChannelsAsync(ulong guild, CancellationToken cancellation) =>
        Do<IReadOnlyList<DiscordChannel>>("channels", guild, () => [.. Channels.Where(c => !c.IsThread)]);

    public ValueTask<DiscordResult<DiscordMember>> GetMemberAsync(ulong guild, ulong user, CancellationToken cancellation) =>
        Find("member", user, Members.GetValueOrDefault(user), 10007);

    public ValueTask<DiscordResult<IReadOnlyList<DiscordCommand>>> ListCommandsAsync(ulong? guild, CancellationToken cancellation) =>
        Do("list commands", guild ?? 0, () => guild is { } one ? GuildCommands.GetValueOrDefault(one, []) : Commands);

    public ValueTask<DiscordResult> SetCommandsAsync(ulong? guild, IReadOnlyList<DiscordCommand> commands, CancellationToken cancellation) =>
        Do("set commands", (guild ?? 0, commands));

    public ValueTask<DiscordResult> AnswerAsync(InteractionOrigin interaction, InteractionAnswer answer, CancellationToken cancellation) =>
        Do("answer", (interaction.Id, answer));

    public ValueTask<DiscordResult> EditAnswerAsync(InteractionOrigin interaction, OutgoingMessage content, CancellationToken cancellation) =>
        Do("edit answer", (interaction.Id, content));

    public ValueTask<DiscordResult> FollowUpAsync(InteractionOrigin interaction, OutgoingMessage content, CancellationToken cancellation) =>
        Do("follow up", (interaction.Id, content));

    public ValueTask<DiscordResult<DiscordIdentity>> IdentifyAsync(CancellationToken cancellation) => Do("identify", 0, () => Identity!);

    public ValueTask<DiscordResult<DiscordGateway>> GetGatewayAsync(CancellationToken cancellation) =>
        Do("gateway", 0, () => Gateway);

    public DiscordGateway Gateway { get; set; } = new(1, 1_000, TimeSpan.FromHours(20));

    private ValueTask<DiscordResult> Do(string call, object asked)
    {
        Calls.Enqueue((call, asked));
        return new(new DiscordResult(Fail(call)));
    }

    private ValueTask<DiscordResult<T>> Do<T>(string call, object asked, Func<T> act)
    {
        Calls.Enqueue((call, asked));
        return new(Fail(call) is { } failure ? failure : new DiscordResult<T>(act(), null));
    }

    private ValueTask<DiscordResult<T>> Find<T>(string call, object asked, T? found, int code)
        where T : class
    {
        Calls.Enqueue((call, asked));
        return new(Fail(call) is { } failure ? failure : found is null ? new DiscordFailure(404, code, "Unknown") : new DiscordResult<T>(found, null));
    }
}
