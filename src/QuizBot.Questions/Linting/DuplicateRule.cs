using QuizBot.Questions.Faults;
using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Linting;

/// <summary>Finds questions that ask the same, or nearly.</summary>
internal static class DuplicateRule
{
    public static IEnumerable<PackFault> Check(PackReading reading)
    {
        var texts = reading.Questions.Select(q => new AskedText(q.Question.Ask, q.Question.Code)).ToList();
        foreach (var (later, earlier) in SimilarTexts.Pairs(texts))
        {
            var (question, place, _) = reading.Questions[later];
            var (twin, twinPlace, _) = reading.Questions[earlier];
            if (texts[later].Key == texts[earlier].Key)
            {
                // The same words may ask for something else ("Which of these is true?").
                var severity = question.Right == twin.Right ? FaultSeverity.Error : FaultSeverity.Warning;
                yield return place.Fault(severity, FaultRule.Duplicate, $"`{question.Id}` asks the same as `{twin.Id}` ({twinPlace})", "delete or reword one of them");
            }
            else
                yield return place.Fault(FaultSeverity.Warning, FaultRule.NearDuplicate, $"`{question.Id}` asks nearly the same as `{twin.Id}` ({twinPlace})", "delete or reword one of them");
        }
    }
}
