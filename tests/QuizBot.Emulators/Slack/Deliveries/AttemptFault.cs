namespace QuizBot.Emulators.Slack.Deliveries;

/// <summary>What goes wrong with one attempt.</summary>
/// <param name="IsLost">Not sent at all.</param>
/// <param name="IgnoresAcknowledgement">The acknowledgement counts as late.</param>
/// <param name="NotOn">Sent on another connection than this, if there is one.</param>
internal readonly record struct AttemptFault(bool IsLost = false, bool IgnoresAcknowledgement = false, int? NotOn = null);
