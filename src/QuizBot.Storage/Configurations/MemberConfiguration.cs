using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuizBot.Engine.Workspaces;

namespace QuizBot.Storage.Configurations;

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.HasIndex(m => new { m.WorkspaceId, m.ExternalId }).IsUnique();
        builder.Property(m => m.ExternalId).HasMaxLength(100);
        builder.Property(m => m.Name).HasMaxLength(Member.LongestName);
        builder.Property(m => m.Left).HasColumnName("has_left");
        builder.HasOne<Workspace>().WithMany().HasForeignKey(m => m.WorkspaceId);
    }
}
