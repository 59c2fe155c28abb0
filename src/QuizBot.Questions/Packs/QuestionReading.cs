using QuizBot.Engine.Answers;
using QuizBot.Engine.Questions;
using QuizBot.Questions.Faults;
using QuizBot.Questions.Yaml;

namespace QuizBot.Questions.Packs;

/// <summary>Reads one question from its node.</summary>
internal static class QuestionReading
{
    /// <summary>The question, or null where it has an error. Its category is filled in when the file's is known.</summary>
    public static PlacedQuestion? Read(YamlNode node, string file, FaultList faults)
    {
        var errorsBefore = faults.Errors;
        if (KeyedValues.Of(node, "The question", PackKeys.Question, faults) is not { } values)
            return null;

        var id = values.Id("id");
        var topic = values.Id("topic");
        var difficulty = values.Word("difficulty", PackKeys.Difficulties);
        var kind = values.Word("kind", PackKeys.Kinds);
        var ask = values.Text("ask", QuestionLimits.Ask, required: true);
        var code = values.Text("code", QuestionLimits.Code, required: false, keepIndent: true);
        var explain = values.Text("explain", QuestionLimits.Explain, required: kind is not (null or QuestionKind.Open));
        var source = values.Find("source") is { } s ? SourceReading.Read(s, faults) : null;
        var licence = values.Line("licence", PackLimits.Licence, required: false);
        var author = values.Line("author", PackLimits.Author, required: false);
        var answer = kind is { } known ? ReadAnswer(values, known, faults) : default;
        if (faults.Errors > errorsBefore)
            return null;

        var question = new Question
        {
            Id = id!,
            Category = "",
            Topic = topic!,
            Difficulty = difficulty!.Value,
            Kind = kind!.Value,
            Ask = ask!,
            Code = code,
            Right = answer.Right!,
            Wrong = answer.Wrong ?? [],
            Accept = answer.Accept ?? [],
            Explain = explain ?? "",
            Source = source,
            Licence = licence,
            Author = author,
        };
        var topicPlace = values.Find("topic")!.Place;
        return new PlacedQuestion(
            question,
            new FilePlace(file, values.Place.Line, values.Place.Column),
            new FilePlace(file, topicPlace.Line, topicPlace.Column));
    }

    private static (string? Right, string[]? Wrong, string[]? Accept) ReadAnswer(KeyedValues values, QuestionKind kind, FaultList faults)
    {
        foreach (var (key, kinds) in PackKeys.AnswerKeys)
        {
            if (!kinds.Contains(kind) && values.Find(key) is { } stray)
                faults.Error(stray.Place, FaultRule.UnknownKey, $"A question of the kind `{PackKeys.Word(kind)}` has no `{key}`", "delete it or change `kind`");
        }

        return kind switch
        {
            QuestionKind.Choice => ReadChoice(values, faults),
            QuestionKind.TrueFalse => (ReadTruth(values), null, null),
            QuestionKind.Typed => ReadTyped(values, faults),
            _ => (values.Text("model", QuestionLimits.Model, required: true), null, null),
        };
    }

    private static (string?, string[]?, string[]?) ReadChoice(KeyedValues values, FaultList faults)
    {
        var right = values.Line("right", QuestionLimits.Choice, required: true);
        if (values.Find("wrong") is null)
            faults.Error(values.Place, FaultRule.Missing, "The question has no `wrong`", $"add {QuestionLimits.FewestWrong} to {QuestionLimits.MostWrong} wrong choices");
        var wrong = values.Lines("wrong", QuestionLimits.MostWrong, QuestionLimits.Choice);
        if (wrong is { Count: < QuestionLimits.FewestWrong })
            faults.Error(values.Find("wrong")!.Place, FaultRule.WrongCount, "`wrong` is empty", $"add {QuestionLimits.FewestWrong} to {QuestionLimits.MostWrong} wrong choices");
        if (right is null || wrong is null)
            return default;

        var seen = new HashSet<string> { AsShown(right) };
        foreach (var (text, place) in wrong)
        {
            if (seen.Add(AsShown(text)))
                continue;
            var twin = AsShown(text) == AsShown(right) ? "the right choice" : "another wrong choice";
            faults.Error(place, FaultRule.SameChoice, $"The wrong choice {TextRules.Quoted(text)} reads like {twin}", "change or delete it");
        }

        return (right, [.. wrong.Select(w => w.Text)], null);
    }

    private static string? ReadTruth(KeyedValues values) =>
        values.Word("answer", [("true", true), ("True", true), ("false", false), ("False", false)]) switch
        {
            true => "True",
            false => "False",
            null => null,
        };

    private static (string?, string[]?, string[]?) ReadTyped(KeyedValues values, FaultList faults)
    {
        var accept = values.Lines("accept", PackLimits.Spellings, QuestionLimits.Typed);
        var wrong = values.Lines("wrong", PackLimits.Spellings, QuestionLimits.Typed);
        if (values.Find("accept") is null || accept is { Count: 0 })
            faults.Error(values.Find("accept")?.Place ?? values.Place, FaultRule.Missing, "A typed question accepts nothing", "add `accept: [the answer, another spelling]`");
        if (accept is not { Count: > 0 })
            return default;

        foreach (var (text, place) in accept)
        {
            if (TypedAnswer.Normalise(text).Length == 0)
                faults.Error(place, FaultRule.Unanswerable, $"Nothing is left of {TextRules.Quoted(text)} when it is compared", "ask for something with letters or digits");
        }

        var accepted = accept.Select(a => TypedAnswer.Normalise(a.Text)).ToHashSet();
        foreach (var (text, place) in wrong ?? [])
        {
            if (accepted.Contains(TypedAnswer.Normalise(text)))
                faults.Error(place, FaultRule.SameChoice, $"The near miss {TextRules.Quoted(text)} is accepted too", "delete it here or in `accept`");
        }

        return (accept[0].Text, wrong?.Select(w => w.Text).ToArray(), [.. accept.Select(a => a.Text)]);
    }

    // Backticks are markup, and spaces run together on a button.
    private static string AsShown(string choice) => string.Join(' ', choice.Replace("`", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
