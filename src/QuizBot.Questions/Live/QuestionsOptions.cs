namespace QuizBot.Questions.Live;

/// <summary>The section <c>Questions</c> of the settings.</summary>
public sealed class QuestionsOptions
{
    public const string Section = "Questions";

    /// <summary>
    /// The folder whose sub-folders are the packs. A relative path is looked for in the content root, then beside the executable.
    /// Default: <c>questions</c>.
    /// </summary>
    public string Path { get; set; } = "questions";
}
