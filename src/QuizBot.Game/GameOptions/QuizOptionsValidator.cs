using Microsoft.Extensions.Options;
using QuizBot.Engine.Quizzes;

namespace QuizBot.Game.GameOptions;

internal sealed class QuizOptionsValidator : IValidateOptions<QuizOptions>
{
    /// <summary>The longest lobby or pause.</summary>
    public static readonly NodaTime.Duration Longest = NodaTime.Duration.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, QuizOptions options)
    {
        var faults = new List<string>();
        if (options.Seconds is < QuizSettings.FewestSeconds or > QuizSettings.MostSeconds)
            faults.Add($"Quiz:Seconds is {options.Seconds}; it must be {QuizSettings.FewestSeconds} to {QuizSettings.MostSeconds}.");
        if (options.Questions is < 1 or > QuizSettings.MostRounds)
            faults.Add($"Quiz:Questions is {options.Questions}; it must be 1 to {QuizSettings.MostRounds}.");
        if (options.Lobby < TimeSpan.Zero || options.Lobby > Longest.ToTimeSpan())
            faults.Add($"Quiz:Lobby is {options.Lobby}; it must be 00:00:00 to 00:01:00.");
        if (options.Pause < TimeSpan.Zero || options.Pause > Longest.ToTimeSpan())
            faults.Add($"Quiz:Pause is {options.Pause}; it must be 00:00:00 to 00:01:00.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
