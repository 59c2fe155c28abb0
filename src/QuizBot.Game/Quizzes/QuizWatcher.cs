using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuizBot.Game.Deadlines;
using QuizBot.Game.Rounds;

namespace QuizBot.Game.Quizzes;

/// <summary>Notes who plays, and closes a round early when all who play have answered. The close has its platform's lane, so that none waits for another's.</summary>
internal sealed partial class QuizWatcher(QuizWatch watch, Players players, CloseRound close, Lanes lanes, ILogger<QuizWatcher> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var played = await watch.ReadAsync(stoppingToken);
            foreach (var round in played.Distinct().GroupBy(p => (p.Platform, p.QuizId, p.RoundId)))
                await LookAsync(round.Key.Platform, round.Key.QuizId, round.Key.RoundId, [.. round.Select(p => p.MemberId)], stoppingToken);
        }
    }

    private async Task LookAsync(string platform, long quizId, long roundId, IReadOnlyList<long> members, CancellationToken cancellation)
    {
        try
        {
            foreach (var member in members)
                await players.JoinAsync(quizId, member, cancellation);
            if (await players.HaveAllAnsweredAsync(quizId, roundId, cancellation))
                _ = lanes.Run(platform, CloseRound.Work, roundId, token => close.RunAsync(roundId, token));
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            // The round closes at its time all the same.
            Faulted(fault, roundId);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking whether round {Round} may close early faulted")]
    private partial void Faulted(Exception fault, long round);
}
