namespace QuizBot.Discord.Seam;

/// <summary>What Discord says of its gateway.</summary>
/// <param name="Shards">How many shards it wants.</param>
/// <param name="SessionsLeft">How many identifies are left today.</param>
/// <param name="SessionsReset">When that is 1,000 (or more) again.</param>
public sealed record DiscordGateway(int Shards, int SessionsLeft, TimeSpan SessionsReset);
