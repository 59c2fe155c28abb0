namespace QuizBot.Chat.Messages;

/// <summary>A channel's name, linked where the platform can.</summary>
/// <param name="Id">The platform's id.</param>
public sealed record ChannelSpan(string Id) : TextSpan;
