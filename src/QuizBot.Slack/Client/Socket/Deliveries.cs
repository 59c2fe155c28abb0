using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client.Socket;

/// <summary>
/// Hands envelopes in as they come, many at once, and acknowledges each when it was heard. One that comes again, on this or
/// another connection, while it is being heard is heard once and acknowledged wherever it came. One that comes again later is
/// heard again: whether it counts is for the database to say, which knows what was before a restart too.
/// </summary>
#pragma warning disable CA1001 // What is still being heard at the end gives its place back after it.
internal sealed partial class Deliveries(Func<SlackEvent, ValueTask<SlackAcknowledgement>> hear, ILogger logger)
#pragma warning restore CA1001
{
    /// <summary>Being heard at once; beyond that nothing more is read, and Slack waits.</summary>
    public const int Most = 4096;

    private readonly SemaphoreSlim free = new(Most, Most);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Delivery> heard = [];

    /// <summary>Envelopes that are being heard.</summary>
    public int Count => Most - free.CurrentCount;

    /// <summary>Hands one in; completes when the next may come.</summary>
    public ValueTask AcceptAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (!free.Wait(0, CancellationToken.None))
            return WaitAndStartAsync(delivery, cancellation);
        Start(delivery);
        return ValueTask.CompletedTask;
    }

    private async ValueTask WaitAndStartAsync(Delivery delivery, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        Start(delivery);
    }

    private void Start(Delivery delivery)
    {
        delivery.From.Expect();
        lock (gate)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(heard, delivery.EnvelopeId, out var isKnown);
            if (isKnown)
            {
                (known!.Also ??= []).Add(delivery.From);
                free.Release();
                return;
            }

            known = delivery;
        }

        _ = HearAsync(delivery);
    }

    private async Task HearAsync(Delivery delivery)
    {
        var isHeard = false;
        SlackAcknowledgement answer = default;
        try
        {
            answer = await hear.HearAsync(delivery.Reading);
            isHeard = true;
        }
        catch (Exception fault)
        {
            NotHeard(fault, delivery.Reading.Event!.GetType().Name, delivery.EnvelopeId);
        }

        lock (gate)
            heard.Remove(delivery.EnvelopeId);
        var payload = delivery.AcceptsPayload ? answer.Payload : null;
        delivery.From.Settle(delivery.EnvelopeId, isHeard, payload);
        foreach (var other in delivery.Also ?? [])
            other.Settle(delivery.EnvelopeId, isHeard, payload);
        free.Release();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} was not taken in, so {Envelope} is not acknowledged and Slack delivers it again")]
    private partial void NotHeard(Exception fault, string what, string envelope);
}
