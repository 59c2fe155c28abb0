using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Commands;

/// <summary>Whether Discord has the commands already: it allows 200 new ones a day, and clients load changed ones anew.</summary>
internal static class CommandComparison
{
    /// <summary>In any order; the order of options and choices counts, for members see it.</summary>
    public static bool AreSame(IReadOnlyList<DiscordCommand> left, IReadOnlyList<DiscordCommand> right) =>
        left.Count == right.Count && left.OrderBy(c => c.Name, StringComparer.Ordinal).Zip(right.OrderBy(c => c.Name, StringComparer.Ordinal)).All(p => Same(p.First, p.Second));

    private static bool Same(DiscordCommand left, DiscordCommand right) =>
        left.Name == right.Name && left.Description == right.Description && left.DefaultPermissions == right.DefaultPermissions
        && Same(left.Options, right.Options);

    private static bool Same(IReadOnlyList<DiscordCommandOption> left, IReadOnlyList<DiscordCommandOption> right) =>
        left.Count == right.Count && left.Zip(right).All(p => Same(p.First, p.Second));

    private static bool Same(DiscordCommandOption left, DiscordCommandOption right) =>
        (left.Type, left.Name, left.Description, left.Required, left.Min, left.Max, left.MaxLength, left.Autocomplete)
            == (right.Type, right.Name, right.Description, right.Required, right.Min, right.Max, right.MaxLength, right.Autocomplete)
        && left.Choices.SequenceEqual(right.Choices) && Same(left.Options, right.Options);
}
