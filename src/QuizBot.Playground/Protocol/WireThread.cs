namespace QuizBot.Playground.Protocol;

internal sealed record WireThread(int Count, long? LastAt, string? Name);
