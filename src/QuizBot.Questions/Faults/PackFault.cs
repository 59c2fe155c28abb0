using System.Text;

namespace QuizBot.Questions.Faults;

/// <summary>What is wrong with a pack, where, and what to do about it.</summary>
/// <param name="File">The file or folder, as reached from where the reader was pointed.</param>
/// <param name="Line">From 1; 1 for a folder.</param>
/// <param name="Column">From 1.</param>
/// <param name="Severity">Whether something was left out for it.</param>
/// <param name="Rule">One of <see cref="FaultRule"/>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record PackFault(string File, int Line, int Column, FaultSeverity Severity, string Rule, string Message, string Remedy)
{
    /// <summary>One line, <c>file:line:column: error: message (remedy) [rule]</c>, safe for a terminal whatever the file holds.</summary>
    public override string ToString()
    {
        var severity = Severity == FaultSeverity.Error ? "error" : "warning";
        return OneLine($"{File}:{Line}:{Column}: {severity}: {Message} ({Remedy}) [{Rule}]");
    }

    private static string OneLine(string text)
    {
        if (!text.Any(Unprintable))
            return text;
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
            line.Append(Unprintable(c) ? '?' : c);
        return line.ToString();
    }

    private static bool Unprintable(char c) => char.IsControl(c) || TextRules.IsBidiControl(c);
}
