using QuizBot.Engine.Scoring;

namespace QuizBot.Game.Boards;

/// <summary>What a leaderboard shows.</summary>
/// <param name="Kind">Since when.</param>
/// <param name="Category">Only this category, or null.</param>
/// <param name="Page">From 0.</param>
internal sealed record BoardPage(PeriodKind Kind, string? Category, int Page);
