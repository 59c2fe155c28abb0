namespace QuizBot.Chat.Messages;

/// <summary>One choice.</summary>
/// <param name="Emoji">Its number as an emoji, which is also its reaction.</param>
/// <param name="Text">What it says.</param>
/// <param name="Right">After the close, whether it is right; null before.</param>
/// <param name="Members">After the close, how many chose it; null before.</param>
/// <param name="Share">After the close, the share of all answers, 0 to 1; null before.</param>
public sealed record ShownChoice(string Emoji, ChatText Text, bool? Right = null, int? Members = null, double? Share = null);
