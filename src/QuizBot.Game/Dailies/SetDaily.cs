using Microsoft.EntityFrameworkCore;
using QuizBot.Chat;
using QuizBot.Chat.Messages;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Commands;
using QuizBot.Game.Messages;
using QuizBot.Game.Places;
using QuizBot.Game.Platforms;
using QuizBot.Questions.Live;
using QuizBot.Storage;

namespace QuizBot.Game.Dailies;

/// <summary><c>/daily set</c>.</summary>
internal sealed class SetDaily(Database database, PlatformSet platforms, QuestionLibrary library, TimeProvider time)
{
    public async Task<ChatMessage> RunAsync(Invocation use, CancellationToken cancellation)
    {
        var options = use.Options;
        var settings = new DailySettings(
            new DailySchedule(options.Time("time"), options.Zone("zone"), options.Days("days")),
            options.Category(library.Current),
            options.Choice("kind") switch { "graded" => DailyPool.Graded, "open" => DailyPool.Open, "choices" => DailyPool.Choices, _ => DailyPool.Mixed },
            options.CloseAfter("close-after"),
            options.Choice("answers") switch { "reactions" => AnswerWays.Reactions, "buttons" => AnswerWays.Buttons, _ => AnswerWays.Both });
        if (options.Problem is { } problem)
            return problem.ToMessage();
        if (Asks(settings) == 0)
            return Say.Problem("I have no question to ask: the packs have none of this kind in this category.");
        if (await MissingAsync(use.Channel, cancellation) is { } missing)
            return Say.Problem(missing);

        await using var transaction = await database.WriteAsync(cancellation);
        var place = await transaction.Db.KeepPlaceAsync(use.Channel, cancellation);
        var workspace = (await transaction.Db.FindWorkspaceAsync(use.Channel.Workspace, cancellation))!;
        if (workspace.Zone is null)
            workspace.SetZone(settings.Schedule.Zone.Id);
        var daily = await transaction.Db.Dailies.AsTracking().SingleOrDefaultAsync(d => d.ChannelId == place.ChannelId, cancellation);
        var isNew = daily is null;
        if (daily is null)
        {
            daily = new Daily(place.ChannelId);
            transaction.Db.Dailies.Add(daily);
        }

        daily.Set(settings, use.Member.Id, time.Now());
        await transaction.CommitAsync(cancellation);
        return Confirm(daily, isNew);
    }

    private int Asks(DailySettings settings)
    {
        var bank = library.Current;
        var choices = settings.Pool == DailyPool.Choices || settings.Ways == AnswerWays.Reactions;
        var graded = settings.Pool == DailyPool.Open ? 0
            : bank.Count(new QuestionScope(choices ? QuestionPool.Choices : QuestionPool.Graded, settings.Category));
        var open = settings.Pool is DailyPool.Graded or DailyPool.Choices ? 0 : bank.Count(new QuestionScope(QuestionPool.Open, settings.Category));
        return graded + open;
    }

    private async Task<string?> MissingAsync(ChannelRef channel, CancellationToken cancellation)
    {
        if (platforms.Find(channel.Platform) is not { } platform)
            return null;
        var check = await platform.CheckChannelAsync(channel, cancellation);
        return check switch
        {
            { IsDone: true, Value: { Count: > 0 } lacking } => $"I cannot post in this channel yet. I lack {Say.List([.. lacking])}. Once I have that, use /daily set again.",
            { Failure.IsFinal: true } => $"I cannot post in this channel: {FailureText.Why(check.Failure)}.",
            // What cannot be checked now is not held against the channel.
            _ => null,
        };
    }

    private ChatMessage Confirm(Daily daily, bool isNew)
    {
        var done = isNew ? "The question of the day is set for this channel" : "This channel's question of the day is changed";
        return new ChatMessage(
        [
            new TextBlock($"{done}: {DailyText.Describe(daily, library.Current)}"),
            new NoteBlock((ChatText)$"The {(isNew ? "first" : "next")} one comes " + Say.When(daily.NextDue!.Value)
                + ". /daily preview shows those after it, /daily now posts today's at once."),
        ])
        { Summary = done + ".", Tone = ChatTone.Result };
    }
}
