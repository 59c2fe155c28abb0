using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Chat.Messages;
using QuizBot.Chat.Replies;
using QuizBot.Engine.Questions;
using QuizBot.Game.Answers;
using QuizBot.Game.Boards;
using QuizBot.Game.Messages;
using QuizBot.Game.Places;
using QuizBot.Game.Quizzes;
using QuizBot.Game.Rounds;
using Actions = QuizBot.Game.Messages.Actions;

namespace QuizBot.Game.Events;

/// <summary>Hands buttons and forms to their use cases. Their actions came back through a client, so nothing in them is believed.</summary>
internal sealed class ButtonRouter(
    RecordAnswer answers, ActiveRounds rounds, MarkSelf markSelf, ControlQuiz quizzes, ShowLeaderboard leaderboard)
{
    private const string AnswerField = "answer";

    public async Task<ChatReply?> PressedAsync(ButtonPressed pressed, CancellationToken cancellation)
    {
        if (Actions.Parse(pressed.Action) is not var (kind, numbers))
            return Unknown();
        if (kind is Actions.Board or Actions.Share)
            return await leaderboard.TurnAsync(pressed, numbers, kind == Actions.Share, cancellation) ?? Unknown();
        if (!Actions.TryNumber(numbers, 0, out var id))
            return Unknown();
        return kind switch
        {
            Actions.Choosing when Actions.TryNumber(numbers, 1, out var choice) && choice < 10 =>
                Confirm(await answers.ByButtonAsync(pressed, id, (int)choice, cancellation)),
            Actions.Typing => await OpenFormAsync(pressed, id, cancellation),
            Actions.Joining => Private(await quizzes.JoinAsync(pressed, id, cancellation)),
            Actions.Marking when Actions.TryNumber(numbers, 1, out var mark) =>
                Private(await markSelf.RunAsync(pressed, id, mark, cancellation)),
            _ => Unknown(),
        };
    }

    public async Task<ChatReply?> SubmittedAsync(FormSubmitted submitted, CancellationToken cancellation)
    {
        // type:{round}:{message}: the form was opened from a message, and names it so that it belongs to one round.
        var parts = submitted.Action.Split(':', 3);
        if (parts is not [Actions.Typing, _, var message] || !Actions.TryNumber(parts, 1, out var id))
            return Unknown();
        var (found, mayArrive) = await rounds.FindAsync(new MessageRef(submitted.Channel, message), cancellation);
        if (found is not { } round || round.Id != id)
            return mayArrive ? TooEarly() : Closed();
        var text = PlainText.Clean(submitted.Fields.GetValueOrDefault(AnswerField) ?? "").Trim();
        if (text.Length == 0)
            return new PrivateReply(Say.Problem("Your answer was empty, so nothing was recorded. Press Answer and try again."));
        if (text.Length > QuestionLimits.Typed)
            return new PrivateReply(Say.Problem($"An answer has at most {QuestionLimits.Typed} characters. Yours was longer, so nothing was recorded."));
        return Confirm(await answers.ByTextAsync(round, submitted, text, cancellation));
    }

    private async Task<ChatReply> OpenFormAsync(ButtonPressed pressed, long roundId, CancellationToken cancellation)
    {
        var (found, mayArrive) = await rounds.FindAsync(pressed.Message, cancellation);
        if (found is not { Kind: QuestionKind.Typed } round || round.Id != roundId)
            return mayArrive ? TooEarly() : Closed();
        return new FormReply(
            "Your answer", Actions.Type(roundId) + ":" + pressed.Message.Id,
            [new FormField(AnswerField, "Answer", QuestionLimits.Typed, Placeholder: "A word or a line; small slips are forgiven")],
            Say.Unmarked(round.Round.Question.Ask));
    }

    private static PrivateReply Confirm(AnswerResult result) => result.Kind switch
    {
        AnswerResultKind.Recorded => Confirm(result.Round!, result.Answer!),
        AnswerResultKind.Closed => Closed(),
        AnswerResultKind.TooEarly => TooEarly(),
        _ => Unknown(),
    };

    private static PrivateReply Confirm(ActiveRound round, Engine.Answers.Answer answer)
    {
        var given = answer.Text is { } text ? (ChatText)"“" + text + "”"
            : answer.Choice is { } choice ? (ChatText)$"{Emoji.Number(choice)} " + Say.Marked(round.Choices[choice])
            : "no answer";
        var change = round.QuizId is null ? " You may change it until it closes " + Say.Moment(round.Closes, TimeStyle.Relative) + "." : (ChatText)"";
        return new PrivateReply(Say.Line((ChatText)"Your answer: " + given + "." + change, "Your answer is recorded.", ChatTone.Result));
    }

    private static PrivateReply? Private(ChatMessage? message) => message is null ? Unknown() : new PrivateReply(message);

    private static PrivateReply Closed() => new(Say.Line("That question is closed, so nothing was recorded."));

    private static PrivateReply TooEarly() =>
        new(Say.Problem("That question is only just being posted, so nothing was recorded. Please answer again in a moment."));

    private static PrivateReply Unknown() => new(Say.Problem("That does not belong to this message, so nothing was recorded."));
}
