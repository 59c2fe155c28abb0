namespace QuizBot.Engine.Questions;

/// <summary>
/// One question as it stands in a pack. Immutable: a round keeps the question as it was posted,
/// whatever becomes of the pack.
/// </summary>
public sealed record Question
{
    /// <summary>Stable for ever and never reused, at most <see cref="QuestionLimits.Id"/> characters.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the topic's category.</summary>
    public required string Category { get; init; }

    /// <summary>The id of the topic.</summary>
    public required string Topic { get; init; }

    /// <summary>How hard it is.</summary>
    public required Difficulty Difficulty { get; init; }

    /// <summary>How it is answered.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>The question; backticks mark inline code. At most <see cref="QuestionLimits.Ask"/> characters.</summary>
    public required string Ask { get; init; }

    /// <summary>Code shown below the question, or null.</summary>
    public string? Code { get; init; }

    /// <summary>
    /// The right answer as the close shows it: the right choice, <c>True</c> or <c>False</c>, the first accepted
    /// spelling of a typed question, or the model answer of an open one.
    /// </summary>
    public required string Right { get; init; }

    /// <summary>The wrong choices; for a typed question the near misses that are never accepted.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];

    /// <summary>The accepted spellings of a typed question, the first of which is <see cref="Right"/>; else empty.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>Why the answer is right; empty only for open questions.</summary>
    public string Explain { get; init; } = "";

    /// <summary>The documentation that states it, or null.</summary>
    public QuestionSource? Source { get; init; }

    /// <summary>The question's licence where it is not the pack's.</summary>
    public string? Licence { get; init; }

    /// <summary>Who wrote it, where that is not the pack's author.</summary>
    public string? Author { get; init; }

    /// <summary>The pool it is picked from; one with choices is in <see cref="QuestionPool.Choices"/> too.</summary>
    public QuestionPool Pool => Kind == QuestionKind.Open ? QuestionPool.Open : QuestionPool.Graded;

    /// <summary>True when members pick one of several shown choices.</summary>
    public bool HasChoices => Kind is QuestionKind.Choice or QuestionKind.TrueFalse;
}
