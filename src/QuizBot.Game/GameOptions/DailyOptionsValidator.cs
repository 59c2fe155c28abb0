using Microsoft.Extensions.Options;

namespace QuizBot.Game.GameOptions;

internal sealed class DailyOptionsValidator : IValidateOptions<DailyOptions>
{
    public ValidateOptionsResult Validate(string? name, DailyOptions options) =>
        options.CatchUp < TimeSpan.Zero || options.CatchUp > TimeSpan.FromDays(7)
            ? ValidateOptionsResult.Fail($"Daily:CatchUp is {options.CatchUp}; it must be 00:00:00 to 7.00:00:00.")
            : ValidateOptionsResult.Success;
}
