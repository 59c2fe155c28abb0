using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack;

/// <summary>The names that Slack knows.</summary>
internal static class EmojiNames
{
    private const string Tone = "::skin-tone-";

    private static readonly Dictionary<string, (string Name, bool HasTones)> Names = Read();

    /// <returns>The name under which Slack keeps a reaction, aliases resolved; null when there is no such emoji.</returns>
    public static string? Canonical(string name, EmulatedWorkspace workspace)
    {
        if (workspace.EmojiUnguarded.Contains(name))
            return name;
        var tone = name.IndexOf(Tone, StringComparison.Ordinal);
        if (tone < 0)
            return Names.TryGetValue(name, out var plain) ? plain.Name : null;
        return Names.TryGetValue(name[..tone], out var toned) && toned.HasTones && name[(tone + Tone.Length)..] is [>= '2' and <= '6']
            ? toned.Name + name[tone..] : null;
    }

    private static Dictionary<string, (string, bool)> Read()
    {
        using var stream = typeof(EmojiNames).Assembly.GetManifestResourceStream("slack-emoji.txt")!;
        using var reader = new StreamReader(stream);
        var names = new Dictionary<string, (string, bool)>();
        while (reader.ReadLine() is { } line)
        {
            var aliases = line.TrimStart('*').Split(' ');
            foreach (var alias in aliases)
                names.TryAdd(alias, (aliases[0], line[0] == '*'));
        }
        return names;
    }
}
