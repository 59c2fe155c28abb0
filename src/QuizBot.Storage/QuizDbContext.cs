using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Quizzes;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Scoring;
using QuizBot.Engine.Workspaces;
using QuizBot.Storage.Conversions;

namespace QuizBot.Storage;

/// <summary>The database. One subclass a provider, so that each has migrations of its own.</summary>
public abstract class QuizDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Workspace> Workspaces => Set<Workspace>();

    public DbSet<Channel> Channels => Set<Channel>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<AskedCategory> AskedCategories => Set<AskedCategory>();

    public DbSet<Daily> Dailies => Set<Daily>();

    public DbSet<Quiz> Quizzes => Set<Quiz>();

    public DbSet<Player> Players => Set<Player>();

    public DbSet<Round> Rounds => Set<Round>();

    public DbSet<Answer> Answers => Set<Answer>();

    public DbSet<Tally> Tallies => Set<Tally>();

    public DbSet<Score> Scores => Set<Score>();

    public DbSet<TopicRecord> TopicRecords => Set<TopicRecord>();

    public DbSet<Streak> Streaks => Set<Streak>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        MakeTextStorable();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        MakeTextStorable();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(QuizDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        // Each index costs every write; those that are wanted are named.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        configurationBuilder.Properties<NodaTime.Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<NodaTime.LocalDate>().HaveConversion<LocalDateConverter>();
        configurationBuilder.Properties<NodaTime.LocalTime>().HaveConversion<LocalTimeConverter>();
        configurationBuilder.Properties<NodaTime.Duration>().HaveConversion<DurationConverter>();
    }

    private void MakeTextStorable()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified))
                continue;
            foreach (var property in entry.Properties)
            {
                if (property.CurrentValue is string text && !ReferenceEquals(StorableText.Of(text), text))
                    property.CurrentValue = StorableText.Of(text);
            }
        }
    }
}
