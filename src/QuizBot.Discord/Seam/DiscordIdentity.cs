namespace QuizBot.Discord.Seam;

/// <summary>Who the bot is.</summary>
/// <param name="ApplicationId">The application's id; part of the invitation link.</param>
/// <param name="User">The bot's own user.</param>
public sealed record DiscordIdentity(ulong ApplicationId, DiscordUser User);
