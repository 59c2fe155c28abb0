using QuizBot.Chat.Doctor;

namespace QuizBot.Host.Doctor;

/// <summary>Findings as lines for people.</summary>
internal sealed class Report(TextWriter output)
{
    private int _wrong;

    public void Write(string scope, Finding finding)
    {
        var mark = finding.Kind switch { FindingKind.Good => "ok   ", FindingKind.Wrong => "WRONG", _ => "     " };
        output.WriteLine($"{mark}  {scope}, {finding.Subject}: {finding.Text}");
        if (finding.Remedy is { } remedy)
            output.WriteLine($"       -> {remedy}");
        if (finding.Kind == FindingKind.Wrong)
            _wrong++;
    }

    /// <summary>The last line, and the exit code.</summary>
    public int End()
    {
        output.WriteLine(_wrong switch { 0 => "Nothing is wrong.", 1 => "One thing is wrong.", _ => $"{_wrong} things are wrong." });
        return _wrong == 0 ? 0 : 1;
    }
}
