using QuizBot.Engine.Questions;
using QuizBot.Game.Tests.Harness;
using QuizBot.Storage;
using QuizBot.Testing.Builders;

namespace QuizBot.Game.Tests.Boards;

public sealed class StatsStoryTests
{
    [Fact]
    public async Task WeakestTopics_AreThreeWithALinkToReadAndAQuizToTry()
    {
        var questions = "abcde".Select(t => AQuestion.Choice($"models.{t}.1") with
        {
            Ask = $"Question {t}?",
            Source = t == 'b' ? new QuestionSource("The page of b", "https://example.org/b") : null,
        });
        var (world, host) = await GameWorld.StartAsync(questions: [.. questions]);
        await using var _ = world;
        await world.PlayAloneAsync(host, world.Ben, "/quiz start questions:5", r => r.Question.Topic == "models.a");
        var stats = await world.TypeAsync(world.Ben, "/stats");
        Assert.Contains("Your statistics\n15 points, rank 1 of 1. 1 of 5 answers right (20 %).\n", stats, StringComparison.Ordinal);
        Assert.Contains("\nThe models | 1 of 5 | 20 %\n", stats, StringComparison.Ordinal);
        Assert.EndsWith("""
            Worth reading
            • The models b: 0 of 1 right. Read The page of b (https://example.org/b), then try /quiz start models.
            • The models c: 0 of 1 right. Try /quiz start models.
            • The models d: 0 of 1 right. Try /quiz start models.
            """, stats, StringComparison.Ordinal);
        Assert.Contains("\nWeakest topics\n• The models b", await world.TypeAsync(world.Chen, "/stats <@U2>"), StringComparison.Ordinal);
        // What it suggests is a command that works.
        Assert.StartsWith("The quiz begins.", await world.TypeAsync(world.Ben, "/quiz start models"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Topic_MissedMoreOften_ComesFirst()
    {
        string[] ids = ["models.a.1", "models.a.2", "models.b.1", "models.b.2", "models.c.1"];
        var questions = ids.Select(id => AQuestion.Choice(id) with { Ask = $"Question {id}?" });
        var (world, host) = await GameWorld.StartAsync(questions: [.. questions]);
        await using var _ = world;
        await world.PlayAloneAsync(host, world.Ben, "/quiz start questions:5", r => r.Question.Id == "models.a.1");
        var stats = await world.TypeAsync(world.Ben, "/stats");
        Assert.Contains("• The models b: 0 of 2 right. Try /quiz start models.\n• The models c: 0 of 1 right. Try /quiz start models.\n• The models a: 1 of 2 right.", stats, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Streak_StandsUntilAQuestionClosesUnanswered(StorageProvider provider)
    {
        var (world, host) = await GameWorld.StartAsync(provider, Asks.Choices(9));
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC close-after:1h");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        for (var day = 1; day <= 2; day++)
        {
            await world.AnswerAsync(world.Ben, right: day == 1);
            await host.AdvanceAsync(TimeSpan.FromHours(1));
            await host.AdvanceAsync(TimeSpan.FromHours(23));
        }

        // The third is open and not answered yet.
        Assert.Contains("🔥 A streak of 2 daily questions.", await world.TypeAsync(world.Ben, "/stats"), StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Contains("No streak at present; the longest was 2 questions.", await world.TypeAsync(world.Ben, "/stats"), StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromHours(23));
        await world.AnswerAsync(world.Ben);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Contains("🔥 A streak of 1 daily question (the longest: 2).", await world.TypeAsync(world.Ben, "/stats"), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Stats_OfAnotherMember_AreFoundByNameAndById(StorageProvider provider)
    {
        var (world, host) = await GameWorld.StartAsync(provider);
        await using var _ = world;
        var elodie = world.Fake.Members.Enter("U7", "Élodie Ünal");
        await world.PlayAloneAsync(host, elodie, "/quiz start questions:1", _ => true);
        foreach (var who in new[] { "<@U7>", "<@!U7>", "<@U7|elodie>", "U7", "\"Élodie Ünal\"", "\"@Élodie Ünal\"", "member:\"Élodie Ünal\"", "\"élodie ünal\"" })
            Assert.StartsWith("Statistics of Élodie Ünal\n15 points, rank 1 of 1.", await world.TypeAsync(world.Ben, "/stats " + who), StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        foreach (var who in new[] { "Zoe", "<@U99>", "@", "<@>", "%" })
            Assert.StartsWith("I know no member “", await world.TypeAsync(world.Ben, "/stats " + who), StringComparison.Ordinal);
        Assert.Equal("Chen has not answered anything here yet.", await world.TypeAsync(world.Ben, $"/stats <@{world.Chen.Id}>"));
    }

    [Fact]
    public async Task Stats_OfANameThatTwoHave_AskForTheMention()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.PlayAloneAsync(host, world.Fake.Members.Enter("U7", "Kim"), "/quiz start questions:1", _ => true);
        await world.PlayAloneAsync(host, world.Fake.Members.Enter("U8", "kim"), "/quiz start questions:1", _ => true);
        Assert.Equal("More than one member here is called “Kim”. Mention the one you mean.", await world.TypeAsync(world.Ben, "/stats Kim"));
    }

    [Fact]
    public async Task Stats_WithNothingClosed_SayWhose()
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var __ = world;
        await world.TypeAsync(world.Ben, "/quiz start");
        Assert.Equal("Your statistics\nNo graded question of yours has closed yet.", await world.TypeAsync(world.Ben, "/stats"));
        Assert.Equal("Statistics of Ben\nNo graded question of theirs has closed yet.", await world.TypeAsync(world.Chen, "/stats Ben"));
    }
}
