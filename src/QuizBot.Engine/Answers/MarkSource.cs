namespace QuizBot.Engine.Answers;

/// <summary>How a member answered.</summary>
public enum MarkSource
{
    /// <summary>A reaction on the message; one mark a choice, and it can be removed.</summary>
    Reaction,

    /// <summary>A button; one mark a member, replaced by the next press.</summary>
    Button,
}
