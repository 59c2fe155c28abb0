using QuizBot.Engine.Dailies;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Commands;
using QuizBot.Game.Messages;

namespace QuizBot.Game.Dailies;

internal static class DailyText
{
    /// <summary>A daily in one sentence, without its channel.</summary>
    public static string Describe(Daily daily)
    {
        var what = (daily.Pool, daily.Category) switch
        {
            (DailyPool.Open, null) => "an interview prompt",
            (DailyPool.Open, { } category) => $"an interview prompt of {category}",
            (_, null) => "a question",
            (_, { } category) => $"a question of {category}",
        };
        var ways = daily.Ways switch
        {
            AnswerWays.Reactions => "by reaction",
            AnswerWays.Buttons => "by button",
            _ => "by reaction or button",
        };
        return $"{what} at {Say.Time(daily.Time)} ({daily.Zone}), {WeekdayText.Describe(daily.Days)}, "
            + $"answered {ways}, closed after {Say.Span(daily.CloseAfter)}.";
    }
}
