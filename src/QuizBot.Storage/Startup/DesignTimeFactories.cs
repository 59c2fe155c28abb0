using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace QuizBot.Storage.Startup;

internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteQuizDbContext>
{
    public SqliteQuizDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteQuizDbContext>()
        .UseSqlite("Data Source=design.db").UseSnakeCaseNamingConvention().Options);
}

internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlQuizDbContext>
{
    public PostgreSqlQuizDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgreSqlQuizDbContext>()
        .UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options);
}
