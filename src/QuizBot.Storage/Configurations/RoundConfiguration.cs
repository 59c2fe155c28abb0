using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Quizzes;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Workspaces;
using QuizBot.Storage.Conversions;

namespace QuizBot.Storage.Configurations;

internal sealed class RoundConfiguration : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.Ignore(r => r.Choices);
        // One round a daily and local date; one of each number a quiz; one round a message.
        builder.HasIndex(r => new { r.DailyId, r.Date }).IsUnique().HasFilter("daily_id is not null");
        builder.HasIndex(r => new { r.QuizId, r.Number }).IsUnique().HasFilter("quiz_id is not null");
        builder.HasIndex(r => new { r.ChannelId, r.MessageId }).IsUnique().HasFilter("message_id is not null");
        builder.HasIndex(r => r.ChannelId);
        builder.HasIndex(r => r.Closes).HasFilter("status = 1");
        builder.HasIndex(r => r.RetryAt).HasFilter("retry_at is not null");
        builder.Property(r => r.Question).HasConversion<QuestionConverter>();
        builder.Property(r => r.PostKey).HasMaxLength(24);
        builder.Property(r => r.MessageId).HasMaxLength(100);
        builder.Property(r => r.ThreadId).HasMaxLength(100);
        builder.Property(r => r.RevealId).HasMaxLength(100);
        builder.Property(r => r.Note).HasMaxLength(1_000);
        builder.HasOne<Channel>().WithMany().HasForeignKey(r => r.ChannelId);
        // A removed daily keeps its rounds, and the points of their answers.
        builder.HasOne<Daily>().WithMany().HasForeignKey(r => r.DailyId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Quiz>().WithMany().HasForeignKey(r => r.QuizId);
    }
}
