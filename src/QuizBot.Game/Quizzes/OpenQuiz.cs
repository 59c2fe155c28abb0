using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using QuizBot.Chat;
using QuizBot.Chat.Messages;
using QuizBot.Engine.Quizzes;
using QuizBot.Game.Deadlines;
using QuizBot.Game.GameOptions;
using QuizBot.Game.Messages;
using QuizBot.Game.Metrics;
using QuizBot.Game.Places;
using QuizBot.Game.Platforms;
using QuizBot.Questions.Live;
using QuizBot.Storage;

namespace QuizBot.Game.Quizzes;

/// <summary>Says once that a quiz begins: whoever started it does, or, where that failed or its process died, whoever takes its first step.</summary>
internal sealed partial class OpenQuiz(
    Database database, PlatformSet platforms, QuestionLibrary library, KeyedLock locks, GameMetrics metrics, IOptions<QuizOptions> options,
    TimeProvider time, ILogger<OpenQuiz> logger)
{
    private const int MostRemembered = 10_000;
    private static readonly Duration ClockDifference = Duration.FromMinutes(10);

    // What is not known here is looked for on the channel.
    private readonly ConcurrentDictionary<long, bool> _said = new();

    /// <summary>Opens a quiz that was just committed.</summary>
    /// <returns>Why its channel takes no quiz, which is abandoned; null where it does, or may yet.</returns>
    public async Task<ChatFailure?> RunAsync(Quiz quiz, ChannelRef channel, string starter, CancellationToken cancellation)
    {
        using var alone = await locks.QuizAsync(quiz.Id, cancellation);
        // With a lobby of no time, its first step may be faster.
        if (_said.ContainsKey(quiz.Id) || platforms.Find(channel.Platform) is not { } platform)
            return null;
        return await PostAsync(platform, quiz, channel, starter, cancellation) is { IsFinal: true } final ? final : null;
    }

    /// <summary>Sees to it, before a step of the quiz and alone on it, that the quiz was opened.</summary>
    /// <returns>False where it was opened only now, or could not be: its first round is still to come.</returns>
    public async Task<bool> IsOpenAsync(long quizId, CancellationToken cancellation)
    {
        if (_said.ContainsKey(quizId) || await ReadAsync(quizId, cancellation) is not var (quiz, place, starter)
            || platforms.Find(place.Channel.Platform) is not { } platform)
            return true;
        var found = await platform.FindPostAsync(
            place.Channel, quiz.OpeningKey, (quiz.Started - ClockDifference).ToDateTimeOffset(), cancellation);
        if (found.Value is not null || found.Failure is { IsFinal: true })
            return true;

        // Others have a lobby to join in again.
        var (due, first) = (quiz.NextStep, time.Now() + Duration.FromTimeSpan(options.Value.Lobby));
        quiz.Reschedule(first);
        // Another host may be about it.
        if (await ChangeAsync(quizId, q => q.NextStep == due, q => q.Reschedule(first), cancellation) && found.IsDone)
            await PostAsync(platform, quiz, place.Channel, starter, cancellation);
        return false;
    }

    private async Task<(Quiz Quiz, Place Place, string Starter)?> ReadAsync(long quizId, CancellationToken cancellation)
    {
        await using var db = await database.ReadAsync(cancellation);
        if (await db.Quizzes.AsNoTracking().SingleOrDefaultAsync(q => q.Id == quizId, cancellation) is not { Begun: 0, HasNext: true } quiz)
            return null;
        var place = await db.PlaceOfAsync(quiz.ChannelId, cancellation);
        var name = await db.Members.Where(m => m.WorkspaceId == place.WorkspaceId && m.ExternalId == quiz.StartedBy)
            .Select(m => m.Name).SingleOrDefaultAsync(cancellation);
        return (quiz, place, PlainText.Name(name ?? ""));
    }

    private async Task<ChatFailure?> PostAsync(
        IChatPlatform platform, Quiz quiz, ChannelRef channel, string starter, CancellationToken cancellation)
    {
        var posted = await platform.PostAsync(new ChatPost(channel, quiz.OpeningKey, Opening(quiz, starter)), cancellation);
        if (posted.IsDone)
        {
            if (_said.Count >= MostRemembered)
                _said.Clear();
            _said[quiz.Id] = true;
            return null;
        }

        metrics.SendFailed(platform.Name, posted.Failure.Kind.ToString());
        NotOpened(quiz.Id, posted.Failure.Kind, posted.Failure.Detail);
        if (posted.Failure.IsFinal)
            await ChangeAsync(quiz.Id, _ => true, q => q.Abandon(), cancellation);
        return posted.Failure;
    }

    private async Task<bool> ChangeAsync(long quizId, Func<Quiz, bool> isAsKnown, Action<Quiz> change, CancellationToken cancellation)
    {
        await using var transaction = await database.WriteAsync(cancellation);
        if (await transaction.TakeQuizAsync(quizId, cancellation) is not { Status: QuizStatus.Running } quiz || !isAsKnown(quiz))
            return false;
        change(quiz);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private ChatMessage Opening(Quiz quiz, string starter)
    {
        var about = quiz.Category is { } id ? library.Current.FindCategory(id)?.Title ?? id : "all categories";
        var hard = quiz.Difficulty is { } difficulty ? $", {difficulty.ToString().ToLowerInvariant()} ones only" : "";
        return new ChatMessage(
        [
            new HeadingBlock("A quiz begins"),
            new TextBlock(ChatText.Member(quiz.StartedBy, starter)
                + $" asks the team: {Say.Count(quiz.Rounds, "question")} from {about}{hard}, {Say.Count(quiz.Seconds, "second")} each."),
            new TextBlock((ChatText)"First question: " + Say.Moment(quiz.NextStep!.Value, TimeStyle.Relative) + ". When all who play have answered, a question closes early."),
            new ButtonsBlock([new ChatButton(Actions.Join(quiz.Id), "Join", IsMain: true)]),
        ])
        {
            Summary = Say.Summary($"A quiz begins: {Say.Count(quiz.Rounds, "question")} from {about}."),
            Tone = ChatTone.Question,
            Announces = true,
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The opening of quiz {Quiz} could not be shown: {Kind}, {Detail}")]
    private partial void NotOpened(long quiz, ChatFailureKind kind, string detail);
}
