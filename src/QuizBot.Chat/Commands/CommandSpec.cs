namespace QuizBot.Chat.Commands;

/// <summary>The shape of a command.</summary>
/// <param name="Path">One or two words of 1 to 32 lower-case letters, such as <c>daily set</c>.</param>
/// <param name="Help">One line of at most 100 characters.</param>
/// <param name="Options">At most 25; the required ones first. On a text line they may stand in this order without names.</param>
public sealed record CommandSpec(string Path, string Help, IReadOnlyList<OptionSpec> Options)
{
    /// <summary>True where the platform's manage permission is needed.</summary>
    public bool ForManagers { get; init; }

    /// <summary>The word after the slash.</summary>
    public string Root => Path.Split(' ')[0];

    /// <summary>The second word, or null.</summary>
    public string? Sub => Path.Split(' ') is [_, var sub] ? sub : null;

    /// <summary>How it is used on one line: required options bare, others in brackets.</summary>
    public string Usage => string.Join(' ', Options.Select(o => o.Required ? o.Name : $"[{o.Name}]").Prepend("/" + Path));
}
