using QuizBot.Chat.Events;
using QuizBot.Game.Tests.Harness;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Commands;

public sealed class CommandLineStoryTests
{
    [Theory]
    [InlineData("09:30 Berlin", "a question at 09:30 (Europe/Berlin), every day")]
    [InlineData("9pm utc", "a question at 21:00 (UTC), every day")]
    [InlineData("12am UTC", "a question at 00:00 (UTC), every day")]
    [InlineData("12.30pm UTC", "a question at 12:30 (UTC), every day")]
    [InlineData("9 \"new york\"", "a question at 09:00 (America/New_York), every day")]
    [InlineData("9 “New York”", "a question at 09:00 (America/New_York), every day")]
    [InlineData("9 \"New York", "a question at 09:00 (America/New_York), every day")]
    [InlineData("9:30 Istanbul", "a question at 09:30 (Europe/Istanbul), every day")]
    [InlineData("9:30 \"Buenos Aires\"", "a question at 09:30 (America/Argentina/Buenos_Aires), every day")]
    [InlineData("zone=UTC TIME:09:30", "a question at 09:30 (UTC), every day")]
    [InlineData("09:30 UTC days:\"mon, wed\"", "a question at 09:30 (UTC), Mon, Wed, ")]
    [InlineData("09:30 UTC fri-mon", "a question at 09:30 (UTC), Mon, Fri, Sat, Sun, ")]
    [InlineData("09:30 UTC models weekend buttons 90m", "a question from The models at 09:30 (UTC), at weekends, answered by button, every fifth an interview prompt, closed after 1 hour and 30 minutes.")]
    [InlineData("09:30 UTC \"The models\"", "a question from The models at 09:30 (UTC)")]
    [InlineData("09:30 UTC", "answered by reaction or button, every fifth an interview prompt, closed after 8 hours.")]
    [InlineData("09:30 UTC kind:open", "an interview prompt at 09:30 (UTC), every day, discussed in a thread, closed after 8 hours.")]
    [InlineData("09:30 UTC kind:choices answers:reactions", "a question with choices at 09:30 (UTC), every day, answered by reaction, closed after 8 hours.")]
    [InlineData("09:30 UTC category:", "a question at 09:30 (UTC), every day")]
    [InlineData("09:30 UTC close-after:7d", "closed after 7 days.")]
    [InlineData("09:30 UTC close-after:1d12h", "closed after 1 day and 12 hours.")]
    public async Task DailySet_HoweverItIsWritten_IsUnderstood(string options, string says)
    {
        var (world, _) = await GameWorld.StartAsync(questions: [.. Asks.Choices(), .. Asks.Open()]);
        await using var __ = world;
        Assert.Contains("The question of the day is set for this channel: ", await world.TypeAsync(world.Anna, "/daily set " + options), StringComparison.Ordinal);
        Assert.Contains(says, await world.TypeAsync(world.Anna, "/daily list"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("25:99 UTC", "“25:99” is no time of day. Write it as 09:30: hours 00 to 23, minutes 00 to 59.")]
    [InlineData("24:00 UTC", "“24:00” is no time of day.")]
    [InlineData("13pm UTC", "“13pm” is no time of day.")]
    [InlineData("0am UTC", "“0am” is no time of day.")]
    [InlineData("٠٩:٣٠ UTC", "“٠٩:٣٠” is no time of day.")]
    [InlineData("Europe/Berlin 09:30", "“Europe/Berlin” is no time of day.")]
    [InlineData("\"\" UTC", "The time is missing")]
    [InlineData("09:30 Europe/Berlim", "There is no time zone “Europe/Berlim”. Did you mean Europe/Berlin?")]
    [InlineData("09:30 Berlim", "There is no time zone “Berlim”. Did you mean Europe/Berlin?")]
    [InlineData("09:30 \"new yrok\"", "There is no time zone “new yrok”. Did you mean America/New_York?")]
    [InlineData("09:30 Xanadu", "There is no time zone “Xanadu”. Write it as Europe/Berlin or America/New_York.")]
    [InlineData("09:30 +02:00", "There is no time zone “+02:00”.")]
    [InlineData("09:30 UTC close-after:٨h", "“٨h” is no length of time. Write it as 8h, 90m or 1d12h.")]
    [InlineData("09:30 UTC close-after:99999m", "A question takes answers for 1 minute to 7 days, not “99999m”.")]
    [InlineData("09:30 UTC close-after:7d1m", "A question takes answers for 1 minute to 7 days")]
    [InlineData("09:30 UTC close-after:99999999999h", "is no length of time.")]
    [InlineData("09:30 UTC days:mon-", "“mon-” names no weekdays.")]
    [InlineData("09:30 UTC days:,", "“,” names no weekdays.")]
    [InlineData("09:30 UTC kind:opn", "“opn” does not fit kind: write mixed, graded, choices or open. Did you mean open?")]
    [InlineData("09:30 UTC anwsers:both", "/daily set has no option “anwsers”. Did you mean answers?")]
    [InlineData("09:30 UTC days:mon days:tue", "The option days is given twice.")]
    public async Task DailySet_ThatCannotBeRead_SaysWhyAndSetsNothing(string options, string says)
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        var reply = await world.TypeAsync(world.Anna, "/daily set " + options);
        Assert.Contains(says, reply, StringComparison.Ordinal);
        Assert.EndsWith("Usage: /daily set time zone [days] [category] [close-after] [answers] [kind]", reply, StringComparison.Ordinal);
        Assert.Contains("No channel here has a question of the day yet.", await world.TypeAsync(world.Anna, "/daily list"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("daily skip", "I do not know /daily skip any more; /help shows what I know.")]
    [InlineData("", "I do not know / any more; /help shows what I know.")]
    [InlineData("a\u202Eb\nc", "I do not know /ab c any more; /help shows what I know.")]
    public async Task Invoked_UnknownToThisVersion_PointsToTheHelp(string path, string says)
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        Assert.Equal(says, await InvokeAsync(world, path));
    }

    [Fact]
    public async Task Invoked_WithForgedValues_IsAnsweredShortly()
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        var much = new string('x', 100_000);
        Assert.InRange((await InvokeAsync(world, much)).Length, 50, 150);
        Assert.InRange((await InvokeAsync(world, "quiz start", ("category", much))).Length, 50, 500);
        Assert.InRange((await InvokeAsync(world, "leaderboard", ("period", much))).Length, 50, 500);
        Assert.InRange((await InvokeAsync(world, "stats", ("member", much))).Length, 50, 500);
        Assert.StartsWith("The quiz begins.", await InvokeAsync(world, "quiz start", ("option-of-old", much)), StringComparison.Ordinal);
        // What only managers may do is refused here too.
        Assert.Equal("/daily set is for those who may manage this workspace.", await InvokeAsync(world, "daily set", ("time", "09:30"), ("zone", "UTC")));
    }

    [Theory]
    [InlineData("/HELP")]
    [InlineData("help")]
    [InlineData("  /help  ")]
    [InlineData("/")]
    [InlineData("")]
    public async Task Help_HoweverAskedFor_IsGiven(string line)
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        Assert.StartsWith("What I can do", await world.TypeAsync(world.Ben, line), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/quiz begin", "/quiz has no “begin”. It has start, stop and skip.")]
    [InlineData("/quiz strat", "/quiz has no “strat”. Did you mean /quiz start? It has start, stop and skip. /help quiz explains them.\nUsage: /quiz start ")]
    [InlineData("/leaderbord", "I do not know “/leaderbord”. Did you mean /leaderboard?")]
    [InlineData("/stat", "I do not know “/stat”. Did you mean /stats?")]
    [InlineData("/quiz start models 5 20 easy more", "“more” is one word too many for /quiz start.\nUsage: /quiz start [category] [questions] [seconds] [difficulty]")]
    [InlineData("/quiz start difficulty:eazy", "“eazy” does not fit difficulty: write easy, medium or hard. Did you mean easy?")]
    [InlineData("/quiz start modles", "There is no category “modles”. Did you mean models?")]
    [InlineData("/quiz start 100", "“100” does not fit questions: write a whole number from 1 to 25.")]
    [InlineData("/quiz start 5 -1", "“-1” does not fit seconds: write a whole number from 5 to 300.")]
    [InlineData("/quiz stop all:yes", "/quiz stop takes no options.")]
    [InlineData("/stats Ben Chen", "“Chen” is one word too many for /stats.")]
    [InlineData("/help me", "There is no command “/me”. There are /quiz, /daily, /leaderboard, /stats and /help.\nUsage: /help [command]")]
    public async Task Mistyped_NamesTheNearest(string line, string says)
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        Assert.Contains(says, await world.TypeAsync(world.Ben, line), StringComparison.Ordinal);
        Assert.Empty(world.Posts);
    }

    private static async Task<string> InvokeAsync(GameWorld world, string path, params (string Name, string Value)[] options) =>
        PlainRendering.Of(await world.Fake.Members.HandAsync(
            new CommandInvoked("e", world.General, world.Ben, path, options.ToDictionary(o => o.Name, o => o.Value))));
}
