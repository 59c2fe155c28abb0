using QuizBot.Emulators.Discord.Gateway;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Interactions;

/// <summary>Something a member did that the bot must answer within three seconds.</summary>
public sealed class EmulatedInteraction
{
    internal static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);
    internal static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(15);

    private readonly TaskCompletionSource<InteractionOutcome> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<EmulatedMessage?> shown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal EmulatedInteraction(ulong id, string token, InteractionKind kind, EmulatedChannel channel, EmulatedUser user, DateTimeOffset at)
    {
        Id = id;
        Token = token;
        Kind = kind;
        Channel = channel;
        User = user;
        At = at;
    }

    public ulong Id { get; }

    public string Token { get; }

    public InteractionKind Kind { get; }

    public EmulatedChannel Channel { get; }

    public EmulatedUser User { get; }

    /// <summary>When the member did it, by the emulator's clock.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The message whose button was pressed, or from whose button the form came.</summary>
    public EmulatedMessage? Source { get; internal init; }

    /// <summary>The way of the event to the bot.</summary>
    public Delivery Delivery { get; internal set; }

    /// <summary>The first callback, or its absence after three seconds.</summary>
    public Task<InteractionOutcome> Answered => answered.Task;

    /// <summary>From the deed to the callback, on the real clock.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>What the member finally sees: the answer, after a deferral the message that replaces it, or the message that was updated. Null when there is none to see.</summary>
    public Task<EmulatedMessage?> Shown => shown.Task;

    /// <summary>The form that was answered.</summary>
    public EmulatedModal? Modal { get; internal set; }

    /// <summary>The choices that were answered.</summary>
    public IReadOnlyList<EmulatedChoice> Choices { get; internal set; } = [];

    /// <summary>The bot's answer as a message; null when there is none.</summary>
    public EmulatedMessage? Original { get; internal set; }

    /// <summary>Messages that followed the answer.</summary>
    public IReadOnlyList<EmulatedMessage> FollowUps { get; internal set; } = [];

    internal bool IsAnswered => answered.Task.IsCompleted;

    internal long StartedAt { get; init; }

    /// <summary>The name of the command and its subcommands.</summary>
    internal string? CommandName { get; init; }

    /// <summary>Of an autocompletion: the type of the option in which the member types.</summary>
    internal int FocusedType { get; init; }

    /// <summary>Of a form: the interaction that was answered with it.</summary>
    internal ulong TriggerId { get; init; }

    internal IDisposable? Timer { get; set; }

    internal bool Answer(InteractionOutcome outcome, TimeSpan took)
    {
        if (!answered.TrySetResult(outcome))
            return false;
        Took = took;
        Timer?.Dispose();
        return true;
    }

    internal void Show(EmulatedMessage? message) => shown.TrySetResult(message);
}
