using System.Text;
using System.Text.Json;
using QuizBot.Emulators.Slack.Api;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Deliveries;

/// <summary>Something on its way to the app.</summary>
public sealed class EmulatedDelivery
{
    private readonly Lock gate;
    private readonly TaskCompletionSource<DeliveryOutcome> source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal EmulatedDelivery(Lock gate, DeliveryKind kind, string type, string id, EmulatedWorkspace workspace, byte[] payload)
    {
        this.gate = gate;
        Kind = kind;
        Type = type;
        Id = id;
        Workspace = workspace;
        PayloadBytes = payload;
    }

    public DeliveryKind Kind { get; }

    /// <summary>Such as <c>reaction_added</c>, <c>block_actions</c> or <c>/daily</c>.</summary>
    public string Type { get; }

    /// <summary>Of an event its event_id; else the trigger_id.</summary>
    public string Id { get; }

    public EmulatedWorkspace Workspace { get; }

    /// <summary>Over Socket Mode and HTTP alike, as JSON.</summary>
    public string Payload => Encoding.UTF8.GetString(PayloadBytes);

    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(PayloadBytes);
            return document.RootElement.Clone();
        }
    }

    /// <summary>The first acknowledgement, or that there was none.</summary>
    public Task<DeliveryOutcome> Outcome => source.Task;

    public IReadOnlyList<DeliveryAttempt> Attempts
    {
        get
        {
            lock (gate)
                return [.. AttemptsUnguarded];
        }
    }

    internal byte[] PayloadBytes { get; private set; }

    internal List<DeliveryAttempt> AttemptsUnguarded { get; } = new(1);

    /// <summary>Told of the acknowledgement before whoever awaits the outcome, under the world's lock.</summary>
    internal Action<JsonElement?>? OnAcknowledged { get; init; }

    internal void Acknowledge(DeliveryAttempt attempt, JsonElement? payload)
    {
        attempt.End(acknowledged: true);
        if (Outcome.IsCompleted)
            return;
        string? error = null;
        try
        {
            OnAcknowledged?.Invoke(payload);
        }
        catch (Refusal refusal)
        {
            error = refusal.Error;
        }
        source.TrySetResult(new(error is null ? DeliveryState.Acknowledged : DeliveryState.Refused, payload,
            TimeProvider.System.GetElapsedTime(attempt.Started), AttemptsUnguarded.Count) { Error = error });
    }

    internal void End(DeliveryState state) => source.TrySetResult(new(state, null, default, AttemptsUnguarded.Count));

    /// <summary>Keeps memory small while much is measured.</summary>
    internal void Forget() => PayloadBytes = [];
}
