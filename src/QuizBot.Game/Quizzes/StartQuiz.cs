using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using QuizBot.Chat.Messages;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Quizzes;
using QuizBot.Game.Commands;
using QuizBot.Game.Deadlines;
using QuizBot.Game.GameOptions;
using QuizBot.Game.Messages;
using QuizBot.Game.Places;
using QuizBot.Questions.Live;
using QuizBot.Storage;

namespace QuizBot.Game.Quizzes;

/// <summary><c>/quiz start</c>: one quiz a channel; others may join until the first round, and by answering.</summary>
internal sealed class StartQuiz(
    Database database, OpenQuiz open, QuestionLibrary library, DeadlineSignal deadlines, IOptions<QuizOptions> options, TimeProvider time)
{
    public async Task<ChatMessage> RunAsync(Invocation use, CancellationToken cancellation)
    {
        var defaults = options.Value;
        var settings = new QuizSettings(
            use.Options.Category(library.Current),
            use.Options.Choice("difficulty") is { } difficulty ? Enum.Parse<Difficulty>(difficulty, ignoreCase: true) : null,
            use.Options.Number("questions", defaults.Questions),
            use.Options.Number("seconds", defaults.Seconds));
        if (use.Options.Problem is { } problem)
            return problem.ToMessage();
        var available = library.Current.Count(new QuestionScope(QuestionPool.Graded, settings.Category, settings.Difficulty));
        if (available == 0)
            return Say.Problem("I have no question to ask: the packs have none of this difficulty in this category.");

        var fewer = use.Options.Text("questions") is not null && settings.Rounds > available
            ? $" There {(available == 1 ? "is" : "are")} only {Say.Count(available, "such question")}." : "";
        settings = settings with { Rounds = Math.Min(settings.Rounds, available) };
        if (await CommitAsync(use, settings, cancellation) is not { } quiz)
            return Say.Problem("There is a quiz in this channel already. Answer its questions to join; /quiz stop ends it.");
        if (await open.RunAsync(quiz, use.Channel, PlainText.Name(use.Member.Name), cancellation) is { } refusal)
            return Say.Problem($"I cannot post in this channel: {FailureText.Why(refusal)}.");
        deadlines.Changed();
        return Say.Line("The quiz begins. You are in; the others join with the button, or by answering." + fewer, ChatTone.Result);
    }

    private async Task<Quiz?> CommitAsync(Invocation use, QuizSettings settings, CancellationToken cancellation)
    {
        await using var transaction = await database.WriteAsync(cancellation);
        var place = await transaction.Db.KeepPlaceAsync(use.Channel, cancellation);
        var member = await transaction.Db.KeepMemberAsync(place.WorkspaceId, use.Member, cancellation);
        var now = time.Now();
        var quiz = new Quiz(place.ChannelId, settings, use.Member.Id, Keys.New(), now, now + Duration.FromTimeSpan(options.Value.Lobby));
        transaction.Db.Quizzes.Add(quiz);
        try
        {
            await transaction.Db.SaveChangesAsync(cancellation);
            transaction.Db.Players.Add(new Player(quiz.Id, member));
            await transaction.CommitAsync(cancellation);
        }
        catch (DbUpdateException fault) when (database.IsUniqueViolation(fault))
        {
            return null;
        }

        return quiz;
    }
}
