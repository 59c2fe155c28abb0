using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using QuizBot.Questions.Live;

namespace QuizBot.Questions;

public static class QuestionsServiceCollectionExtensions
{
    /// <summary>Adds the <see cref="QuestionLibrary"/> and the service that reloads it, set by the section <c>Questions</c>.</summary>
    public static IServiceCollection AddQuestions(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<QuestionsOptions>().Bind(configuration.GetSection(QuestionsOptions.Section)).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<QuestionsOptions>, QuestionsOptionsValidation>();
        services.AddSingleton<QuestionLibrary>();
        services.AddHostedService<QuestionWatcher>();
        return services;
    }
}
