using Quartz;
using QuizBot.Game.Dailies;

namespace QuizBot.Host.Jobs;

/// <summary>It is a new minute.</summary>
[DisallowConcurrentExecution]
internal sealed class PostDailiesJob(PostDailies dailies) : IJob
{
    // What it begins is not waited for: a platform that hangs must not cost the others their minute.
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await dailies.BeginAsync(cancellationToken);
}
