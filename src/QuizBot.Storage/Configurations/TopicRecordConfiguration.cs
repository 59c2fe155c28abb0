using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuizBot.Engine.Scoring;
using QuizBot.Engine.Workspaces;

namespace QuizBot.Storage.Configurations;

internal sealed class TopicRecordConfiguration : IEntityTypeConfiguration<TopicRecord>
{
    public void Configure(EntityTypeBuilder<TopicRecord> builder)
    {
        builder.HasKey(t => new { t.MemberId, t.Topic });
        builder.Property(t => t.Topic).HasMaxLength(100);
        builder.Property(t => t.Category).HasMaxLength(100);
        builder.Property(t => t.Right).HasColumnName("answered_right");
        builder.HasOne<Member>().WithMany().HasForeignKey(t => t.MemberId);
    }
}
