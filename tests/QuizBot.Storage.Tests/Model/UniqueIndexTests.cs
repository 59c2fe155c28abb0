using Microsoft.EntityFrameworkCore;
using NodaTime;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Quizzes;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Workspaces;
using QuizBot.Testing.Builders;

namespace QuizBot.Storage.Tests.Model;

public abstract class UniqueIndexTests(StorageProvider provider) : DatabaseTest(provider)
{
    [Fact]
    public async Task Round_SecondOfADailyAndDate_IsRefused()
    {
        var daily = await World.DailyAsync();
        await World.RoundAsync(daily, 1);
        await World.RoundAsync(daily, 2);
        await AssertRefusedAsync(World.NewRound(daily, 1));
    }

    [Fact]
    public async Task Round_SecondOfAQuizAndNumber_IsRefused()
    {
        var quiz = await World.QuizAsync();
        await World.AddAsync(QuizRound(quiz, 1));
        await World.AddAsync(QuizRound(quiz, 2));
        await AssertRefusedAsync(QuizRound(quiz, 1));
    }

    [Fact]
    public async Task Round_SecondOnAMessage_IsRefused()
    {
        var quiz = await World.QuizAsync();
        await World.AddAsync(QuizRound(quiz, 1, "message"));
        await World.AddAsync(QuizRound(quiz, 2));
        await World.AddAsync(QuizRound(quiz, 3));
        await World.AddAsync(QuizRound(await World.QuizAsync(), 1, "message"));
        await AssertRefusedAsync(QuizRound(quiz, 4, "message"));
    }

    [Fact]
    public async Task Quiz_SecondRunningInAChannel_IsRefused()
    {
        var channel = await World.ChannelAsync();
        var over = World.NewQuiz(channel.Id);
        over.Finish();
        await World.AddAsync(over);
        await World.QuizAsync(channel);
        await AssertRefusedAsync(World.NewQuiz(channel.Id));
    }

    [Fact]
    public async Task Daily_SecondInAChannel_IsRefused()
    {
        var daily = await World.DailyAsync();
        var second = new Daily(daily.ChannelId);
        second.Set(World.Settings(), "U1", World.Now);
        await AssertRefusedAsync(second);
    }

    [Fact]
    public async Task Answer_SecondOfAMemberAndRound_IsRefused()
    {
        var round = await World.RoundAsync(await World.DailyAsync());
        var member = await World.AddAsync(new Member((await World.WorkspaceAsync()).Id, "U1", "One"));
        await World.AddAsync(new Answer(round.Id, member.Id));
        await AssertRefusedAsync(new Answer(round.Id, member.Id));
    }

    [Fact]
    public async Task Player_SecondOfAMemberAndQuiz_IsRefused()
    {
        var quiz = await World.QuizAsync();
        var member = await World.AddAsync(new Member((await World.WorkspaceAsync()).Id, "U1", "One"));
        await World.AddAsync(new Player(quiz.Id, member.Id));
        await AssertRefusedAsync(new Player(quiz.Id, member.Id));
    }

    [Fact]
    public async Task Names_SecondOfAnExternalId_AreRefused()
    {
        var workspace = await World.WorkspaceAsync();
        await World.AddAsync(new Workspace("slack", workspace.ExternalId));
        await World.AddAsync(new Channel(workspace.Id, "C1"));
        await World.AddAsync(new Member(workspace.Id, "U1", "One"));
        await AssertRefusedAsync(new Workspace(workspace.Platform, workspace.ExternalId));
        await AssertRefusedAsync(new Channel(workspace.Id, "C1"));
        await AssertRefusedAsync(new Member(workspace.Id, "U1", "Other"));
    }

    [Fact]
    public async Task ForeignKey_OfNothing_IsRefusedAndNoUniqueViolation()
    {
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => World.AddAsync(new Channel(4711, "C1")));
        Assert.False(Database.IsUniqueViolation(refused));
    }

    [Fact]
    public async Task Daily_Removed_LeavesItsRounds()
    {
        var daily = await World.DailyAsync();
        await World.RoundAsync(daily);
        await World.RunSqlAsync("delete from dailies");
        Assert.Null((await World.ReadAsync(db => db.Rounds.SingleAsync(Cancellation))).DailyId);
    }

    private static Round QuizRound(Quiz quiz, int number, string? message = null)
    {
        var round = Round.ForQuiz(
            quiz.ChannelId, quiz.Id, number, AQuestion.Choice(), 1, "0123456789abcdef", World.Now, World.Now + Duration.FromSeconds(20));
        if (message is not null)
            round.Open(message, World.Now);
        return round;
    }

    private async Task AssertRefusedAsync<TEntity>(TEntity second)
        where TEntity : class
    {
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => World.AddAsync(second));
        Assert.True(Database.IsUniqueViolation(refused), refused.ToString());
    }
}

public sealed class UniqueIndexOnSqliteTests() : UniqueIndexTests(StorageProvider.Sqlite);

public sealed class UniqueIndexOnPostgreSqlTests() : UniqueIndexTests(StorageProvider.PostgreSql);
