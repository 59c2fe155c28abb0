using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace QuizBot.Questions.Live;

/// <summary>Stops a host whose questions folder is not there, and says where it looked.</summary>
internal sealed class QuestionsOptionsValidation(IHostEnvironment environment) : IValidateOptions<QuestionsOptions>
{
    public ValidateOptionsResult Validate(string? name, QuestionsOptions options)
    {
        const string setting = $"{QuestionsOptions.Section}:{nameof(QuestionsOptions.Path)}";
        if (string.IsNullOrWhiteSpace(options.Path))
            return ValidateOptionsResult.Fail($"{setting} is empty; name the folder that holds the question packs.");
        var candidates = QuestionsFolder.Candidates(options.Path, environment.ContentRootPath);
        return Directory.Exists(candidates[0])
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"The questions folder is missing: {setting} is \"{options.Path}\", looked for at {string.Join(" and ", candidates)}.");
    }
}
