using Microsoft.Extensions.Logging;
using QuizBot.Game.Grouping;
using QuizBot.Storage;
using QuizBot.Storage.Answers;

namespace QuizBot.Game.Answers;

/// <summary>Writes answers in groups.</summary>
internal sealed class AnswerQueue(AnswerStore store, Database database, TimeProvider time, ILogger<AnswerQueue> logger)
    : GroupQueue<AnswerChange, AnswerOutcome>(database, time, logger, mostInGroup: 2_000)
{
    protected override Task<AnswerOutcome[]> WriteGroupAsync(IReadOnlyList<AnswerChange> group) =>
        store.WriteAsync(group, CancellationToken.None);
}
