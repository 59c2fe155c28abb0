namespace QuizBot.Questions.Linting;

/// <summary>Shows what each topic has, in columns.</summary>
internal static class CoverageTable
{
    private static readonly string[] Heads = ["choice", "true-false", "typed", "open", "easy", "medium", "hard"];

    public static void Write(IReadOnlyList<TopicCoverage> coverage, TextWriter output)
    {
        var width = coverage.Max(c => c.Topic.Length);
        output.WriteLine("topic".PadRight(width) + string.Concat(Heads.Select(h => "  " + h)));
        foreach (var row in coverage)
            WriteRow(row, width, output);
        WriteRow(Sum(coverage), width, output);
    }

    private static void WriteRow(TopicCoverage row, int width, TextWriter output)
    {
        int[] counts = [row.Choice, row.TrueFalse, row.Typed, row.Open, row.Easy, row.Medium, row.Hard];
        output.WriteLine(row.Topic.PadRight(width) + string.Concat(counts.Select((count, i) => $"  {count}".PadLeft(Heads[i].Length + 2))));
    }

    private static TopicCoverage Sum(IReadOnlyList<TopicCoverage> coverage) => new(
        "all",
        coverage.Sum(c => c.Choice),
        coverage.Sum(c => c.TrueFalse),
        coverage.Sum(c => c.Typed),
        coverage.Sum(c => c.Open),
        coverage.Sum(c => c.Easy),
        coverage.Sum(c => c.Medium),
        coverage.Sum(c => c.Hard));
}
