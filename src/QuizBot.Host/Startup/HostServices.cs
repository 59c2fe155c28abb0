using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;
using OpenTelemetry.Metrics;
using Quartz;
using QuizBot.Discord;
using QuizBot.Game;
using QuizBot.Game.Metrics;
using QuizBot.Host.Doctor;
using QuizBot.Host.Jobs;
using QuizBot.Host.Platforms;
using QuizBot.Playground;
using QuizBot.Questions;
using QuizBot.Storage;

namespace QuizBot.Host.Startup;

/// <summary>Everything that runs.</summary>
internal static class HostServices
{
    public static void Add(WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddStorage(configuration);
        services.AddQuestions(configuration);
        services.AddGame(configuration);
        services.AddSingleton<ExitCode>();
        services.AddHostedService<CatchUp>();
        services.AddHostedService<GiveBackMemory>();
        AddPlatforms(builder);
        // Last, for its start takes longest and nothing waits for it; and so the first to stop.
        AddScheduler(services, configuration);
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: [HostEndpoints.Ready])
            .AddCheck<PlatformHealth>("platforms", tags: [HostEndpoints.Ready]);
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(GameMetrics.MeterName, "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime").AddPrometheusExporter());
    }

    /// <summary>What commands need that only read the database.</summary>
    public static ServiceProvider ForReading()
    {
        var builder = BotBuilder.Create();
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddGame(builder.Configuration);
        return builder.Services.BuildServiceProvider();
    }

    /// <summary>What the examination needs: nothing of it is started, and what it finds is told, not logged.</summary>
    public static ServiceProvider ForDoctor()
    {
        var builder = BotBuilder.Create();
        builder.Logging.ClearProviders();
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddStorage(configuration);
        services.AddQuestions(configuration);
        services.AddGame(configuration);
        services.AddOptions<PlaygroundOptions>().Bind(configuration.GetSection(PlaygroundOptions.Section));
        if (IsDiscordOn(configuration))
            services.AddDiscord(configuration);
        services.AddSingleton<Examination>();
        return services.BuildServiceProvider();
    }

    private static bool IsDiscordOn(ConfigurationManager configuration) =>
        !string.IsNullOrEmpty(configuration[$"{DiscordOptions.Section}:{nameof(DiscordOptions.Token)}"]);

    private static void AddPlatforms(WebApplicationBuilder builder)
    {
        var discord = IsDiscordOn(builder.Configuration);
        if (discord)
            builder.Services.AddDiscord(builder.Configuration);
        var playground = builder.Configuration.GetSection(PlaygroundOptions.Section).Get<PlaygroundOptions>() ?? new PlaygroundOptions();
        builder.Services.AddSingleton<IValidateOptions<HttpOptions>, HttpOptionsValidator>();
        builder.Services.AddOptions<HttpOptions>().Bind(builder.Configuration.GetSection(HttpOptions.Section)).ValidateOnStart();
        var http = builder.Configuration.GetSection(HttpOptions.Section).Get<HttpOptions>() ?? new HttpOptions();
        // On while no other platform is.
        if (playground.Enabled ?? !discord)
        {
            builder.Services.AddPlayground(builder.Configuration);
            builder.Services.AddHostedService<PlaygroundStart>();
            builder.WebHost.UseUrls([playground.Url, .. http.Url is null ? Array.Empty<string>() : [http.Url]]);
        }
        else
        {
            builder.WebHost.UseUrls(http.Url ?? HttpOptions.DefaultUrl);
        }

        builder.Services.AddHostedService<PlatformRunner>();
    }

    private static void AddScheduler(IServiceCollection services, IConfiguration configuration)
    {
        var storage = StorageOptions.From(configuration);
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(threads => threads.MaxConcurrency = 2);
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                if (storage.Provider == StorageProvider.PostgreSql)
                    UsePostgreSql(store, storage);
                else
                    UseSqlite(store, storage);
            });
            // Each minute, since a daily's time is one; what is due, and in which zone, the database says.
            quartz.ScheduleJob<PostDailiesJob>(
                trigger => trigger.WithIdentity("each minute").WithCronSchedule("0 * * * * ?", cron => cron.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)),
                job => job.WithIdentity("post dailies"));
            quartz.ScheduleJob<DoDueWorkJob>(
                trigger => trigger.WithIdentity("each ten seconds").WithCronSchedule("5/10 * * * * ?", cron => cron.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)),
                job => job.WithIdentity("do due work"));
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    // Methods of their own, so that the other provider's library is not loaded.
    private static void UsePostgreSql(IPersistentStoreBuilder store, StorageOptions storage)
    {
        store.UsePostgres(NpgsqlFactory.Instance, storage.ConnectionString);
        store.UseClustering();
    }

    // Quartz knows no busy timeout but this, and what waits for the bot's own writes is no failure.
    private static void UseSqlite(IPersistentStoreBuilder store, StorageOptions storage) => store.UseSqlite(
        SqliteFactory.Instance, new SqliteConnectionStringBuilder(storage.ConnectionString) { DefaultTimeout = 30 }.ToString());
}
