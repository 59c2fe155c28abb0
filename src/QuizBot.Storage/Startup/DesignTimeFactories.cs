using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace QuizBot.Storage.Startup;

internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteQuizDbContext>
{
    public SqliteQuizDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteQuizDbContext>();
        options.UseQuizSqlite("Data Source=design.db");
        return new SqliteQuizDbContext(options.Options);
    }
}

internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlQuizDbContext>
{
    public PostgreSqlQuizDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgreSqlQuizDbContext>()
        .UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options);
}
