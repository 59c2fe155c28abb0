namespace QuizBot.Chat.Commands;

/// <summary>What an option takes. Values travel as text; the command checks them, with one wording for all platforms.</summary>
public enum OptionType
{
    /// <summary>Text of at most 100 characters.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A member of the workspace, by id.</summary>
    Member,
}
