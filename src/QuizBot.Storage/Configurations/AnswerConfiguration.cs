using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Workspaces;

namespace QuizBot.Storage.Configurations;

internal sealed class AnswerConfiguration : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> builder)
    {
        // One answer a member and round.
        builder.HasKey(a => new { a.RoundId, a.MemberId });
        // A member's history. Only of settled answers: it would cost a third of the speed at which they arrive.
        builder.HasIndex(a => a.MemberId).HasFilter("settled");
        builder.Ignore(a => a.At).Ignore(a => a.Stands);
        builder.Property(a => a.Text).HasMaxLength(QuestionLimits.Typed);
        builder.Property(a => a.Right).HasColumnName("is_right");
        builder.Property(a => a.Order).HasColumnName("given");
        builder.HasOne<Round>().WithMany().HasForeignKey(a => a.RoundId);
        builder.HasOne<Member>().WithMany().HasForeignKey(a => a.MemberId);
    }
}
