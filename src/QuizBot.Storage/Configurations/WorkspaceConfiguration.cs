using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuizBot.Engine.Workspaces;

namespace QuizBot.Storage.Configurations;

internal sealed class WorkspaceConfiguration : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> builder)
    {
        builder.HasIndex(w => new { w.Platform, w.ExternalId }).IsUnique();
        builder.Property(w => w.Platform).HasMaxLength(20);
        builder.Property(w => w.ExternalId).HasMaxLength(100);
        builder.Property(w => w.Zone).HasMaxLength(64);
    }
}
