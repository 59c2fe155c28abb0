namespace QuizBot.Emulators.Discord.Rest;

/// <summary>So many requests in a window, which begins with its first request.</summary>
public sealed record RateLimit(int Requests, TimeSpan Window);
