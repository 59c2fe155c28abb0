using System.Globalization;
using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Commands;

/// <summary>A command being used, checked as Discord's own program checks it before it sends anything.</summary>
internal sealed class CommandUse
{
    private CommandUse(EmulatedCommand command, IReadOnlyList<EmulatedOption> branch, EmulatedGuild? guild)
    {
        Command = command;
        Branch = branch;
        Guild = guild;
    }

    public EmulatedCommand Command { get; }

    /// <summary>The subcommand, with its group before it.</summary>
    public IReadOnlyList<EmulatedOption> Branch { get; }

    public EmulatedGuild? Guild { get; }

    public List<(EmulatedOption Option, object Value, bool IsFocused)> Given { get; } = [];

    public int FocusedType { get; private set; }

    private IReadOnlyList<EmulatedOption> Options => Branch.Count > 0 ? Branch[^1].Options : Command.Options;

    public static CommandUse Find(DiscordWorld world, EmulatedChannel channel, EmulatedMember? member, string words)
    {
        var names = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var command = world.Commands.Find(names[0], channel.Guild?.Id) ?? throw new InvalidOperationException($"/{names[0]} is not registered.");
        if (channel.Guild is null && !(command.Contexts ?? [0, 1, 2]).Contains(1) || channel.Guild is not null && !(command.Contexts ?? [0, 1, 2]).Contains(0))
            throw new InvalidOperationException($"/{command.Name} cannot be used here.");
        if (member is not null && command.DefaultMemberPermissions is { } needed
            && (needed == Permissions.None ? PermissionRules.InGuild(member) != Permissions.All : !PermissionRules.InGuild(member).HasFlag(needed)))
            throw new InvalidOperationException($"{member.User.Name} does not see /{command.Name}: it needs {needed}.");
        if (member is not null && !PermissionRules.In(channel, member).HasFlag(Permissions.UseApplicationCommands))
            throw new InvalidOperationException($"{member.User.Name} cannot use commands in this channel.");
        var (branch, options) = (new List<EmulatedOption>(), command.Options);
        foreach (var name in names[1..])
        {
            var next = options.FirstOrDefault(option => option.Name == name && option.Type is EmulatedOption.Subcommand or EmulatedOption.Group)
                ?? throw new InvalidOperationException($"/{words} is not registered: {name} is no subcommand.");
            branch.Add(next);
            options = next.Options;
        }
        if (options.Any(option => option.Type is EmulatedOption.Subcommand or EmulatedOption.Group))
            throw new InvalidOperationException($"/{words} needs a subcommand.");
        return new(command, branch, channel.Guild);
    }

    /// <param name="focused">The option in which the member still types: nothing is checked yet.</param>
    public void Fill(IReadOnlyList<(string Name, object Value)> options, string? focused)
    {
        foreach (var (name, value) in options)
        {
            var option = Options.FirstOrDefault(one => one.Name == name) ?? throw new InvalidOperationException($"The command has no option {name}.");
            if (name == focused)
            {
                if (!option.HasAutocomplete)
                    throw new InvalidOperationException($"{name} does not complete.");
                FocusedType = option.Type;
            }
            Given.Add((option, name == focused ? value : Checked(option, value), name == focused));
        }
        if (focused is null && Options.FirstOrDefault(option => option.IsRequired && Given.TrueForAll(given => given.Option != option)) is { } missing)
            throw new InvalidOperationException($"{missing.Name} is required.");
    }

    private static object Checked(EmulatedOption option, object value)
    {
        var fitting = option.Type switch
        {
            EmulatedOption.Text => value as string,
            EmulatedOption.Whole => value is int or long ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null,
            EmulatedOption.Number => value is int or long or double ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null,
            EmulatedOption.Truth => value as bool?,
            EmulatedOption.User or EmulatedOption.Mentionable => value as EmulatedMember,
            EmulatedOption.Channel => value as EmulatedChannel,
            EmulatedOption.Role => value as EmulatedRole,
            _ => (object?)null,
        } ?? throw new InvalidOperationException($"{option.Name} does not take {value}.");
        if (option.Choices.Count > 0 && !option.Choices.Any(choice => choice.Value.Equals(fitting)))
            throw new InvalidOperationException($"{option.Name} takes one of {string.Join(", ", option.Choices.Select(choice => choice.Value))}.");
        if (fitting is string text && (Fields.Length(text) < (option.MinLength ?? 0) || Fields.Length(text) > (option.MaxLength ?? 6000)))
            throw new InvalidOperationException($"{option.Name} is too short or too long.");
        if (fitting is long or double && Convert.ToDouble(fitting, CultureInfo.InvariantCulture) is var number
            && (number < (option.MinValue ?? double.MinValue) || number > (option.MaxValue ?? double.MaxValue)))
            throw new InvalidOperationException($"{option.Name} is too small or too large.");
        return fitting;
    }
}
