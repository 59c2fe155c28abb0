using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuizBot.Engine.Workspaces;

namespace QuizBot.Storage.Configurations;

internal sealed class AskedCategoryConfiguration : IEntityTypeConfiguration<AskedCategory>
{
    public void Configure(EntityTypeBuilder<AskedCategory> builder)
    {
        builder.HasKey(a => new { a.ChannelId, a.Category });
        builder.Property(a => a.Category).HasMaxLength(100);
        builder.HasOne<Channel>().WithMany().HasForeignKey(a => a.ChannelId);
    }
}
