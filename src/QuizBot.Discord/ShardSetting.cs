using System.Globalization;
using System.Text.RegularExpressions;
using QuizBot.Discord.Client;

namespace QuizBot.Discord;

/// <summary>The setting <c>Discord:Shards</c>: <c>0-3/8</c>, or <c>2/8</c> for one.</summary>
internal static partial class ShardSetting
{
    /// <summary>The shards; null where it is neither.</summary>
    public static ShardRange? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
            return null;
        var first = Number(match.Groups["first"]);
        var last = match.Groups["last"].Success ? Number(match.Groups["last"]) : first;
        var range = new ShardRange(first, last - first + 1, Number(match.Groups["total"]));
        return range.IsValid ? range : null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<first>[0-9]{1,5})(-(?<last>[0-9]{1,5}))?/(?<total>[0-9]{1,5})\s*$")]
    private static partial Regex Form();
}
