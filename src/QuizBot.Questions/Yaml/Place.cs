using YamlDotNet.Core;

namespace QuizBot.Questions.Yaml;

/// <summary>A place in a file; both count from 1.</summary>
internal readonly record struct Place(int Line, int Column)
{
    public static Place Start { get; } = new(1, 1);

    /// <summary>The mark of a parser that began so many lines into the file.</summary>
    public static Place Of(Mark mark, int linesBefore) =>
        new(linesBefore + (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}
