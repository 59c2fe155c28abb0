namespace QuizBot.Engine.Questions;

/// <summary>What a member has to do to answer.</summary>
public enum QuestionKind
{
    /// <summary>Pick one of two to ten choices.</summary>
    Choice,

    /// <summary>Pick True or False; the two are never shuffled.</summary>
    TrueFalse,

    /// <summary>Type a word or a line; see <see cref="Answers.TypedAnswer"/> for what is forgiven.</summary>
    Typed,

    /// <summary>An interview prompt: discussed, then marked by each member for themselves. It earns no points.</summary>
    Open,
}
