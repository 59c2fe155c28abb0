using NodaTime;
using QuizBot.Chat.Messages;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Scoring;

namespace QuizBot.Game.Messages;

/// <summary>How a round looks, from open to closed.</summary>
internal static class RoundMessages
{
    private const int LongestLabel = 20;

    /// <summary>The post that takes answers.</summary>
    /// <param name="round">The round; its answer is in nothing of this.</param>
    /// <param name="bank">Names category and topic.</param>
    /// <param name="rounds">How many rounds the quiz has; 0 for a daily.</param>
    public static ChatMessage Open(Round round, QuestionBank bank, int rounds)
    {
        var question = round.Question;
        var blocks = new List<ChatBlock> { new HeadingBlock(Title(round, rounds)), new NoteBlock(Subject(question, bank)) };
        blocks.AddRange(Body(question));
        if (round.Choices.Count > 0)
            blocks.Add(new ChoicesBlock([.. round.Choices.Select((c, i) => new ShownChoice(Emoji.Number(i), Say.Marked(c)))]));
        if (Buttons(round) is { } buttons)
            blocks.Add(buttons);
        blocks.Add(new NoteBlock(HowTo(round)));
        if (round.Note is { } note)
            blocks.Add(new NoteBlock(note));
        return new ChatMessage(blocks) { Summary = Say.Summary($"{Title(round, rounds)}: {question.Ask}"), Tone = ChatTone.Question, Announces = round.QuizId is null };
    }

    /// <summary>The same post once the round is closed: the choices with what was right and how members answered.</summary>
    public static ChatMessage Closed(Round round, QuestionBank bank, int rounds, RoundResult result)
    {
        var question = round.Question;
        var blocks = new List<ChatBlock> { new HeadingBlock(Title(round, rounds)), new NoteBlock(Subject(question, bank)) };
        blocks.AddRange(Body(question));
        if (round.Choices.Count > 0)
        {
            blocks.Add(new ChoicesBlock([.. round.Choices.Select((c, i) => new ShownChoice(
                Emoji.Number(i), Say.Marked(c), i == round.RightChoice, result.MembersAt(i), result.ShareOf(i)))]));
        }

        blocks.Add(new NoteBlock(question.Kind == QuestionKind.Open ? "Closed. The model answer is in the channel." : $"Closed. {Answers(result.Answered)}"));
        return new ChatMessage(blocks) { Summary = Say.Summary($"Closed: {question.Ask}"), Tone = ChatTone.Plain };
    }

    /// <summary>The title of a round's post.</summary>
    public static string Title(Round round, int rounds) =>
        round.QuizId is not null ? $"Question {round.Number} of {rounds}"
        : round.Question.Kind == QuestionKind.Open ? "Interview prompt of the day"
        : "Question of the day";

    public static string Answers(int answered) => answered == 0 ? "Nobody answered." : $"{Say.Count(answered, "answer")}.";

    private static string Subject(Question question, QuestionBank bank)
    {
        var topic = bank.FindTopic(question.Topic)?.Title ?? question.Topic;
        var category = bank.FindCategory(question.Category)?.Title ?? question.Category;
        var worth = question.Kind == QuestionKind.Open ? "for discussion" : Say.Count(Points.For(question.Difficulty), "point");
        return $"{category} › {topic} · {question.Difficulty.ToString().ToLowerInvariant()} · {worth}";
    }

    private static IEnumerable<ChatBlock> Body(Question question)
    {
        yield return new TextBlock(Say.Marked(question.Ask));
        if (question.Code is { } code)
            yield return new CodeBlock(code.TrimEnd(), "python");
    }

    private static ButtonsBlock? Buttons(Round round) => round.Question.Kind switch
    {
        QuestionKind.Typed => new ButtonsBlock([new ChatButton(Actions.Type(round.Id), "Answer", IsMain: true)]),
        QuestionKind.Choice or QuestionKind.TrueFalse when round.Ways.HasFlag(AnswerWays.Buttons) => new ButtonsBlock(
            [.. round.Choices.Select((c, i) => new ChatButton(Actions.Choose(round.Id, i), ButtonLabel(round, i)))]),
        _ => null,
    };

    // The choices stand above in full; long ones in buttons as well would fill a phone's screen twice.
    private static string ButtonLabel(Round round, int choice) =>
        round.Choices.All(c => c.Length <= LongestLabel)
            ? $"{choice + 1}  {Say.Unmarked(round.Choices[choice])}"
            : $"{choice + 1}";

    private static ChatText HowTo(Round round)
    {
        var closes = Say.Moment(round.Closes, TimeStyle.Relative);
        if (round.QuizId is not null)
        {
            var bonus = Points.SpeedBonus(round.Question.Difficulty, Duration.Zero, Duration.FromSeconds(1));
            return (ChatText)"Closes " + closes + $". Up to {bonus} more points for speed. You may change your answer; the last one and its time count.";
        }

        return (round.Question.Kind, round.Ways) switch
        {
            (QuestionKind.Open, _) => (ChatText)"Discuss it in the thread. The model answer comes " + closes + "; then you mark yourself.",
            (QuestionKind.Typed, _) => (ChatText)"Press Answer and type it; only you see what you typed. Closes " + closes + ".",
            (_, AnswerWays.Reactions) => (ChatText)"Answer with a reaction. You may change it until it closes " + closes + ".",
            (_, AnswerWays.Buttons) => (ChatText)"Answer with a button; only you see which. You may change it until it closes " + closes + ".",
            _ => (ChatText)"Answer with a reaction, or with a button if nobody should see which. You may change it until it closes " + closes + ".",
        };
    }
}
