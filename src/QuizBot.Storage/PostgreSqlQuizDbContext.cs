using Microsoft.EntityFrameworkCore;

namespace QuizBot.Storage;

/// <summary>The database on PostgreSQL.</summary>
public sealed class PostgreSqlQuizDbContext(DbContextOptions<PostgreSqlQuizDbContext> options) : QuizDbContext(options);
