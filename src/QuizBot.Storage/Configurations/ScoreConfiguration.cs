using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuizBot.Engine.Scoring;
using QuizBot.Engine.Workspaces;

namespace QuizBot.Storage.Configurations;

internal sealed class ScoreConfiguration : IEntityTypeConfiguration<Score>
{
    public void Configure(EntityTypeBuilder<Score> builder)
    {
        // In this order a board is one range of the key.
        builder.HasKey(s => new { s.WorkspaceId, s.Kind, s.Start, s.Category, s.MemberId });
        builder.Property(s => s.Category).HasMaxLength(100);
        builder.Property(s => s.Right).HasColumnName("answered_right");
        builder.HasOne<Workspace>().WithMany().HasForeignKey(s => s.WorkspaceId);
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.MemberId);
    }
}
