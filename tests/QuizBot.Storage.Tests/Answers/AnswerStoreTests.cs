using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Workspaces;
using QuizBot.Storage.Answers;
using QuizBot.Testing.Builders;

namespace QuizBot.Storage.Tests.Answers;

public abstract class AnswerStoreTests(StorageProvider provider) : AnswersTest(provider)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(499)]
    [InlineData(2_000)]
    public async Task Write_Group_IsAllStored(int members)
    {
        var outcomes = await WriteAsync([.. Enumerable.Range(0, members).Select(m => By.Press(Round, m, m % 4))]);

        Assert.All(outcomes, o => Assert.Equal(AnswerStatus.Recorded, o.Status));
        Assert.Equal(members, outcomes.Select(o => o.MemberId).Distinct().Count());
        Assert.Equal(members, (await StoredAsync()).Count);
        Assert.Equal(await CountedAsync(), await TalliesAsync());
    }

    [Fact]
    public async Task Write_NothingAtAll_GivesNothing() => Assert.Empty(await WriteAsync());

    [Fact]
    public async Task Write_OneMemberManyTimesInAGroup_IsOneAnswerByTheLatest()
    {
        var outcomes = await WriteAsync(
            By.Press(Round, 1, 0, order: 10), By.Press(Round, 1, 2, order: 30), By.Press(Round, 1, 1, order: 20), By.Press(Round, 1, 2, order: 30));

        Assert.Equal(
            [AnswerStatus.Recorded, AnswerStatus.Recorded, AnswerStatus.Unchanged, AnswerStatus.Unchanged], outcomes.Select(o => o.Status));
        Assert.Equal(2, Assert.Single(await StoredAsync()).Choice);
        Assert.Equal([$"{Round.Id}: 2=1"], await TalliesAsync());
    }

    [Fact]
    public async Task Write_RepeatsAndLateMarks_ChangeNothing()
    {
        await WriteAsync(By.Press(Round, 1, 3, order: 100));

        Assert.Equal(AnswerStatus.Unchanged, (await WriteOneAsync(By.Press(Round, 1, 3, order: 100))).Status);
        Assert.Equal(AnswerStatus.Unchanged, (await WriteOneAsync(By.Press(Round, 1, 0, order: 99))).Status);

        Assert.Equal(3, Assert.Single(await StoredAsync()).Choice);
        Assert.Equal([$"{Round.Id}: 3=1"], await TalliesAsync());
    }

    [Fact]
    public async Task Write_ChangedAndWithdrawn_MovesTheTally()
    {
        await WriteAsync(By.React(Round, 1, 0, true, 1), By.React(Round, 2, 0, true, 1));
        await WriteAsync(By.React(Round, 1, 1, true, 2));
        Assert.Equal([$"{Round.Id}: 0=1", $"{Round.Id}: 1=1"], await TalliesAsync());

        await WriteAsync(By.React(Round, 1, 1, false, 3), By.React(Round, 2, 0, false, 3));
        Assert.Equal([$"{Round.Id}: 0=1"], await TalliesAsync());
        Assert.Equal(0, (await StoredAsync())[0].Choice);
        Assert.False((await StoredAsync())[1].Stands);
    }

    [Fact]
    public async Task Write_SeveralRoundsAndWorkspaces_GoToTheirOwn()
    {
        var other = await World.WorkspaceAsync();
        var theirs = await World.RoundAsync(await World.DailyAsync(await World.ChannelAsync(other)));
        var second = await World.RoundAsync(Daily, 2);

        var outcomes = await WriteAsync(By.Press(Round, 1, 0), new Changes(other.Id).Press(theirs, 1, 1), By.Press(second, 1, 2));

        Assert.Equal(outcomes[0].MemberId, outcomes[2].MemberId);
        Assert.NotEqual(outcomes[0].MemberId, outcomes[1].MemberId);
        Assert.Equal([$"{Round.Id}: 0=1", $"{theirs.Id}: 1=1", $"{second.Id}: 2=1"], await TalliesAsync());
    }

    [Fact]
    public async Task Write_Hearsay_NamesNobodyAnewAndBringsNobodyBack()
    {
        await WriteAsync(By.Press(Round, 1, 0, name: "Anna"));
        await World.RunSqlAsync("update members set has_left = (1 = 1)");
        var heard = By.Press(Round, 1, 1, order: 2, name: "member 1") with { IsHearsay = true };
        var first = By.Press(Round, 2, 1, name: "member 2") with { IsHearsay = true };

        Assert.All(await WriteAsync(heard, first, By.Press(Round, 3, 1, name: "Chen"), By.Press(Round, 3, 2, 2, "member 3") with { IsHearsay = true }), o => Assert.Equal(AnswerStatus.Recorded, o.Status));

        var members = await World.ReadAsync(db => db.Members.Where(m => m.WorkspaceId == Workspace.Id).OrderBy(m => m.ExternalId).ToListAsync(Cancellation));
        Assert.Equal([("Anna", true), ("member 2", false), ("Chen", false)], members.Select(m => (m.Name, m.Left)));
    }

    [Fact]
    public async Task Write_RoundsThatTakeNone_AreNotOpenAndTheOthersRecorded()
    {
        var posting = await World.AddAsync(World.NewRound(Daily, 2));
        var failed = await World.AddAsync(World.NewRound(Daily, 3));
        await World.ChangeAsync(failed.Id, r => r.Fail());
        var closing = await World.CloseAsync(await World.RoundAsync(Daily, 4));
        var closed = await World.CloseAsync(await World.RoundAsync(Daily, 5));
        await World.ChangeAsync(closed.Id, r => r.EndClosing(null));
        var unknown = new AnswerChange(987_654, Workspace.Id, "U9", "Nine", _ => true);

        var outcomes = await WriteAsync(
            By.Press(posting, 9, 0), By.Press(failed, 9, 0), By.Press(closing, 9, 0), By.Press(closed, 9, 0), unknown, By.Press(Round, 1, 0));

        Assert.All(outcomes[..5], o => Assert.Equal(new AnswerOutcome(AnswerStatus.NotOpen, null, 0), o));
        Assert.Equal(AnswerStatus.Recorded, outcomes[5].Status);
        Assert.Equal("U1", (await World.ReadAsync(db => db.Members.SingleAsync(Cancellation))).ExternalId);
    }

    [Fact]
    public async Task Write_AfterClose_CountsAfterTheCloseAlone()
    {
        var open = await World.RoundAsync(Daily, 2, AQuestion.Open());
        Assert.Equal(AnswerStatus.NotOpen, (await WriteOneAsync(By.MarkSelf(open, 1))).Status);

        await World.CloseAsync(open);
        Assert.Equal(AnswerStatus.Recorded, (await WriteOneAsync(By.MarkSelf(open, 1))).Status);
        await World.ChangeAsync(open.Id, r => r.EndClosing(null));
        Assert.Equal(AnswerStatus.Recorded, (await WriteOneAsync(By.MarkSelf(open, 1, SelfMark.Partly, 2))).Status);
        Assert.Equal(AnswerStatus.Recorded, (await WriteOneAsync(By.MarkSelf(open, 2))).Status);

        Assert.Equal([SelfMark.Partly, SelfMark.Nailed], (await StoredAsync()).Select(a => a.SelfMark));
        Assert.Equal([$"{open.Id}: -1=2"], await TalliesAsync());
    }

    [Theory]
    [InlineData("naïve 日本語 👍 \"quoted\" \\ back\nline")]
    [InlineData("")]
    public async Task Write_Typed_IsReadAsItWasTyped(string text)
    {
        await WriteAsync(By.Type(Round, 1, text));
        Assert.Equal(text, Assert.Single(await StoredAsync()).Text);
        Assert.Equal([$"{Round.Id}: -1=1"], await TalliesAsync());
    }

    [Fact]
    public async Task Write_TextThatNoProviderKeeps_IsReplacedAndTheGroupStored()
    {
        await WriteAsync(
            By.Type(Round, 1, "nul\0 half\uD83D"),
            new AnswerChange(Round.Id, Workspace.Id, "U\0", "Nul\0 half\uDE00", a => a.Type(new string('\u4E00', QuestionLimits.Typed), 1)));

        Assert.Equal("nul\uFFFD half\uFFFD", (await StoredAsync())[0].Text);
        Assert.Equal(QuestionLimits.Typed, (await StoredAsync())[1].Text!.Length);
        var member = await World.ReadAsync(db => db.Members.OrderBy(m => m.Id).LastAsync(Cancellation));
        Assert.Equal(("U\uFFFD", "Nul\uFFFD half\uFFFD"), (member.ExternalId, member.Name));
    }

    [Fact]
    public void Change_NameOrIdTooLong_IsRefusedBeforeItJoinsAGroup()
    {
        Assert.Throws<ArgumentException>(() => By.Press(Round, 1, 0, name: new string('n', 101)));
        Assert.Throws<ArgumentException>(() => new AnswerChange(1, 1, new string('n', 101), "Name", _ => true));
    }

    [Fact]
    public async Task Write_Renamed_KeepsTheMemberAndTheLatestName()
    {
        var first = await WriteOneAsync(By.Press(Round, 1, 0, 1, "Before"));
        var second = await WriteAsync(By.Press(Round, 1, 1, 2, "Between"), By.Press(Round, 1, 1, 3, "After"));

        Assert.All(second, o => Assert.Equal(first.MemberId, o.MemberId));
        Assert.Equal("After", (await World.ReadAsync(db => db.Members.SingleAsync(Cancellation))).Name);
    }

    [Fact]
    public async Task Write_MemberWhoLeft_IsBackWithTheirNextAnswer()
    {
        await WriteAsync(By.Press(Round, 1, 0));
        await using (var transaction = await Database.WriteAsync(Cancellation))
        {
            (await transaction.Db.Members.SingleAsync(Cancellation)).Leave();
            await transaction.CommitAsync(Cancellation);
        }

        await WriteAsync(By.Press(Round, 1, 1, 2));

        Assert.False((await World.ReadAsync(db => db.Members.SingleAsync(Cancellation))).Left);
    }

    [Fact]
    public async Task Write_MemberErasedMeanwhile_IsANewOne()
    {
        await WriteAsync(By.Press(Round, 1, 0));
        await World.RunSqlAsync("delete from members");

        Assert.Equal(AnswerStatus.Recorded, (await WriteOneAsync(By.Press(Round, 1, 1))).Status);
        Assert.Equal(1, await World.ReadAsync(db => db.Members.CountAsync(m => m.ExternalId == "U1", Cancellation)));
    }

    [Fact]
    public async Task Write_OneThatThrows_LeavesNothingOfTheGroup()
    {
        var failing = By.Of(Round, 3, _ => throw new InvalidTimeZoneException());
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => WriteAsync(By.Press(Round, 1, 0), failing, By.Press(Round, 2, 0)));
        await AssertNothingAndThenAllAsync();
    }

    [Fact]
    public async Task Write_Cancelled_LeavesNothingOfTheGroup()
    {
        using var giveUp = new CancellationTokenSource();
        var cancelling = By.Of(Round, 1, a =>
        {
            giveUp.Cancel();
            return a.Type("given up", 1);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.WriteAsync([cancelling, By.Press(Round, 2, 0)], giveUp.Token));
        await AssertNothingAndThenAllAsync();
    }

    [Fact]
    public async Task Write_RefusedByTheDatabase_LeavesNothingOfTheGroup()
    {
        var stranger = new AnswerChange(Round.Id, 987_654, "U3", "Three", a => a.Type("text", 1));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => WriteAsync(By.Press(Round, 1, 0), stranger, By.Press(Round, 2, 0)));
        await AssertNothingAndThenAllAsync();
    }

    private async Task AssertNothingAndThenAllAsync()
    {
        Assert.Empty(await StoredAsync());
        Assert.Empty(await TalliesAsync());
        Assert.Empty(await World.ReadAsync(db => db.Members.ToListAsync(Cancellation)));

        await WriteAsync(By.Press(Round, 1, 0), By.Press(Round, 2, 1));

        Assert.Equal(2, (await StoredAsync()).Count);
        Assert.Equal(await CountedAsync(), await TalliesAsync());
    }
}

public sealed class AnswerStoreOnSqliteTests() : AnswerStoreTests(StorageProvider.Sqlite);

public sealed class AnswerStoreOnPostgreSqlTests() : AnswerStoreTests(StorageProvider.PostgreSql)
{
    [Fact]
    public async Task Write_WhileTheRoundIsBeingClosed_WaitsAndIsNotOpen()
    {
        await using var closing = await Database.WriteAsync(Cancellation);
        var taken = (await closing.TakeRoundAsync(Round.Id, Cancellation))!;
        taken.BeginClosing(World.Now);
        await closing.Db.SaveChangesAsync(Cancellation);

        var written = WriteOneAsync(By.Press(Round, 1, 0));
        await WaitsOrEndsAsync(written);
        await closing.CommitAsync(Cancellation);

        Assert.Equal(AnswerStatus.NotOpen, (await written).Status);
    }

    [Fact]
    public async Task Write_WhileAnotherHostWritesTheSameAnswer_KeepsBothMarks()
    {
        await using var otherHost = Test.NewServices();
        var other = otherHost.GetRequiredService<AnswerStore>();
        // A new member would make the second wait anyhow.
        await WriteAsync(By.Press(await World.RoundAsync(Daily, 2), 1, 0));
        Task<AnswerOutcome[]>? second = null;
        // Between what the first has read and what it writes.
        var first = By.Of(Round, 1, answer =>
        {
            second = Task.Run(() => other.WriteAsync([By.React(Round, 1, 1, true, 2)], Cancellation), Cancellation);
            WaitsOrEndsAsync(second).GetAwaiter().GetResult();
            return answer.Apply(new Mark(MarkSource.Reaction, 0, true, 1));
        });

        await WriteAsync(first);
        await second!;

        Assert.Equal("r0+1 r1+2", (await StoredAsync())[0].Marks);
        Assert.Equal(await CountedAsync(), await TalliesAsync());
    }

    private async Task WaitsOrEndsAsync(Task writing)
    {
        const string waits = "select count(*) as \"Value\" from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        await using var db = await Database.ReadAsync(Cancellation);
        while (!writing.IsCompleted && await db.Database.SqlQueryRaw<long>(waits).SingleAsync(Cancellation) == 0)
            await Task.Yield();
    }
}
