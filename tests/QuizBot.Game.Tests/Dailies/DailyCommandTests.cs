using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Game.Commands;
using QuizBot.Game.Tests.Harness;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Dailies;

public sealed class DailyCommandTests
{
    [Theory]
    [InlineData("/daily set 25:99 Europe/Berlin", "“25:99” is no time of day. Write it as 09:30")]
    [InlineData("/daily set 09:30 Europe/Berln", "There is no time zone “Europe/Berln”. Did you mean Europe/Berlin?")]
    [InlineData("/daily set 09:30 Europe/Berlin category:modles", "There is no category “modles”. Did you mean models? The categories are models.")]
    [InlineData("/daily set 09:30 Europe/Berlin close-after:8d", "A question takes answers for 1 minute to 7 days, not “8d”.")]
    [InlineData("/daily set 09:30 Europe/Berlin close-after:0m", "A question takes answers for 1 minute to 7 days, not “0m”.")]
    [InlineData("/daily set 09:30 Europe/Berlin close-after:soon", "“soon” is no length of time. Write it as 8h, 90m or 1d12h.")]
    [InlineData("/daily set 09:30 Europe/Berlin days:someday", "“someday” names no weekdays.")]
    [InlineData("/daily set 09:30 Europe/Berlin answers:thumbs", "“thumbs” does not fit answers: write both, reactions or buttons.")]
    [InlineData("/daily set 09:30 Europe/Berlin colour:red", "/daily set has no option “colour”.")]
    [InlineData("/daily set 09:30 Europe/Berlin zone:UTC", "The option zone is given twice.")]
    [InlineData("/daily set 09:30", "The zone is missing: time zone, such as Europe/Berlin.")]
    [InlineData("/daily set", "The time is missing: local time, such as 09:30.")]
    [InlineData("/daily set 09:30 UTC mon models 8h both mixed more", "“more” is one word too many for /daily set.")]
    [InlineData("/daily pause now", "“now” is one word too many for /daily pause.")]
    public async Task DailyCommand_WithWhatCannotBeRead_SaysWhatIsWrongAndTheUsage(string line, string says)
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        var reply = await world.TypeAsync(world.Anna, line);
        Assert.Contains(says, reply, StringComparison.Ordinal);
        Assert.Contains("Usage: /daily ", reply, StringComparison.Ordinal);
        Assert.Contains("No channel here has a question of the day yet.", await world.TypeAsync(world.Anna, "/daily list"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/daly set", "I do not know “/daly”. Did you mean /daily? I know /quiz, /daily, /leaderboard, /stats and /help; /help explains them.")]
    [InlineData("/daily sett 09:30 UTC", "/daily has no “sett”. Did you mean /daily set? It has set, list, now, pause, resume, remove and preview. /help daily explains them.")]
    [InlineData("/daily", "/daily needs another word: set, list, now, pause, resume, remove or preview. /help daily explains them.")]
    [InlineData("/quiz start questions:0", "“0” does not fit questions: write a whole number from 1 to 25.")]
    [InlineData("/quiz start seconds:x", "“x” does not fit seconds: write a whole number from 5 to 300.")]
    [InlineData("/leaderboard yestrday", "“yestrday” does not fit period: write today, week, month, year or all.")]
    public async Task Command_Mistyped_NamesTheNearest(string line, string says)
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        Assert.Contains(says, await world.TypeAsync(world.Anna, line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DailyCommands_OfAMemberWhoMayNotManage_AreRefused()
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        foreach (var command in Catalogue.All.Commands.Where(c => c.ForManagers))
        {
            var reply = await world.TypeAsync(world.Ben, "/" + command.Path + (command.Path == "daily set" ? " 09:30 UTC" : ""));
            Assert.Contains($"/{command.Path} is for those who may manage this workspace.", reply, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("may manage", await world.TypeAsync(world.Ben, "/daily list"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChatFailureKind.ChannelGone, "I cannot post in this channel: the channel is deleted or archived, or I am not in it.")]
    [InlineData(ChatFailureKind.Forbidden, "I cannot post in this channel: I lack a permission in the channel (a switched-on fault).")]
    public async Task DailySet_WhereTheBotMayNotPost_SaysWhyAndSetsNothing(ChatFailureKind kind, string says)
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        world.Fake.Fail(FakeOperation.CheckChannel, kind);
        Assert.Equal(says, await world.TypeAsync(world.Anna, "/daily set 09:30 UTC"));
        Assert.Contains("No channel here", await world.TypeAsync(world.Anna, "/daily list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DailySet_LackingAPermission_NamesIt()
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        world.Fake.Deny(world.General, "Add Reactions");
        Assert.Contains("I lack Add Reactions.", await world.TypeAsync(world.Anna, "/daily set 09:30 UTC"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DailySet_WhileThePlatformDoesNotAnswer_IsSetAndPreviewSaysSoWithoutTheFault()
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        world.Fake.Fail(FakeOperation.CheckChannel, ChatFailureKind.Unavailable);
        Assert.Contains("is set for this channel", await world.TypeAsync(world.Anna, "/daily set 09:30 UTC"), StringComparison.Ordinal);
        var preview = await world.TypeAsync(world.Anna, "/daily preview");
        Assert.Contains("I could not check whether I may post here: the platform does not answer at the moment.", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("switched-on", preview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DailyPreview_AcrossAChangeOfTheClock_ShowsLocalTimesAndTheirOffsets()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var __ = world;
        await host.AdvanceToAsync(new DateTimeOffset(2026, 3, 26, 12, 0, 0, TimeSpan.Zero));
        await world.TypeAsync(world.Anna, "/daily set 09:30 berlin");
        var preview = await world.TypeAsync(world.Anna, "/daily preview");
        Assert.Contains("Sat 28 Mar | 09:30 | +01", preview, StringComparison.Ordinal);
        Assert.Contains("Sun 29 Mar | 09:30 | +02", preview, StringComparison.Ordinal);
        Assert.Contains("✅ I may post here.", preview, StringComparison.Ordinal);
        Assert.Equal(14, preview.Split('\n').Count(l => l.Contains("09:30", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task DailyPauseResumeRemove_EachSaysWhatItDid()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var __ = world;
        const string none = "This channel has no question of the day. /daily set begins one.";
        foreach (var word in new[] { "pause", "resume", "remove", "now", "preview" })
            Assert.Equal(none, await world.TypeAsync(world.Anna, "/daily " + word));

        await host.AdvanceAsync(TimeSpan.FromSeconds(11));
        await world.TypeAsync(world.Anna, "/daily set 09:30 UTC working-days models 90m buttons graded");
        Assert.Contains("#general: a graded question from The models at 09:30 (UTC), Monday to Friday, answered by button, closed after 1 hour and 30 minutes. Next <2025-11-24 09:30:00> (your time).", await world.TypeAsync(world.Ben, "/daily list"), StringComparison.Ordinal);
        Assert.StartsWith("This channel's question of the day is changed: a graded question at 09:30 (UTC)", await world.TypeAsync(world.Anna, "/daily set 09:30 UTC kind:graded"), StringComparison.Ordinal);
        Assert.Contains("running already", await world.TypeAsync(world.Anna, "/daily resume"), StringComparison.Ordinal);
        Assert.Contains("The question of the day is paused.", await world.TypeAsync(world.Anna, "/daily pause"), StringComparison.Ordinal);
        Assert.Contains("paused already: Anna paused it.", await world.TypeAsync(world.Anna, "/daily pause"), StringComparison.Ordinal);
        Assert.Contains("Paused: Anna paused it.", await world.TypeAsync(world.Ben, "/daily list"), StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Empty(world.Asked);
        Assert.Contains("The question of the day runs again. The next question comes <2025-11-25 09:30:00> (your time).", await world.TypeAsync(world.Anna, "/daily resume"), StringComparison.Ordinal);
        Assert.Contains("is removed from this channel", await world.TypeAsync(world.Anna, "/daily remove"), StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Empty(world.Asked);
    }

    [Fact]
    public async Task DailyNow_BeforeTheTime_TakesThePlaceOfTodaysPost()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var __ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:30 UTC");
        Assert.Equal("Today's question is on its way.", await world.TypeAsync(world.Anna, "/daily now"));
        await Until.TrueAsync(() => world.Asked is [{ Reactions.Count: 4 }], "it is posted");
        await host.DueAsync();
        Assert.Contains("Today's question is open already, and closes <2025-11-24 16:00:00>.", await world.TypeAsync(world.Anna, "/daily now"), StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Single(world.Asked);
        await host.AdvanceAsync(TimeSpan.FromHours(8));
        Assert.Equal("Today's question was asked already. There is one a day.", await world.TypeAsync(world.Anna, "/daily now"));
        await host.AdvanceAsync(TimeSpan.FromHours(16));
        Assert.Equal(2, world.Asked.Count);
    }

    [Fact]
    public async Task InvokedCommand_WithOptionsTakenApart_IsReadLikeATypedOne()
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        var reply = await world.Fake.Members.HandAsync(new CommandInvoked("e", world.General, world.Anna, "daily set", new Dictionary<string, string> { ["zone"] = "UTC" }));
        Assert.Contains("The time is missing", PlainRendering.Of(reply), StringComparison.Ordinal);
        reply = await world.Fake.Members.HandAsync(new CommandInvoked("e", world.General, world.Anna, "daily st", new Dictionary<string, string>()));
        Assert.Contains("I do not know /daily st any more; /help shows what I know.", PlainRendering.Of(reply), StringComparison.Ordinal);
    }
}
