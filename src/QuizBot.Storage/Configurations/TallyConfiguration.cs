using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Scoring;

namespace QuizBot.Storage.Configurations;

internal sealed class TallyConfiguration : IEntityTypeConfiguration<Tally>
{
    public void Configure(EntityTypeBuilder<Tally> builder)
    {
        builder.HasKey(t => new { t.RoundId, t.Choice });
        builder.HasOne<Round>().WithMany().HasForeignKey(t => t.RoundId);
    }
}
