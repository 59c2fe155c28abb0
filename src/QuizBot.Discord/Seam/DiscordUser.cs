namespace QuizBot.Discord.Seam;

/// <summary>A user of Discord.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name others see outside a guild: the display name, else the user name.</param>
/// <param name="IsBot">Whether it is an application's.</param>
public sealed record DiscordUser(ulong Id, string Name, bool IsBot);
