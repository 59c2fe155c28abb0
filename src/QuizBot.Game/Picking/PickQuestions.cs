using Microsoft.EntityFrameworkCore;
using QuizBot.Engine.Picking;
using QuizBot.Engine.Questions;
using QuizBot.Questions.Live;
using QuizBot.Storage;

namespace QuizBot.Game.Picking;

/// <summary>Picks questions for channels, and keeps what they were asked in the same transaction.</summary>
internal sealed class PickQuestions(QuestionLibrary library)
{
    /// <summary>Loads what channels were asked.</summary>
    public static async Task<ChannelHistories> LoadAsync(
        WriteTransaction transaction, IReadOnlyCollection<long> channelIds, CancellationToken cancellation)
    {
        var rows = await transaction.Db.AskedCategories.AsTracking()
            .Where(a => channelIds.Contains(a.ChannelId)).ToListAsync(cancellation);
        return new ChannelHistories(transaction.Db, rows);
    }

    /// <summary>Picks a question for a channel; null where the scope allows none.</summary>
    public Question? Pick(ChannelHistories histories, long channelId, QuestionScope scope)
    {
        var history = histories.Of(channelId);
        var question = QuestionPicker.Pick(library.Current, scope, history, Random.Shared);
        if (question is not null)
            histories.Keep(channelId, question.Category, history[question.Category]);
        return question;
    }

    /// <summary>Picks a question for one channel.</summary>
    public async Task<Question?> PickAsync(
        WriteTransaction transaction, long channelId, QuestionScope scope, CancellationToken cancellation) =>
        Pick(await LoadAsync(transaction, [channelId], cancellation), channelId, scope);
}
