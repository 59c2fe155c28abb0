using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuizBot.Engine.Quizzes;
using QuizBot.Engine.Workspaces;

namespace QuizBot.Storage.Configurations;

internal sealed class PlayerConfiguration : IEntityTypeConfiguration<Player>
{
    public void Configure(EntityTypeBuilder<Player> builder)
    {
        builder.HasKey(p => new { p.QuizId, p.MemberId });
        builder.HasOne<Quiz>().WithMany().HasForeignKey(p => p.QuizId);
        builder.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId);
    }
}
