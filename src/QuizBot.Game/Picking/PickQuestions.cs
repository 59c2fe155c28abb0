using Microsoft.EntityFrameworkCore;
using QuizBot.Engine.Picking;
using QuizBot.Engine.Questions;
using QuizBot.Questions.Live;
using QuizBot.Storage;
using QuizBot.Storage.Posting;

namespace QuizBot.Game.Picking;

/// <summary>Picks questions for channels, and keeps what they were asked in the same transaction.</summary>
internal sealed class PickQuestions(QuestionLibrary library, PostingStore store)
{
    /// <summary>Loads what channels were asked.</summary>
    public static async Task<ChannelHistories> LoadAsync(
        WriteTransaction transaction, IReadOnlyCollection<long> channelIds, CancellationToken cancellation)
    {
        var rows = await transaction.Db.AskedCategories.AsNoTracking()
            .Where(a => channelIds.Contains(a.ChannelId)).ToListAsync(cancellation);
        return new ChannelHistories(rows);
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

    /// <summary>Picks a question for one channel, and writes that it was.</summary>
    public async Task<Question?> PickAsync(
        WriteTransaction transaction, long channelId, QuestionScope scope, CancellationToken cancellation)
    {
        var histories = await LoadAsync(transaction, [channelId], cancellation);
        var question = Pick(histories, channelId, scope);
        await store.KeepAskedAsync(transaction, histories.Changed, cancellation);
        return question;
    }
}
