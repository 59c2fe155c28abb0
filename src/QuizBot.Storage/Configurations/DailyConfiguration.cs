using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Workspaces;

namespace QuizBot.Storage.Configurations;

internal sealed class DailyConfiguration : IEntityTypeConfiguration<Daily>
{
    public void Configure(EntityTypeBuilder<Daily> builder)
    {
        builder.Ignore(d => d.Schedule);
        builder.HasIndex(d => d.ChannelId).IsUnique();
        builder.HasIndex(d => d.NextDue);
        builder.Property(d => d.Zone).HasMaxLength(64);
        builder.Property(d => d.Category).HasMaxLength(100);
        builder.Property(d => d.PausedBecause).HasMaxLength(500);
        builder.Property(d => d.SetBy).HasMaxLength(100);
        builder.HasOne<Channel>().WithMany().HasForeignKey(d => d.ChannelId);
    }
}
