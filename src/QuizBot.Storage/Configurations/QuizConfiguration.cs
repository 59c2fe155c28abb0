using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuizBot.Engine.Quizzes;
using QuizBot.Engine.Workspaces;

namespace QuizBot.Storage.Configurations;

internal sealed class QuizConfiguration : IEntityTypeConfiguration<Quiz>
{
    public void Configure(EntityTypeBuilder<Quiz> builder)
    {
        // One running quiz a channel.
        builder.HasIndex(q => q.ChannelId).IsUnique().HasFilter("status = 0");
        builder.HasIndex(q => q.NextStep);
        builder.Property(q => q.Category).HasMaxLength(100);
        builder.Property(q => q.StartedBy).HasMaxLength(100);
        builder.Property(q => q.PostKey).HasMaxLength(24);
        builder.HasOne<Channel>().WithMany().HasForeignKey(q => q.ChannelId);
    }
}
