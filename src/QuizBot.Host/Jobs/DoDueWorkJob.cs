using Quartz;
using QuizBot.Game.Deadlines;

namespace QuizBot.Host.Jobs;

/// <summary>Something may be due, should the clock in the process have failed.</summary>
[DisallowConcurrentExecution]
internal sealed class DoDueWorkJob(DoDueWork work) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await work.BeginAsync(cancellationToken);
}
