using System.Text.RegularExpressions;

namespace QuizBot.Questions.Packs;

/// <summary>What an id may look like: lower-case letters, digits and hyphens, in parts divided by dots.</summary>
internal static partial class PackIds
{
    public const string Pattern = "^[a-z0-9]+([.-][a-z0-9]+)*$";

    public static bool IsId(string text) => Form().IsMatch(text);

    // \z instead of $: $ would let a line break pass.
    [GeneratedRegex(@"\A[a-z0-9]+([.-][a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
