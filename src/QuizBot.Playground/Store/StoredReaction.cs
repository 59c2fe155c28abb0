namespace QuizBot.Playground.Store;

internal sealed record StoredReaction(long Message, string Emoji, string Member);
