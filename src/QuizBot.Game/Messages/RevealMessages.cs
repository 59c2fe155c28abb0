using QuizBot.Chat.Messages;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;

namespace QuizBot.Game.Messages;

/// <summary>What the close of a round says.</summary>
internal static class RevealMessages
{
    public static ChatMessage Reveal(Round round, RoundResult result) =>
        round.Question.Kind == QuestionKind.Open ? ModelAnswer(round) : Answer(round, result);

    private static ChatMessage Answer(Round round, RoundResult result)
    {
        var question = round.Question;
        var blocks = new List<ChatBlock>
        {
            new HeadingBlock("The answer"),
            new TextBlock(RightAnswer(round)),
        };
        if (question.Explain.Length > 0)
            blocks.Add(new TextBlock(Say.Marked(question.Explain)));
        if (question.Source is { } source)
            blocks.Add(new NoteBlock((ChatText)"Source: " + ChatText.Link(source.Title, source.Url)));
        blocks.Add(new TextBlock(WhoWasRight(round, result)));
        if (result.Streaks.Count > 0)
            blocks.Add(new TextBlock((ChatText)"🔥 Streaks: " + Names.List([.. result.Streaks.Select(s => (s.Id, s.Name, (string?)$"({s.Length})"))])));
        return new ChatMessage(blocks)
        {
            Summary = Say.Summary($"The answer: {question.Right}. {RoundMessages.Answers(result.Answered)}"),
            Tone = ChatTone.Result,
        };
    }

    private static ChatText RightAnswer(Round round)
    {
        var right = Say.Marked(round.Question.Right);
        return round.RightChoice >= 0
            ? (ChatText)$"{Emoji.Number(round.RightChoice)} " + right
            : right;
    }

    private static ChatText WhoWasRight(Round round, RoundResult result)
    {
        if (result.Answered == 0)
            return round.QuizId is null
                ? "Nobody answered this one. The next question is a new chance."
                : "Nobody answered this one.";
        if (result.Right.Count == 0)
            return result.Answered == 1
                ? "One answer, and it was not right. Worth a second look."
                : $"{Say.Count(result.Answered, "answer")}, and none of them right. Worth a talk in the team.";
        var names = Names.List([.. result.Right.Select(r => (r.Id, r.Name, (string?)$"+{r.Points}"))]);
        var count = result.Right.Count == result.Answered && result.Answered > 1
            ? $"✅ All {result.Answered} were right: "
            : $"✅ {result.Right.Count} of {result.Answered} right: ";
        return (ChatText)count + names;
    }

    private static ChatMessage ModelAnswer(Round round)
    {
        var question = round.Question;
        var blocks = new List<ChatBlock>
        {
            new HeadingBlock("A model answer"),
            new TextBlock(Say.Marked(question.Right)),
        };
        if (question.Source is { } source)
            blocks.Add(new NoteBlock((ChatText)"Source: " + ChatText.Link(source.Title, source.Url)));
        blocks.Add(new TextBlock("How did yours compare? Mark yourself; only you see it. It keeps your streak, and earns no points."));
        blocks.Add(new ButtonsBlock(
        [
            new ChatButton(Actions.MarkSelf(round.Id, SelfMark.Nailed), "Nailed it"),
            new ChatButton(Actions.MarkSelf(round.Id, SelfMark.Partly), "Partly"),
            new ChatButton(Actions.MarkSelf(round.Id, SelfMark.Missed), "Missed it"),
        ]));
        return new ChatMessage(blocks) { Summary = Say.Summary($"A model answer: {question.Ask}"), Tone = ChatTone.Result };
    }
}
