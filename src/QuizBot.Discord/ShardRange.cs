using System.Globalization;
using System.Text.RegularExpressions;

namespace QuizBot.Discord;

/// <summary>The shards that one process runs.</summary>
/// <param name="First">The first, from 0.</param>
/// <param name="Last">The last.</param>
/// <param name="Count">How many there are in all processes together.</param>
public sealed partial record ShardRange(int First, int Last, int Count)
{
    /// <summary>Reads <c>0-3/8</c> or <c>2/8</c>; null where it is neither.</summary>
    public static ShardRange? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
            return null;
        var first = Number(match.Groups["first"]);
        var last = match.Groups["last"].Success ? Number(match.Groups["last"]) : first;
        var count = Number(match.Groups["count"]);
        return first <= last && last < count ? new ShardRange(first, last, count) : null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<first>[0-9]{1,5})(-(?<last>[0-9]{1,5}))?/(?<count>[0-9]{1,5})\s*$")]
    private static partial Regex Form();
}
