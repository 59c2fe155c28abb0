using QuizBot.Chat.Commands;
using QuizBot.Discord.Commands;
using QuizBot.Discord.Seam;
using QuizBot.Game.Commands;

namespace QuizBot.Discord.Tests.Adapter.Commands;

public sealed class CommandTests
{
    [Fact]
    public void Catalogue_BecomesCommandsThatDiscordTakes()
    {
        var commands = CommandRenderer.Render(Catalogue.All);
        Assert.Equal(Catalogue.All.Roots, commands.Select(c => c.Name));
        Assert.All(commands, c => Check(c.Name, c.Description, c.Options));
        var daily = commands.Single(c => c.Name == "daily");
        Assert.All(daily.Options, o => Assert.Equal(1, o.Type));
        // Its list is for everyone, so all of it is shown to everyone; the bot itself refuses what is for managers.
        Assert.Null(daily.DefaultPermissions);
        var set = daily.Options.Single(o => o.Name == "set").Options;
        Assert.Equal((3, true, true, 100), (set[1].Type, set[1].Required, set[1].Autocomplete, set[1].MaxLength));
        Assert.Equal(["both", "reactions", "buttons"], set.Single(o => o.Name == "answers").Choices.Select(c => c.Value));
        var start = commands.Single(c => c.Name == "quiz").Options.Single(o => o.Name == "start").Options;
        Assert.Equal((4, 5, 300), (start[2].Type, start[2].Min, start[2].Max));
        Assert.Equal(6, Assert.Single(commands.Single(c => c.Name == "stats").Options).Type);
    }

    [Fact]
    public void CommandOfWhichAllIsForManagers_IsShownToThoseWhoMayManageTheServer()
    {
        var catalogue = new CommandCatalogue(
            [new CommandSpec("tune up", "Up", []) { ForManagers = true }, new CommandSpec("tune down", "Down", []) { ForManagers = true }])
        {
            RootHelp = new Dictionary<string, string> { ["tune"] = "Tune" },
        };
        Assert.Equal(32UL, Assert.Single(CommandRenderer.Render(catalogue)).DefaultPermissions);
    }

    [Fact]
    public void Comparison_SeesEveryDifference()
    {
        var commands = CommandRenderer.Render(Catalogue.All);
        Assert.True(CommandComparison.AreSame(commands, [.. CommandRenderer.Render(Catalogue.All).Reverse()]));
        var daily = commands.Single(c => c.Name == "daily");
        var set = daily.Options[0];
        IReadOnlyList<DiscordCommand>[] others =
        [
            [.. commands.Skip(1)],
            With(daily with { Description = "x" }),
            With(daily with { DefaultPermissions = 32 }),
            With(daily with { Options = [.. daily.Options.Skip(1)] }),
            With(daily with { Options = [set with { Options = [set.Options[1], set.Options[0], .. set.Options.Skip(2)] }, .. daily.Options.Skip(1)] }),
            With(daily with { Options = [set with { Options = [set.Options[0] with { Required = false }, .. set.Options.Skip(1)] }, .. daily.Options.Skip(1)] }),
            With(daily with { Options = [set with { Options = [set.Options[0] with { MaxLength = 5 }, .. set.Options.Skip(1)] }, .. daily.Options.Skip(1)] }),
            With(daily with { Options = [set with { Options = [set.Options[0] with { Choices = [new("a", "b")] }, .. set.Options.Skip(1)] }, .. daily.Options.Skip(1)] }),
        ];
        Assert.All(others, o => Assert.False(CommandComparison.AreSame(commands, o)));

        IReadOnlyList<DiscordCommand> With(DiscordCommand other) => [.. commands.Select(c => c.Name == other.Name ? other : c)];
    }

    [Fact]
    public async Task Start_OffersChangedCommandsAndNoOthers()
    {
        await using (var house = new AdapterHouse())
        {
            await house.RunAsync(Catalogue.All);
            await Until.TrueAsync(() => house.Client.Of("set commands").Any(), "they are set");
            var (guild, set) = ((ulong, IReadOnlyList<DiscordCommand>))house.Client.Of("set commands").Single();
            Assert.Equal(0UL, guild);
            Assert.True(CommandComparison.AreSame(set, CommandRenderer.Render(Catalogue.All)));
        }

        await using (var house = new AdapterHouse(settings: ("CommandGuild", "77")))
        {
            house.Client.GuildCommands[77] = CommandRenderer.Render(Catalogue.All);
            await house.RunAsync(Catalogue.All);
            await Until.TrueAsync(() => house.Client.Of("list commands").Any(), "they are compared");
            await house.StopAsync();
            Assert.Equal(77UL, house.Client.Of("list commands").Single());
            Assert.Empty(house.Client.Of("set commands"));
        }
    }

    [Fact]
    public async Task Commands_ThatAreRefused_AreOfferedAgain()
    {
        await using var house = new AdapterHouse();
        house.Client.Fail = call => call == "set commands" ? new DiscordFailure(500, 0, "no") : null;
        await house.RunAsync();
        await Until.TrueAsync(() => house.Client.Of("set commands").Any(), "they are refused");
        house.Client.Fail = _ => null;
        await Until.TrueAsync(() =>
        {
            house.Time.Advance(TimeSpan.FromSeconds(5));
            return house.Client.Of("set commands").Count() > 1;
        }, "they are offered again");
        Assert.Contains(house.Log.Complaints, l => l.Contains("could not be offered to Discord: 500 no", StringComparison.Ordinal));
    }

    // https://discord.com/developers/docs/interactions/application-commands#application-command-object
    private static void Check(string name, string description, IReadOnlyList<DiscordCommandOption> options)
    {
        Assert.Matches("^[a-z-]{1,32}$", name);
        Assert.InRange(description.Length, 1, 100);
        Assert.InRange(options.Count, 0, 25);
        Assert.False(options.SkipWhile(o => o.Required).Any(o => o.Required), "required options come first");
        Assert.All(options, o =>
        {
            Check(o.Name, o.Description, o.Options);
            Assert.InRange(o.Choices.Count, 0, 25);
            Assert.All(o.Choices, c => Assert.True(c is { Name.Length: >= 1 and <= 100, Value.Length: <= 100 }));
            Assert.False(o.Autocomplete && o.Choices.Count > 0);
        });
    }
}
