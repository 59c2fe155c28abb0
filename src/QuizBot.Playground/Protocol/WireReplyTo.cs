namespace QuizBot.Playground.Protocol;

internal sealed record WireReplyTo(long Id, string Author, string Summary);
