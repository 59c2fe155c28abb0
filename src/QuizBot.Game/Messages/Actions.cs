using System.Globalization;
using QuizBot.Engine.Answers;

namespace QuizBot.Game.Messages;

/// <summary>The actions of buttons and forms. They come back through clients, so whoever handles one checks that it belongs to the message it was pressed on.</summary>
internal static class Actions
{
    public const string Joining = "join", Typing = "type", Choosing = "choose", Marking = "mark", Board = "board", Share = "share";

    public static string Choose(long round, int choice) => Of(Choosing, round, choice);

    public static string Type(long round) => Of(Typing, round);

    public static string MarkSelf(long round, SelfMark mark) => Of(Marking, round, (int)mark);

    public static string Join(long quiz) => Of(Joining, quiz);

    /// <summary>The kind of an action and its numbers; null where it is none of ours.</summary>
    public static (string Kind, string[] Numbers)? Parse(string action)
    {
        var parts = action.Split(':');
        return parts.Length is >= 2 and <= 5 ? (parts[0], parts[1..]) : null;
    }

    public static bool TryNumber(string[] numbers, int at, out long number)
    {
        number = 0;
        return at < numbers.Length && long.TryParse(numbers[at], NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static string Of(string kind, params long[] numbers) =>
        kind + ":" + string.Join(':', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));
}
