using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using QuizBot.Chat;
using QuizBot.Game.Answers;
using QuizBot.Game.Boards;
using QuizBot.Game.Commands;
using QuizBot.Game.Dailies;
using QuizBot.Game.Deadlines;
using QuizBot.Game.Events;
using QuizBot.Game.GameOptions;
using QuizBot.Game.Metrics;
using QuizBot.Game.Picking;
using QuizBot.Game.Platforms;
using QuizBot.Game.Quizzes;
using QuizBot.Game.Rounds;
using QuizBot.Storage;
using QuizBot.Storage.Posting;
using EventHandler = QuizBot.Game.Events.EventHandler;

namespace QuizBot.Game;

public static class GameServiceCollectionExtensions
{
    /// <summary>Adds the use cases, on the storage and the questions that are added already.</summary>
    public static IServiceCollection AddGame(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton<IValidateOptions<DailyOptions>, DailyOptionsValidator>();
        services.AddSingleton<IValidateOptions<QuizOptions>, QuizOptionsValidator>();
        services.AddOptions<DailyOptions>().Bind(configuration.GetSection(DailyOptions.Section)).ValidateOnStart();
        services.AddOptions<QuizOptions>().Bind(configuration.GetSection(QuizOptions.Section)).ValidateOnStart();
        services.AddSingleton<PlatformSet>().AddSingleton<GameMetrics>();

        // Stopped in the reverse order: first nothing new becomes due, then what is in flight ends, and last its writes.
        AddHosted<AnswerQueue>(services);
        AddHosted<RoundQueue>(services);
        AddHosted<PostedRounds>(services);
        AddHosted<Lanes>(services);
        AddHosted<QuizWatcher>(services);
        AddHosted<DeadlineClock>(services);

        services.AddSingleton<KeyedLock>().AddSingleton<DeadlineSignal>();
        services.AddSingleton<ActiveRounds>().AddSingleton<PickQuestions>();
        services.AddSingleton<PostRound>().AddSingleton<FurnishRound>().AddSingleton<CloseRound>().AddSingleton<ReadResult>();
        services.AddSingleton<RecordAnswer>().AddSingleton<ReconcileRounds>().AddSingleton<TidyReactions>().AddSingleton<MarkSelf>();
        services.AddSingleton<SetDaily>().AddSingleton<ManageDaily>().AddSingleton<ShowDailies>().AddSingleton<PauseForFault>();
        services.AddSingleton<QuizWatch>().AddSingleton<Players>().AddSingleton<OpenQuiz>().AddSingleton<StartQuiz>().AddSingleton<ControlQuiz>();
        services.AddSingleton<AdvanceQuiz>().AddSingleton<ReadQuizBoard>();
        services.AddSingleton<CheckMembers>().AddSingleton<ReadBoard>().AddSingleton<ShowLeaderboard>().AddSingleton<ShowStats>();
        services.AddSingleton<PreviewDailies>();
        services.AddSingleton<Completions>().AddSingleton<CommandRouter>().AddSingleton<ButtonRouter>();
        services.AddSingleton<MembershipChanges>().AddSingleton<MemberPace>();
        services.AddSingleton<IChatEvents, EventHandler>();
        services.AddSingleton(p => new PostDailies(
            p.GetRequiredService<Database>(), p.GetRequiredService<PostingStore>(), p.GetRequiredService<PickQuestions>(), p.GetRequiredService<Lanes>(),
            p.GetRequiredService<PostRound>(), p.GetRequiredService<PauseForFault>(), p.GetRequiredService<GameMetrics>(),
            p.GetRequiredService<IOptions<DailyOptions>>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<PostDailies>>()));
        services.AddSingleton(p => new DoDueWork(
            p.GetRequiredService<Database>(), p.GetRequiredService<PlatformSet>(), p.GetRequiredService<Lanes>(),
            p.GetRequiredService<PostRound>(), p.GetRequiredService<CloseRound>(), p.GetRequiredService<AdvanceQuiz>(),
            p.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static void AddHosted<T>(IServiceCollection services)
        where T : class, Microsoft.Extensions.Hosting.IHostedService
    {
        services.AddSingleton<T>();
        services.AddHostedService(p => p.GetRequiredService<T>());
    }
}
