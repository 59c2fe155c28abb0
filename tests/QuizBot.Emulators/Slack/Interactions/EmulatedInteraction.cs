using QuizBot.Emulators.Recording;
using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Interactions;

/// <summary>Something a member did that the app must acknowledge within three seconds.</summary>
public sealed class EmulatedInteraction
{
    internal EmulatedInteraction(InteractionKind kind, EmulatedMember member, string triggerId, DateTimeOffset at)
    {
        Kind = kind;
        Member = member;
        TriggerId = triggerId;
        At = at;
    }

    public InteractionKind Kind { get; }

    public EmulatedMember Member { get; }

    public DateTimeOffset At { get; }

    public string TriggerId { get; }

    /// <summary>Null where Slack gives none: on views.</summary>
    public Uri? ResponseUrl { get; internal set; }

    public EmulatedChannel? Channel { get; internal init; }

    /// <summary>The message whose button was pressed.</summary>
    public EmulatedMessage? Source { get; internal init; }

    /// <summary>The view it happened on.</summary>
    public EmulatedView? View { get; internal init; }

    /// <summary>Its way to the app.</summary>
    public EmulatedDelivery Delivery { get; internal set; } = null!;

    /// <summary>The acknowledgement, or that there was none in time.</summary>
    public Task<DeliveryOutcome> Outcome => Delivery.Outcome;

    /// <summary>Messages that came with the acknowledgement or by the response_url, edits of the original included.</summary>
    public Journal<EmulatedMessage> Responses { get; } = new();

    /// <summary>Views that were opened or pushed with the trigger, or by the acknowledgement.</summary>
    public Journal<EmulatedView> Views { get; } = new();
}
