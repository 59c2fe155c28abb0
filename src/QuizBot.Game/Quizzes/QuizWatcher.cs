using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuizBot.Game.Rounds;

namespace QuizBot.Game.Quizzes;

/// <summary>Notes who plays, and closes a round early when all who play have answered.</summary>
internal sealed partial class QuizWatcher(QuizWatch watch, Players players, CloseRound close, ILogger<QuizWatcher> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (quiz, round, member) in watch.ReadAsync(stoppingToken))
        {
            try
            {
                await players.JoinAsync(quiz, member, stoppingToken);
                if (await players.HaveAllAnsweredAsync(quiz, round, stoppingToken))
                    await close.RunAsync(round, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The round closes at its time all the same.
                Faulted(fault, round);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking whether round {Round} may close early faulted")]
    private partial void Faulted(Exception fault, long round);
}
