namespace QuizBot.Discord.Seam;

/// <summary>A framed part of a message. Limits are Discord's: 256, 4,096 and 2,048 characters.</summary>
/// <param name="Title">Its head, or null.</param>
/// <param name="Description">Markdown, or null.</param>
/// <param name="Footer">Small plain text below, or null.</param>
/// <param name="Colour">0xRRGGBB of the bar at its left, or null.</param>
public sealed record DiscordEmbed(string? Title, string? Description, string? Footer, int? Colour);
