namespace QuizBot.Chat.Messages;

/// <summary>A link, shown without a preview.</summary>
/// <param name="Title">What is read.</param>
/// <param name="Url">An absolute http or https address.</param>
public sealed record LinkSpan(string Title, string Url) : TextSpan;
