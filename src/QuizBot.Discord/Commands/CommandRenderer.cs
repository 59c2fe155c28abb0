using QuizBot.Chat.Commands;
using QuizBot.Discord.Channels;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Commands;

/// <summary>
/// The catalogue as Discord's commands. Discord grants whole commands, not their sub-commands: one whose parts are all for
/// managers is shown to those alone; a mixed one is shown to everyone, and the bot itself refuses its managers' parts.
/// </summary>
internal static class CommandRenderer
{
    private const int SubCommand = 1, Text = 3, WholeNumber = 4, User = 6;
    private const int LongestText = 100;

    public static IReadOnlyList<DiscordCommand> Render(CommandCatalogue catalogue) =>
        [.. catalogue.Roots.Select(root => Root(catalogue, root, [.. catalogue.Commands.Where(c => c.Root == root)]))];

    private static DiscordCommand Root(CommandCatalogue catalogue, string root, IReadOnlyList<CommandSpec> commands)
    {
        var needed = commands.All(c => c.ForManagers) ? DiscordPermission.ManageServer.Bit : (ulong?)null;
        return commands is [{ Sub: null } only]
            ? new DiscordCommand(root, only.Help, [.. only.Options.Select(Option)], needed)
            : new DiscordCommand(
                root, catalogue.RootHelp[root],
                [.. commands.Select(c => new DiscordCommandOption(SubCommand, c.Sub!, c.Help) { Options = [.. c.Options.Select(Option)] })], needed);
    }

    private static DiscordCommandOption Option(OptionSpec option) => new(
        option.Type switch { OptionType.Number => WholeNumber, OptionType.Member => User, _ => Text }, option.Name, option.Help)
    {
        Required = option.Required,
        Min = option.Type == OptionType.Number ? option.Min : null,
        Max = option.Type == OptionType.Number ? option.Max : null,
        MaxLength = option.Type == OptionType.Text && option.Choices.Count == 0 ? LongestText : null,
        Choices = [.. option.Choices.Select(c => new DiscordCommandChoice(c.Label, c.Value))],
        Autocomplete = option.Completes && option.Choices.Count == 0,
    };
}
