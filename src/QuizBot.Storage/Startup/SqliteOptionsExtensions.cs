using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace QuizBot.Storage.Startup;

internal static class SqliteOptionsExtensions
{
    /// <summary>SQLite as the bot uses it.</summary>
    public static DbContextOptionsBuilder UseQuizSqlite(this DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString)
        .UseSnakeCaseNamingConvention()
        .ReplaceService<IMigrationsSqlGenerator, SqliteTables>()
        .AddInterceptors(SqlitePragmas.Instance);
}
