namespace QuizBot.Playground.Protocol;

internal sealed record WireUsed(string By, string Command);
