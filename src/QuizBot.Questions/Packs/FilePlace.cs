using QuizBot.Questions.Faults;

namespace QuizBot.Questions.Packs;

/// <summary>A place in one of the files; line and column count from 1.</summary>
internal readonly record struct FilePlace(string File, int Line, int Column)
{
    public PackFault Fault(FaultSeverity severity, string rule, string message, string remedy) =>
        new(File, Line, Column, severity, rule, message, remedy);

    public override string ToString() => $"{File}:{Line}";
}
