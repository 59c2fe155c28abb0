using System.Text.RegularExpressions;

namespace QuizBot.Emulators.Slack;

/// <summary>The names that Slack knows.</summary>
internal static partial class EmojiNames
{
    /// <returns>The name under which Slack keeps a reaction; null when there is no such emoji.</returns>
    public static string? Canonical(string name) => Shape().IsMatch(name) ? name : null;

    [GeneratedRegex("^[a-z0-9_+'-]+(::skin-tone-[2-6])?$")]
    private static partial Regex Shape();
}
