using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QuizBot.Storage.Answers;
using QuizBot.Storage.Dialects;
using QuizBot.Storage.Posting;
using QuizBot.Storage.Startup;

namespace QuizBot.Storage;

public static class StorageServiceCollectionExtensions
{
    /// <summary>Adds the database of section <c>Storage</c>.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(StorageOptions.Section);
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddOptions<StorageOptions>().Bind(section)
            .PostConfigure(o =>
            {
                if (o.Provider == StorageProvider.Sqlite && string.IsNullOrWhiteSpace(o.ConnectionString))
                    o.ConnectionString = StorageOptions.DefaultSqlite;
            })
            .ValidateOnStart();

        if (section.GetValue(nameof(StorageOptions.Provider), StorageProvider.Sqlite) == StorageProvider.Sqlite)
            AddSqlite(services);
        else
            AddPostgreSql(services);

        services.AddSingleton(p => new AnswerStore(p.GetRequiredService<Database>()));
        services.AddSingleton(p => new PostingStore(p.GetRequiredService<Database>()));
        services.AddSingleton(p => new Settlement(p.GetRequiredService<Database>()));
        services.AddSingleton(p => new Recount(p.GetRequiredService<Database>()));
        services.AddSingleton(p => new DatabaseStarter(p.GetRequiredService<Database>(), p.GetRequiredService<IDatabaseGuard>()));
        services.AddSingleton<Export.ExportWorkspace>();
        return services;
    }

    // Methods of their own, so that the other provider's library is not loaded.
    private static void AddSqlite(IServiceCollection services)
    {
        services.AddSingleton<ISqlDialect, SqliteDialect>();
        services.AddSingleton<IDatabaseGuard, SqliteGuard>();
        AddContext<SqliteQuizDbContext>(services, (options, storage) => options.UseQuizSqlite(SqliteFile.ConnectionString(storage)));
    }

    private static void AddPostgreSql(IServiceCollection services)
    {
        services.AddSingleton<ISqlDialect, PostgreSqlDialect>();
        services.AddSingleton<IDatabaseGuard, PostgreSqlGuard>();
        AddContext<PostgreSqlQuizDbContext>(services, (options, storage) => options
            .UseNpgsql(storage.ConnectionString)
            .UseSnakeCaseNamingConvention());
    }

    private static void AddContext<TContext>(IServiceCollection services, Action<DbContextOptionsBuilder, StorageOptions> use)
        where TContext : QuizDbContext
    {
        services.AddPooledDbContextFactory<TContext>((provider, options) =>
        {
            use(options, provider.GetRequiredService<IOptions<StorageOptions>>().Value);
            // Expected failures, such as a unique index that does its work, are outcomes and logged by those who know.
            options.ConfigureWarnings(w => w.Ignore(
                RelationalEventId.CommandError, CoreEventId.SaveChangesFailed, CoreEventId.QueryIterationFailed,
                // A test compares model and migrations; here it would build the whole model a second time at each start.
                RelationalEventId.PendingModelChangesWarning));
        });
        services.AddSingleton(provider => new Database(
            provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext, provider.GetRequiredService<ISqlDialect>()));
    }
}
