namespace QuizBot.Chat.Commands;

/// <summary>Every command, declared once.</summary>
/// <param name="Commands">Paths differ.</param>
public sealed record CommandCatalogue(IReadOnlyList<CommandSpec> Commands)
{
    /// <summary>The command of this path, or null.</summary>
    public CommandSpec? Find(string path) => Commands.FirstOrDefault(c => c.Path == path);

    /// <summary>The words after the slash, such as <c>daily</c>, in order, each once.</summary>
    public IEnumerable<string> Roots => Commands.Select(c => c.Root).Distinct();

    /// <summary>What one such word is for, in one line; shown by platforms that list the words.</summary>
    public required IReadOnlyDictionary<string, string> RootHelp { get; init; }
}
