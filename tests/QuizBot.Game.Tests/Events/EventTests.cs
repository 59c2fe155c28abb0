using Microsoft.EntityFrameworkCore;
using QuizBot.Chat.Events;
using QuizBot.Chat.Messages;
using QuizBot.Game.Messages;
using QuizBot.Game.Places;
using QuizBot.Game.Tests.Harness;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Events;

public sealed class EventTests
{
    [Fact]
    public async Task FloodOfOneMember_IsSlowedAndOthersAreNot()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        var replies = new List<string>();
        for (var i = 0; i < 40; i++)
            replies.Add(await world.TypeAsync(world.Ben, "/stats"));
        Assert.Equal(25, replies.Count(r => r == "That was a lot in a few seconds. Please wait a moment, then try again."));
        Assert.DoesNotContain("a lot", await world.TypeAsync(world.Chen, "/stats"), StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromSeconds(11));
        Assert.DoesNotContain("a lot", await world.TypeAsync(world.Ben, "/stats"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_GivesAReferenceThatTheLogHasAndNothingOfTheFault()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        host.ExpectsErrors = true;
        await using (var transaction = await world.Database.Database.WriteAsync(TestContext.Current.CancellationToken))
        {
            await transaction.Db.Database.ExecuteSqlRawAsync("alter table members rename to gone", TestContext.Current.CancellationToken);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        await world.TypeAsync(world.Anna, "/daily set 23:00 UTC");
        var reply = await world.TypeAsync(world.Ben, "/stats");
        var reference = reply[^7..^1];
        Assert.Equal($"Something went wrong on my side. Please try again. If it happens again, tell whoever runs me this reference: {reference}.", reply);
        Assert.Contains(host.Errors, e => e.Contains(reference, StringComparison.Ordinal) && e.Contains("members", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("@everyone <@U1> *bold* `code` </script>", "@everyone <@U1> *bold* `code` </script>")]
    [InlineData("\u202Eevil\u202C \u200Fname\u2066", "evil name")]
    [InlineData("a\u0000b\nc\td", "ab c d")]
    [InlineData("\u200B\u200D", "someone")]
    [InlineData("\u3164", "someone")]
    [InlineData("   ", "someone")]
    [InlineData("Zoë 👩‍👩‍👧‍👦", "Zoë 👩‍👩‍👧‍👦")]
    [InlineData("\uD83D", "someone")]
    public async Task HostileName_IsShownToTheLetterWithoutWhatTurnsTheLine(string name, string shown)
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/quiz start questions:1");
        await host.AdvanceAsync(TimeSpan.FromSeconds(8));
        var round = Assert.Single(await world.RoundsAsync());
        var member = world.Fake.Members.Enter("M1", name);
        await world.PressAsync(member, world.Asked[0], Actions.Choose(round.Id, round.RightChoice));
        await host.AdvanceAsync(TimeSpan.FromSeconds(20));
        await host.AdvanceAsync(TimeSpan.FromSeconds(6));
        Assert.Equal(shown, world.Posts[^1].Content.Blocks.OfType<TableBlock>().Single().Rows[0].Cells[1]);
        var named = world.Revealed[0].Content.Blocks.OfType<TextBlock>().SelectMany(b => b.Text.Spans).OfType<MemberSpan>().Single();
        Assert.Equal(shown, named.Name);
    }

    [Fact]
    public void LongTexts_AreCutBetweenWhatIsReadAsOneCharacter()
    {
        const string family = "👩‍👩‍👧‍👦";
        var name = PlainText.Name(string.Concat(Enumerable.Repeat(family, 1_000)));
        Assert.Equal(99, name.Length);
        Assert.Equal(string.Concat(Enumerable.Repeat(family, 9)), name);
        Assert.Equal(100, PlainText.Name(new string('x', 100_000)).Length);
        Assert.Equal("e\u0301e\u0301…", PlainText.Short(string.Concat(Enumerable.Repeat("e\u0301", 50)), 6));
        Assert.InRange(Say.Summary(string.Concat(Enumerable.Repeat(family, 1_000))).Length, 140, 150);
        Assert.Equal("someone", PlainText.Name("a" + new string('\u0301', 300)));
    }

    [Theory]
    [InlineData("/stats @everyone\u202E<b>", "I know no member “everyone<b>” who")]
    [InlineData("/quiz start category:\u202Eslat", "There is no category “slat”.")]
    public async Task HostileWords_AreQuotedToTheLetter(string line, string says)
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        await world.TypeAsync(world.Anna, "/daily set 23:00 UTC");
        Assert.Contains(says, await world.TypeAsync(world.Ben, line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VeryLongLine_IsRefusedUnread()
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        Assert.Equal("That line is too long for a command: 100,012 characters, of at most 2,000.", await world.TypeAsync(world.Ben, "/quiz start " + new string('x', 100_000)));
        Assert.Contains("I do not know “/xxxx", await world.TypeAsync(world.Ben, "/" + new string('x', 1_900)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyCategories_AreNotAllListed()
    {
        var (world, _) = await GameWorld.StartAsync(questions: [.. Enumerable.Range(0, 200).SelectMany(i => Asks.Choices(1, $"category-with-a-rather-long-name-{i}"))]);
        await using var __ = world;
        Assert.Contains("and 176 more.", await world.TypeAsync(world.Ben, "/quiz start zzz"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invited_SaysOnceHowToBegin()
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        await world.Fake.Members.HandAsync(new BotInvited("e", world.General));
        Assert.Contains("/daily set 09:30 Europe/Berlin", PlainRendering.Of(Assert.Single(world.Posts).Content), StringComparison.Ordinal);
        // Handed in again by whoever was killed over it.
        await world.Fake.Members.HandAsync(new BotInvited("e", world.General));
        Assert.Single(world.Posts);
        var other = world.Fake.AddChannel("other");
        await world.Fake.Members.HandAsync(new BotInvited("f", other));
        Assert.NotEqual(world.Posts[0].Key, Assert.Single(world.Fake.In(other)).Key);
    }

    [Fact]
    public async Task WorkspaceGone_PausesEveryDailyThere()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        var other = world.Fake.AddChannel("other");
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC", other);
        await world.Fake.Members.HandAsync(new WorkspaceGone("e", world.Fake.Workspace));
        Assert.Equal(2, (await world.TypeAsync(world.Anna, "/daily list")).Split("Paused: I was removed").Length - 1);
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Empty(world.Posts);
    }
}
