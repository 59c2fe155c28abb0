using QuizBot.Emulators.Discord.World;
using QuizBot.Emulators.Tests.Discord.Harness;

namespace QuizBot.Emulators.Tests.Discord.Rest;

public sealed class ReactionTests
{
    private static readonly string[] Fruit = [.. "🍎🍐🍊🍋🍌🍉🍇🍓🍈🍒🍑🥭🍍🥥🥝🍅🥑🍆🥔🥕🌽".EnumerateRunes().Select(rune => rune.ToString())];

    [Theory]
    [InlineData("1️⃣")]
    [InlineData("🇦")]
    [InlineData("🇩🇪")]
    [InlineData("👍🏽")]
    [InlineData("👩‍🏫")]
    [InlineData("❤️")]
    [InlineData("✅")]
    public async Task Reaction_WithAnEmoji_IsAddedAndTakenOff(string emoji)
    {
        await using var town = await Town.BuildAsync();
        var message = await town.PostAsync();

        Assert.Equal(204, (await town.Wire.PutAsync(town.Reactions(message, emoji) + "/@me")).Status);
        Assert.Equal([town.Discord.Bot.Id], message.WhoReacted(emoji));
        Assert.Equal(204, (await town.Wire.DeleteAsync(town.Reactions(message, emoji) + "/@me")).Status);
        Assert.Empty(message.Reactions);
    }

    [Theory]
    [InlineData("word")]
    [InlineData("1")]
    [InlineData("1⃣")]
    [InlineData("👍👍")]
    [InlineData("party:123456789012345678")]
    public async Task Reaction_WithWhatIsNoEmoji_IsRefused(string emoji)
    {
        await using var town = await Town.BuildAsync();
        var message = await town.PostAsync();

        (await town.Wire.PutAsync(town.Reactions(message, emoji) + "/@me")).AssertRefused(400, 10014);
    }

    [Fact]
    public async Task Reaction_WithA21stEmoji_IsRefused()
    {
        await using var town = await Town.BuildAsync();
        var message = await town.PostAsync();
        foreach (var emoji in Fruit[..20])
            await town.Discord.React(town.Ada, message, emoji);

        (await town.Wire.PutAsync(town.Reactions(message, Fruit[20]) + "/@me")).AssertRefused(400, 30010);
        Assert.Equal(204, (await town.Wire.PutAsync(town.Reactions(message, Fruit[0]) + "/@me")).Status);
    }

    [Fact]
    public async Task Reaction_OfAnother_NeedsManageMessages()
    {
        await using var town = await Town.BuildAsync();
        var message = await town.PostAsync();
        await town.Discord.React(town.Ada, message, "✅");
        var path = town.Reactions(message, "✅") + $"/{town.Ada.Id}";
        await town.Discord.SetPermissions(town.Guild, town.Guild.Bot!.Roles[0], Permissions.Invited & ~Permissions.ManageMessages);
        (await town.Wire.DeleteAsync(path)).AssertRefused(403, 50013);
        await town.Discord.SetPermissions(town.Guild, town.Guild.Bot!.Roles[0], Permissions.Invited);

        Assert.Equal(204, (await town.Wire.DeleteAsync(path)).Status);
        Assert.Empty(message.Reactions);
    }

    [Fact]
    public async Task Reaction_WithoutAddReactions_OnlyJoins()
    {
        await using var town = await Town.BuildAsync();
        var message = await town.PostAsync();
        await town.Discord.React(town.Ada, message, "✅");
        await town.Discord.SetOverwrites(town.Channel, new EmulatedOverwrite(town.Discord.Bot.Id, IsMember: true, Permissions.None, Permissions.AddReactions));

        (await town.Wire.PutAsync(town.Reactions(message, "❌") + "/@me")).AssertRefused(403, 50013);
        Assert.Equal(204, (await town.Wire.PutAsync(town.Reactions(message, "✅") + "/@me")).Status);
    }

    [Fact]
    public async Task List_OfThoseWhoReacted_ComesInPages()
    {
        await using var town = await Town.BuildAsync();
        var message = await town.PostAsync();
        var members = Enumerable.Range(0, 5).Select(i => town.Discord.AddMember(town.Guild, $"m{i}")).ToList();
        foreach (var member in members)
            await town.Discord.React(member, message, "✅");

        var first = await town.Wire.GetAsync(town.Reactions(message, "✅") + "?limit=3");
        var second = await town.Wire.GetAsync(town.Reactions(message, "✅") + $"?limit=3&after={members[2].Id}");

        Assert.Equal(["m0", "m1", "m2"], first.Json.EnumerateArray().Select(user => user.GetProperty("username").GetString()));
        Assert.Equal(["m3", "m4"], second.Json.EnumerateArray().Select(user => user.GetProperty("username").GetString()));
        Assert.NotEmpty((await town.Wire.GetAsync(town.Reactions(message, "✅") + "?limit=101")).Errors("limit"));
    }

    [Fact]
    public async Task Member_WhoMayNot_CannotReact()
    {
        await using var town = await Town.BuildAsync();
        var message = await town.PostAsync();
        await town.Discord.SetOverwrites(town.Channel, new EmulatedOverwrite(town.Ada.Id, IsMember: true, Permissions.None, Permissions.AddReactions));

        Assert.Throws<InvalidOperationException>(() => { _ = town.Discord.React(town.Ada, message, "✅"); });
    }
}
