using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Scoring;
using QuizBot.Engine.Workspaces;

namespace QuizBot.Storage.Configurations;

internal sealed class StreakConfiguration : IEntityTypeConfiguration<Streak>
{
    public void Configure(EntityTypeBuilder<Streak> builder)
    {
        builder.HasKey(s => new { s.DailyId, s.MemberId });
        builder.HasOne<Daily>().WithMany().HasForeignKey(s => s.DailyId);
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.MemberId);
    }
}
