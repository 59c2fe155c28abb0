using QuizBot.Engine.Questions;
using QuizBot.Questions.Faults;
using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Linting;

/// <summary>Finds what lets a member guess without knowing.</summary>
internal static class GuessRules
{
    // Of fewer, a share says nothing.
    private const int FewestForAShare = 10;

    // "1" or "in" stands in many a question by chance.
    private const int ShortestGiveAway = 3;

    public static IEnumerable<PackFault> Check(PackReading reading)
    {
        foreach (var (question, place, _) in reading.Questions)
        {
            if (question.Kind == QuestionKind.Choice && GivesAway(question))
                yield return place.Fault(FaultSeverity.Warning, FaultRule.GiveAway, $"`{question.Id}` asks with the words of its right choice", "reword one of them");
        }

        foreach (var pack in reading.Questions.GroupBy(q => reading.Categories[q.Question.Category].Pack, q => q.Question))
        {
            var place = new FilePlace(pack.Key.Folder, 1, 1);
            var choices = pack.Where(q => q.Kind == QuestionKind.Choice).ToList();
            var longest = choices.Count(q => q.Wrong.All(w => w.Length < q.Right.Length));
            if (choices.Count >= FewestForAShare && longest * 3 > choices.Count)
                yield return place.Fault(FaultSeverity.Warning, FaultRule.LongestChoice, $"The right choice is the longest in {Share(longest, choices.Count)} of the choice questions, more than a third", "shorten right choices, or make wrong ones as specific");

            var statements = pack.Where(q => q.Kind == QuestionKind.TrueFalse).ToList();
            var right = statements.Count(q => q.Right == "True");
            if (statements.Count >= FewestForAShare && (right * 10 < statements.Count * 4 || right * 10 > statements.Count * 6))
                yield return place.Fault(FaultSeverity.Warning, FaultRule.TrueFalseBalance, $"True is right in {Share(right, statements.Count)} of the true-false questions, not in 40 to 60 %", "turn some statements round");
        }
    }

    private static string Share(int part, int all) => $"{part * 100.0 / all:F0} % ({part} of {all})";

    // A question that names the wrong choices too gives nothing away.
    private static bool GivesAway(Question question)
    {
        var ask = Plain(question.Ask);
        return question.Right.Length >= ShortestGiveAway && Names(ask, Plain(question.Right)) && !question.Wrong.Any(w => Names(ask, Plain(w)));
    }

    private static string Plain(string text) => text.Replace("`", "", StringComparison.Ordinal);

    // As a whole word or words.
    private static bool Names(string ask, string choice)
    {
        if (choice.Length == 0)
            return false;
        for (var at = ask.IndexOf(choice, StringComparison.Ordinal); at >= 0; at = ask.IndexOf(choice, at + 1, StringComparison.Ordinal))
        {
            var end = at + choice.Length;
            if ((at == 0 || !IsWord(ask[at - 1]) || !IsWord(choice[0])) && (end == ask.Length || !IsWord(ask[end]) || !IsWord(choice[^1])))
                return true;
        }

        return false;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
