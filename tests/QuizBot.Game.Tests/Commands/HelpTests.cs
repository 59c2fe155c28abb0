using QuizBot.Game.Commands;
using QuizBot.Game.Tests.Harness;

namespace QuizBot.Game.Tests.Commands;

public sealed class HelpTests
{
    public static TheoryData<string> Roots => [.. Catalogue.All.Roots];

    [Fact]
    public async Task Help_HasEveryCommandWithItsUsageAndSaysNothingTwice()
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        var help = await world.TypeAsync(world.Ben, "/help");
        foreach (var command in Catalogue.All.Commands)
            Assert.Contains($"\n{command.Usage}{(command.Sub is null ? "" : $" – {command.Help}")}{(command.ForManagers ? " (managers)" : "")}\n", help, StringComparison.Ordinal);
        Assert.Distinct(help.Split('\n'));
        Assert.Equal(help, await world.TypeAsync(world.Ben, "/"));
    }

    [Theory, MemberData(nameof(Roots))]
    public async Task Help_OfACommand_ExplainsEachOptionAndItsValues(string root)
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        var help = await world.TypeAsync(world.Ben, "/help " + root);
        Assert.Equal(help, await world.TypeAsync(world.Ben, $"/help /{root.ToUpperInvariant()}"));
        foreach (var command in Catalogue.All.Commands)
            Assert.Equal(command.Root == root, help.Contains(command.Usage, StringComparison.Ordinal));
        foreach (var option in Catalogue.All.Commands.Where(c => c.Root == root).SelectMany(c => c.Options))
        {
            Assert.Contains($"• {option.Name}: {option.Help}.", help, StringComparison.Ordinal);
            Assert.All(option.Choices, c => Assert.Contains(c.Value, help, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Help_OfTheDaily_Reads()
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        Assert.Contains(
            "• answers: How members answer; both if left out. One of both (reactions and buttons), reactions (everyone sees them) and buttons (nobody sees them).",
            await world.TypeAsync(world.Ben, "/help daily"), StringComparison.Ordinal);
    }
}
