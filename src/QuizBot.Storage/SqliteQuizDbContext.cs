using Microsoft.EntityFrameworkCore;

namespace QuizBot.Storage;

/// <summary>The database on SQLite.</summary>
public sealed class SqliteQuizDbContext(DbContextOptions<SqliteQuizDbContext> options) : QuizDbContext(options);
