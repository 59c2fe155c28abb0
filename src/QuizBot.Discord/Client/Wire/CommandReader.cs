using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Wire;

/// <summary>Reads the commands that are registered.</summary>
internal static class CommandReader
{
    public static IReadOnlyList<DiscordCommand> Commands(ref JsonCursor cursor)
    {
        var commands = new List<DiscordCommand>();
        if (cursor.EnterArray())
            while (cursor.NextItem())
                commands.Add(Command(ref cursor));
        return commands;
    }

    private static DiscordCommand Command(ref JsonCursor cursor)
    {
        string? name = null, description = null;
        IReadOnlyList<DiscordCommandOption> options = [];
        ulong? permissions = null;
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("name"u8))
                    name = cursor.Text();
                else if (cursor.Is("description"u8))
                    description = cursor.TextOrNull();
                else if (cursor.Is("options"u8))
                    options = Options(ref cursor);
                else if (cursor.Is("default_member_permissions"u8))
                    permissions = cursor.IsNull() ? null : cursor.Digits();
            }

        return new DiscordCommand(name ?? throw UserReader.Missing("command.name"), description ?? "", options, permissions);
    }

    private static List<DiscordCommandOption> Options(ref JsonCursor cursor)
    {
        var options = new List<DiscordCommandOption>();
        if (cursor.EnterArray())
            while (cursor.NextItem())
                options.Add(Option(ref cursor));
        return options;
    }

    private static DiscordCommandOption Option(ref JsonCursor cursor)
    {
        var option = new DiscordCommandOption(0, "", "");
        if (cursor.EnterObject())
            while (cursor.NextField())
            {
                if (cursor.Is("type"u8))
                    option = option with { Type = cursor.Int() };
                else if (cursor.Is("name"u8))
                    option = option with { Name = cursor.Text() };
                else if (cursor.Is("description"u8))
                    option = option with { Description = cursor.Text() };
                else if (cursor.Is("required"u8))
                    option = option with { Required = cursor.Flag() };
                else if (cursor.Is("autocomplete"u8))
                    option = option with { Autocomplete = cursor.Flag() };
                else if (cursor.Is("min_value"u8))
                    option = option with { Min = cursor.IsNull() ? null : cursor.Int() };
                else if (cursor.Is("max_value"u8))
                    option = option with { Max = cursor.IsNull() ? null : cursor.Int() };
                else if (cursor.Is("max_length"u8))
                    option = option with { MaxLength = cursor.IsNull() ? null : cursor.Int() };
                else if (cursor.Is("choices"u8))
                    option = option with { Choices = Choices(ref cursor) };
                else if (cursor.Is("options"u8))
                    option = option with { Options = Options(ref cursor) };
            }

        return option.Type == 0 || option.Name.Length == 0 ? throw UserReader.Missing("option.type or name") : option;
    }

    private static List<DiscordCommandChoice> Choices(ref JsonCursor cursor)
    {
        var choices = new List<DiscordCommandChoice>();
        if (cursor.EnterArray())
            while (cursor.NextItem())
            {
                string? name = null, value = null;
                if (cursor.EnterObject())
                    while (cursor.NextField())
                    {
                        if (cursor.Is("name"u8))
                            name = cursor.Text();
                        else if (cursor.Is("value"u8))
                            value = cursor.Scalar();
                    }

                choices.Add(new DiscordCommandChoice(name ?? throw UserReader.Missing("choice.name"), value ?? ""));
            }

        return choices;
    }
}
