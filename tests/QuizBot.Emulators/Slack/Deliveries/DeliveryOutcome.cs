using System.Text.Json;

namespace QuizBot.Emulators.Slack.Deliveries;

/// <summary>How a delivery ended.</summary>
/// <param name="Payload">What came with the acknowledgement, or null.</param>
/// <param name="Took">From the attempt that was acknowledged to its acknowledgement, on the real clock.</param>
/// <param name="Attempts">How often it was sent.</param>
public sealed record DeliveryOutcome(DeliveryState State, JsonElement? Payload, TimeSpan Took, int Attempts)
{
    /// <summary>Slack's word for what is wrong with the payload, or null.</summary>
    public string? Error { get; init; }

    public bool IsAcknowledged => State == DeliveryState.Acknowledged;
}
