namespace QuizBot.Chat.Doctor;

/// <summary>How something is that was looked at.</summary>
public enum FindingKind
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Told so that it is known: a link, a number.</summary>
    Note,

    /// <summary>The bot cannot do its work, or part of it, until it is mended.</summary>
    Wrong,
}
