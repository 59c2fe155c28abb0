using QuizBot.Engine.Questions;
using QuizBot.Questions.Faults;
using QuizBot.Questions.Packs;

namespace QuizBot.Questions.Linting;

/// <summary>A graded question says where its answer is documented, on a host that its pack calls official.</summary>
internal static class SourceRules
{
    public static IEnumerable<PackFault> Check(PackReading reading)
    {
        foreach (var (question, place, _) in reading.Questions)
        {
            var hosts = reading.Categories[question.Category].Pack.OfficialHosts;
            if (question.Source is null && question.Pool == QuestionPool.Graded)
                yield return place.Fault(FaultSeverity.Warning, FaultRule.SourceMissing, $"`{question.Id}` has no source", "add the page that states the answer");
            else if (question.Source is { } source && hosts.Count > 0 && !hosts.Contains(new Uri(source.Url).Host, StringComparer.OrdinalIgnoreCase))
                yield return place.Fault(FaultSeverity.Warning, FaultRule.SourceHost, $"The source of `{question.Id}` is not on an official host of its pack", $"use {string.Join(" or ", hosts)}");
        }
    }
}
