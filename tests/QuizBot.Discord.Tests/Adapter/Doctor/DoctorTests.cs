using QuizBot.Chat;
using QuizBot.Chat.Doctor;
using QuizBot.Discord.Channels;
using QuizBot.Discord.Seam;
using QuizBot.Discord.Snowflakes;
using QuizBot.Game.Commands;

namespace QuizBot.Discord.Tests.Adapter.Doctor;

public sealed class DoctorTests
{
    [Fact]
    public async Task HealthyBot_IsGoodAndGetsItsInvitation()
    {
        await using var house = new AdapterHouse();
        house.Client.Commands = Discord.Commands.CommandRenderer.Render(Catalogue.All);
        var findings = await ExamineAsync(house, connect: true, Sample.ChannelRef);
        Assert.DoesNotContain(findings, f => f.Kind == FindingKind.Wrong);
        Assert.Equal(["token", "intents", "gateway", "commands", $"channel {Sample.Channel}", "invitation", "invitation"], findings.Select(f => f.Subject));
        Assert.Equal("Discord knows it as QuizBot, application 5.", findings[0].Text);
        Assert.Equal(
            "https://discord.com/oauth2/authorize?client_id=5&scope=bot%20applications.commands&permissions=309237730368", findings[^2].Text);
    }

    [Fact]
    public async Task WrongToken_IsToldWithItsRemedyAndNothingElse()
    {
        await using var house = new AdapterHouse();
        house.Client.Fail = _ => new DiscordFailure(401, 0, "401: Unauthorized");
        var finding = Assert.Single(await ExamineAsync(house, connect: false, Sample.ChannelRef));
        Assert.Equal((FindingKind.Wrong, "token"), (finding.Kind, finding.Subject));
        Assert.Contains("press Reset Token", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnreachableDiscord_IsNotTheTokensFault()
    {
        await using var house = new AdapterHouse();
        house.Client.Fail = _ => new DiscordFailure(0, 0, "no route");
        Assert.Equal("connection", Assert.Single(await ExamineAsync(house, connect: false)).Subject);
    }

    [Fact]
    public async Task TooFewShards_AreTold()
    {
        await using var house = new AdapterHouse(settings: ("Shards", "0/1"));
        house.Client.Gateway = house.Client.Gateway with { Shards = 4 };
        var findings = await ExamineAsync(house, connect: false);
        Assert.Equal("Leave Discord:Shards out, or let the processes share 4: such as 0-3/4.", findings.Single(f => f.Subject == "shards").Remedy);
    }

    [Fact]
    public async Task FewConnectionsLeft_AreNotSpent()
    {
        await using var house = new AdapterHouse();
        house.Client.Gateway = house.Client.Gateway with { SessionsLeft = 3 };
        var finding = (await ExamineAsync(house, connect: false)).Single(f => f.Subject == "gateway");
        Assert.Equal((FindingKind.Wrong, false), (finding.Kind, house.Client.IsConnected));
    }

    [Fact]
    public async Task SilentGateway_IsTold()
    {
        await using var house = new AdapterHouse();
        var examining = ExamineAsync(house, connect: false);
        await Until.TrueAsync(() => house.Client.IsConnected, "it tries");
        house.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Contains("did not answer within 20 seconds", (await examining).Single(f => f.Subject == "gateway").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingPermissions_AreNamedByChannel()
    {
        await using var house = new AdapterHouse();
        house.Client.Channels[0] = house.Client.Channels[0] with { Overwrites = [new(Sample.Guild, false, 0, DiscordPermission.AddReactions.Bit)] };
        var findings = await ExamineAsync(house, connect: true, Sample.ChannelRef, DiscordIds.Channel(Sample.Guild, 99), new ChannelRef(Sample.ChannelRef.Workspace, "x"));
        Assert.Equal($"#general in server {Sample.Guild}: the bot lacks Add Reactions.", findings.Single(f => f.Subject == $"channel {Sample.Channel}").Text);
        Assert.Contains("/daily set in another channel", findings.Single(f => f.Subject == "channel 99").Remedy, StringComparison.Ordinal);
        Assert.Equal(FindingKind.Wrong, findings.Single(f => f.Subject == "channel x").Kind);
    }

    [Fact]
    public async Task CommandsThatCannotBeRead_AreTold()
    {
        await using var house = new AdapterHouse(settings: ("CommandGuild", "77"));
        house.Client.Fail = call => call == "list commands" ? new DiscordFailure(403, 50001, "Missing Access") : null;
        var finding = (await ExamineAsync(house, connect: true)).Single(f => f.Subject == "commands");
        Assert.Equal((FindingKind.Wrong, true), (finding.Kind, finding.Remedy!.Contains("Discord:CommandGuild", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task CommandsOfAServersOwn_AreTold()
    {
        await using var house = new AdapterHouse();
        house.Client.Commands = house.Client.GuildCommands[Sample.Guild] = Discord.Commands.CommandRenderer.Render(Catalogue.All);
        var findings = await ExamineAsync(house, connect: true, Sample.ChannelRef);
        Assert.Contains("members see each twice", Assert.Single(findings, f => f.Kind == FindingKind.Wrong).Text, StringComparison.Ordinal);
    }

    private static async Task<List<Finding>> ExamineAsync(AdapterHouse house, bool connect, params ChannelRef[] channels)
    {
        var examining = house.Doctor.ExamineAsync(channels, Catalogue.All, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        if (connect)
            await house.Client.HearAsync(new ShardConnected(0, 1, Resumed: false));
        return await examining;
    }
}
