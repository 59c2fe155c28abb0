using QuizBot.Engine.Answers;
using QuizBot.Engine.Rounds;
using QuizBot.Testing.Builders;

namespace QuizBot.Storage.Tests.Answers;

public abstract class StreakTests(StorageProvider provider) : SettlementTest(provider)
{
    [Fact]
    public async Task Streak_QuestionsInARow_Grows()
    {
        foreach (var round in await RoundsAsync(3))
            await AnswerAndSettleAsync(round);
        Assert.Equal("3, 3, 3", await StreakAsync(1));
    }

    [Fact]
    public async Task Streak_OneLeftOut_BeginsAgainAndKeepsTheBest()
    {
        var rounds = await RoundsAsync(4);
        foreach (var round in new[] { rounds[0], rounds[1], rounds[3] })
            await AnswerAndSettleAsync(round);
        Assert.Equal("1, 2, 4", await StreakAsync(1));
    }

    [Fact]
    public async Task Streak_EarlierQuestionClosesLast_IsWhole()
    {
        var rounds = await RoundsAsync(3);
        foreach (var round in new[] { rounds[1], rounds[2], rounds[0] })
            await AnswerAndSettleAsync(round);
        Assert.Equal("3, 3, 3", await StreakAsync(1));
    }

    [Fact]
    public async Task Streak_MarkOfAnInterviewPromptAfterTheNextClosed_ClosesTheGap()
    {
        var open = await World.RoundAsync(Daily, 2, AQuestion.Open());
        var next = await World.RoundAsync(Daily, 3);
        await AnswerAndSettleAsync(Round);
        await CloseAndSettleAsync(open);
        await AnswerAndSettleAsync(next);
        Assert.Equal("1, 1, 3", await StreakAsync(1));

        await WriteAsync(By.MarkSelf(open, 1, SelfMark.Missed));

        Assert.Equal("3, 3, 3", await StreakAsync(1));
    }

    [Fact]
    public async Task Streak_MarkBetweenSettlementAndTheEndOfTheClose_CountsOnce()
    {
        var open = await World.RoundAsync(Daily, 2, AQuestion.Open());
        await AnswerAndSettleAsync(Round);
        var closing = await CloseAndSettleAsync(open);
        await WriteAsync(By.MarkSelf(open, 1), By.MarkSelf(open, 1, SelfMark.Partly, 2), By.MarkSelf(open, 2));
        await SettleAsync(closing);
        await World.ChangeAsync(open.Id, r => r.EndClosing(null));
        await WriteAsync(By.MarkSelf(open, 1, SelfMark.Missed, 3));

        Assert.Equal("2, 2, 2", await StreakAsync(1));
        Assert.Equal("1, 1, 2", await StreakAsync(2));
        Assert.All(await StoredAsync(), a => Assert.True(a.Settled));
    }

    [Fact]
    public async Task Streak_MarkOfARoundThatLostItsDaily_IsKeptWithoutOne()
    {
        var open = await World.RoundAsync(Daily, 2, AQuestion.Open());
        await World.CloseAsync(open);
        await World.RunSqlAsync("delete from dailies");

        await WriteAsync(By.MarkSelf(open, 1));

        Assert.Null(await StreakAsync(1));
        Assert.Equal(SelfMark.Nailed, Assert.Single(await StoredAsync()).SelfMark);
    }

    [Fact]
    public async Task Streak_Withdrawn_DoesNotCount()
    {
        await WriteAsync(By.React(Round, 1, 0, true, 1), By.React(Round, 1, 0, false, 2));
        await CloseAndSettleAsync(Round);
        Assert.Null(await StreakAsync(1));
    }

    private async Task AnswerAndSettleAsync(Round round)
    {
        await WriteAsync(By.Press(round, 1, 0));
        await CloseAndSettleAsync(round);
    }

    private async Task<List<Round>> RoundsAsync(int count)
    {
        var rounds = new List<Round> { Round };
        for (var number = 2; number <= count; number++)
            rounds.Add(await World.RoundAsync(Daily, number));
        return rounds;
    }
}

public sealed class StreakOnSqliteTests() : StreakTests(StorageProvider.Sqlite);

public sealed class StreakOnPostgreSqlTests() : StreakTests(StorageProvider.PostgreSql);
