using System.Text.RegularExpressions;
using QuizBot.Engine.Questions;
using QuizBot.Questions.Faults;
using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Linting;

/// <summary>Finds what does not suit a chat: a post that outgrows a phone's screen, a choice that speaks of the choices around it.</summary>
internal static partial class ChatRules
{
    /// <summary>Characters of a question that can be read at a glance.</summary>
    public const int Ask = 300;

    /// <summary>Lines of code above choices that are still to be seen.</summary>
    public const int CodeLines = 12;

    /// <summary>Characters of a line of code; longer ones are wrapped or scrolled on a phone held upright.</summary>
    public const int CodeLine = 60;

    /// <summary>Characters of an explanation that is read to its end.</summary>
    public const int Explain = 500;

    public static IEnumerable<PackFault> Check(PackReading reading)
    {
        foreach (var (question, place, _) in reading.Questions)
        {
            foreach (var excess in Excesses(question))
                yield return place.Fault(FaultSeverity.Warning, FaultRule.LongPost, $"`{question.Id}` outgrows a phone's screen: {excess}", "shorten it");
            if (question.Wrong.Append(question.Right).FirstOrDefault(c => question.Kind == QuestionKind.Choice && CatchAll().IsMatch(c)) is { } choice)
                yield return place.Fault(FaultSeverity.Warning, FaultRule.CatchAll, $"`{question.Id}` has the choice `{choice}`, but choices are shuffled", "say what it stands for");
        }
    }

    private static IEnumerable<string> Excesses(Question question)
    {
        if (question.Ask.Length > Ask)
            yield return $"`ask` has {question.Ask.Length} characters, more than {Ask}";
        if (question.Explain is { Length: > Explain } explain)
            yield return $"`explain` has {explain.Length} characters, more than {Explain}";
        if (question.Code is not { } code)
            yield break;
        var lines = code.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        if (lines.Length > CodeLines)
            yield return $"`code` has {lines.Length} lines, more than {CodeLines}";
        var longest = lines.Max(l => l.Length);
        if (longest > CodeLine)
            yield return $"`code` has a line of {longest} characters, more than {CodeLine}";
    }

    [GeneratedRegex(@"\bof the above\b|\b(above|other|previous) (answers|choices|options)\b|^(all|any|none) of these\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CatchAll();
}
