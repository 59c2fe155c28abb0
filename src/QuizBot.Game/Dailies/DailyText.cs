using QuizBot.Engine.Dailies;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Commands;
using QuizBot.Game.Messages;

namespace QuizBot.Game.Dailies;

internal static class DailyText
{
    /// <summary>A daily in one sentence, without its channel.</summary>
    /// <param name="daily">The daily.</param>
    /// <param name="bank">Names its category; without it the category's id does.</param>
    public static string Describe(Daily daily, QuestionBank? bank = null)
    {
        var what = daily.Pool switch
        {
            DailyPool.Open => "an interview prompt",
            DailyPool.Graded => "a graded question",
            DailyPool.Choices => "a question with choices",
            _ => "a question",
        };
        var from = daily.Category is { } id ? $" from {bank?.FindCategory(id)?.Title ?? id}" : "";
        var ways = (daily.Pool, daily.Ways) switch
        {
            (DailyPool.Open, _) => "discussed in a thread",
            (_, AnswerWays.Reactions) => "answered by reaction",
            (_, AnswerWays.Buttons) => "answered by button",
            _ => "answered by reaction or button",
        };
        var mix = daily.Pool == DailyPool.Mixed ? "every fifth an interview prompt, " : "";
        return $"{what}{from} at {Say.Time(daily.Time)} ({daily.Zone}), {WeekdayText.Describe(daily.Days)}, {ways}, {mix}"
            + $"closed after {Say.Span(daily.CloseAfter)}.";
    }
}
