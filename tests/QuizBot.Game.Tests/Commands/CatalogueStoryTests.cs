using System.Text.RegularExpressions;
using QuizBot.Chat.Commands;
using QuizBot.Game.Commands;
using QuizBot.Game.Tests.Harness;

namespace QuizBot.Game.Tests.Commands;

public sealed partial class CatalogueStoryTests
{
    public static TheoryData<string> Paths => [.. Catalogue.All.Commands.Select(c => c.Path)];

    // https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-structure
    [Theory, MemberData(nameof(Paths))]
    public void Command_KeepsThePlatformsLimits(string path)
    {
        var command = Catalogue.All.Find(path)!;
        Assert.All(path.Split(' '), word => Assert.Matches(Name(), word));
        Assert.InRange(path.Split(' ').Length, 1, 2);
        Assert.InRange(command.Help.Length, 1, 100);
        Assert.InRange(Catalogue.All.RootHelp[command.Root].Length, 1, 100);
        Assert.InRange(command.Options.Count, 0, 25);
        Assert.Equal(command.Options.OrderByDescending(o => o.Required), command.Options);
        Assert.Distinct(command.Options.Select(o => o.Name));
        Assert.All(command.Options, option =>
        {
            Assert.Matches(Name(), option.Name);
            Assert.InRange(option.Help.Length, 1, 100);
            Assert.InRange(option.Choices.Count, 0, 25);
            Assert.Distinct(option.Choices.Select(c => c.Value));
            Assert.All(option.Choices, c => Assert.True(c.Value.Length is >= 1 and <= 100 && c.Label.Length is >= 1 and <= 100, c.Value));
            // Discord refuses an option that has both.
            Assert.False(option.Completes && option.Choices.Count > 0, option.Name);
        });
    }

    [Fact]
    public void Commands_HaveOnePlaceEach()
    {
        Assert.Distinct(Catalogue.All.Commands.Select(c => c.Path));
        Assert.InRange(Catalogue.All.Roots.Count(), 1, 100);
        // A word with others under it is no command of its own.
        Assert.All(Catalogue.All.Commands.GroupBy(c => c.Root), root => Assert.True(root.Count() is var count && root.All(c => c.Sub is null) ? count == 1 : root.All(c => c.Sub is not null) && count <= 25));
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Command_IsInTheHelpAndIsCarriedOut(string path)
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        Assert.Contains("/" + path, await world.TypeAsync(world.Ben, "/help"), StringComparison.Ordinal);
        var reply = await world.TypeAsync(world.Anna, "/" + path + (path == "daily set" ? " 09:30 UTC" : ""));
        Assert.NotEmpty(reply);
        Assert.DoesNotContain("went wrong", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("do not know", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryCompletedOption_HasValuesThatTheCommandTakes()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        foreach (var command in Catalogue.All.Commands)
        {
            foreach (var option in command.Options.Where(o => o.Completes || o.Choices.Count > 0))
            {
                var values = await host.Get<Chat.IChatEvents>().CompleteAsync(command.Path, option.Name, "", TestContext.Current.CancellationToken);
                Assert.InRange(values.Count, 1, 25);
                foreach (var value in values)
                {
                    var reader = new OptionReader(command, new Dictionary<string, string> { [option.Name] = value.Value });
                    Read(reader, option, host.Get<Questions.Live.QuestionLibrary>().Current);
                    Assert.Null(reader.Problem?.Text);
                }
            }
        }
    }

    private static void Read(OptionReader reader, OptionSpec option, Engine.Questions.QuestionBank bank)
    {
        object? read = option.Name switch
        {
            "category" => reader.Category(bank),
            "zone" => reader.Zone("zone"),
            "days" => reader.Days("days"),
            "command" => reader.Root("command"),
            "close-after" => reader.CloseAfter("close-after"),
            _ => reader.Choice(option.Name),
        };
        Assert.NotNull(read);
    }

    [GeneratedRegex("^[a-z][a-z-]{0,31}$")]
    private static partial Regex Name();
}
