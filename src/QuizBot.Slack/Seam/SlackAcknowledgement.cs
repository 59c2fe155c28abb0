namespace QuizBot.Slack.Seam;

/// <summary>What goes with an acknowledgement.</summary>
/// <param name="Payload">A JSON object, such as a form's errors; null for none.</param>
public readonly record struct SlackAcknowledgement(ReadOnlyMemory<byte>? Payload);
