
namespace QuizBot.Emulators.Discord.Commands;

/// <summary>The commands of the bot, for all guilds and for some. Used under the world's lock.</summary>
internal sealed class CommandRegistry(DiscordWorld world)
{
    /// <summary>How often the list was sent, which a bot does only when something changed.</summary>
    public int Registrations { get; private set; }

    private readonly List<EmulatedCommand> commands = [];

    public IReadOnlyList<EmulatedCommand> Of(ulong? guild) => commands.FindAll(command => command.GuildId == guild);

    /// <summary>A guild's own command goes before one for all of the same name.</summary>
    public EmulatedCommand? Find(string name, ulong? guild) =>
        commands.Find(command => command.GuildId is not null && command.GuildId == guild && command.Name == name && command.Type == 1)
        ?? commands.Find(command => command.GuildId is null && command.Name == name && command.Type == 1);

    public EmulatedCommand? Find(ulong id, ulong? guild) => commands.Find(command => command.Id == id && command.GuildId == guild);

    /// <summary>Replaces all: what has a name that was there keeps its id, and its version if nothing changed.</summary>
    public IReadOnlyList<EmulatedCommand> Replace(ulong? guild, List<EmulatedCommand> wanted)
    {
        Registrations++;
        var before = Of(guild);
        commands.RemoveAll(command => command.GuildId == guild);
        foreach (var command in wanted)
            Keep(command, guild, before.FirstOrDefault(one => one.Name == command.Name && one.Type == command.Type));
        return wanted;
    }

    public void Put(EmulatedCommand command, ulong? guild, EmulatedCommand? before)
    {
        Registrations++;
        if (before is not null)
            commands.Remove(before);
        Keep(command, guild, before);
    }

    public void Remove(EmulatedCommand command) => commands.Remove(command);

    public void Forget(ulong guild) => commands.RemoveAll(command => command.GuildId == guild);

    private void Keep(EmulatedCommand command, ulong? guild, EmulatedCommand? before)
    {
        command.GuildId = guild;
        command.Id = before?.Id ?? world.Ids.Next();
        command.Version = before is not null && before.Shape == command.Shape && before.Name == command.Name ? before.Version : world.Ids.Next();
        commands.Add(command);
    }
}
