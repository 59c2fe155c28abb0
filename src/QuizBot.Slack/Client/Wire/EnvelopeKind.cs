namespace QuizBot.Slack.Client.Wire;

/// <summary>What a frame of Socket Mode is.</summary>
internal enum EnvelopeKind
{
    Unknown,
    Hello,
    Disconnect,
    Event,
    Interaction,
    Command,
}
