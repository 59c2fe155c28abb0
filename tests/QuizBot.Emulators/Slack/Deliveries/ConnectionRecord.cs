using QuizBot.Emulators.Recording;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Deliveries;

/// <summary>A Socket Mode connection, and how it ended.</summary>
public sealed class ConnectionRecord
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal ConnectionRecord(int number, EmulatedApp app, DateTimeOffset at, bool keeps)
    {
        Number = number;
        App = app;
        OpenedAt = at;
        Received = new() { IsKept = keeps };
    }

    /// <summary>From 1 on, over all apps.</summary>
    public int Number { get; }

    public EmulatedApp App { get; }

    public DateTimeOffset OpenedAt { get; }

    /// <summary>Envelopes that were written.</summary>
    public int Envelopes { get; internal set; }

    public int Acknowledgements { get; internal set; }

    /// <summary>Acknowledgements of what was not waited for any more, or never sent.</summary>
    public int StrayAcknowledgements { get; internal set; }

    public int PingsReceived { get; internal set; }

    public int PongsReceived { get; internal set; }

    /// <summary>The code of the close frame that the app sent first.</summary>
    public int? ClosedByClient { get; internal set; }

    /// <summary>The code of the close frame that the emulator sent first.</summary>
    public int? ClosedByServer { get; internal set; }

    /// <summary>Messages as the app sent them.</summary>
    public Journal<string> Received { get; }

    public bool IsOpen => !ended.Task.IsCompleted;

    /// <summary>Completes when the connection is over.</summary>
    public Task Ended => ended.Task;

    internal void End() => ended.TrySetResult();
}
