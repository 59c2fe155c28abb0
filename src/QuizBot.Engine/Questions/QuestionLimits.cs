namespace QuizBot.Engine.Questions;

/// <summary>Sizes, in UTF-16 characters, that keep every question postable on every platform.</summary>
public static class QuestionLimits
{
    /// <summary>A choice fits a button: Discord's button label is 80 characters.</summary>
    public const int Choice = 80;

    /// <summary>The question itself.</summary>
    public const int Ask = 1_000;

    /// <summary>Code shown below the question.</summary>
    public const int Code = 1_000;

    /// <summary>The explanation shown at the close.</summary>
    public const int Explain = 1_000;

    /// <summary>The model answer of an open question.</summary>
    public const int Model = 1_500;

    /// <summary>A stable id, such as <c>models.null-blank.1</c>.</summary>
    public const int Id = 100;

    /// <summary>Fewest wrong choices.</summary>
    public const int FewestWrong = 1;

    /// <summary>Most wrong choices: ten choices in all, the keycap emoji 1 to 10.</summary>
    public const int MostWrong = 9;

    /// <summary>A member's typed answer; longer ones are refused, not cut.</summary>
    public const int Typed = 200;
}
