using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Quizzes;
using QuizBot.Engine.Scoring;
using QuizBot.Engine.Workspaces;
using QuizBot.Testing.Builders;

namespace QuizBot.Storage.Tests.Model;

public abstract class RoundTripTests(StorageProvider provider) : DatabaseTest(provider)
{
    public static TheoryData<Question> Questions =>
    [
        AQuestion.Choice(),
        AQuestion.Choice() with { Code = "x = 'a\"b'\n\ty\r\n", Ask = "Ünïcödé, 日本語, 👩‍👩‍👧‍👦 and \0?", Author = "Zoë", Licence = "MIT" },
        AQuestion.TrueFalse(answer: false),
        AQuestion.Typed(accept: ["select_related", "selectrelated"], wrong: ["prefetch_related"]),
        AQuestion.Open() with { Source = new QuestionSource("Django", "https://docs.djangoproject.com/?a=b&c=<d>") },
    ];

    [Fact]
    public async Task Workspace_Stored_IsRead()
    {
        var stored = await World.WorkspaceAsync("Europe/Berlin");
        AssertSame(stored, await World.ReadAsync(db => db.Workspaces.SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Member_Stored_IsRead()
    {
        var member = new Member((await World.WorkspaceAsync()).Id, "U123", "Zoë 👩‍👩‍👧‍👦 日本語");
        member.Leave();
        await World.AddAsync(member);
        AssertSame(member, await World.ReadAsync(db => db.Members.SingleAsync(Cancellation)));
    }

    // Attributes cannot hold halves of a pair.
    public static TheoryData<string, string> Names => new()
    {
        { "a\0b", "a\uFFFDb" },
        { "a\uD83Db", "a\uFFFDb" },
        { "\uDE00", "\uFFFD" },
        { "a\uD83D\uDE00b", "a\uD83D\uDE00b" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Name_CharactersThatNoProviderKeeps_AreReplaced(string name, string kept)
    {
        await World.AddAsync(new Member((await World.WorkspaceAsync()).Id, "U123", name));
        Assert.Equal(kept, (await World.ReadAsync(db => db.Members.SingleAsync(Cancellation))).Name);
    }

    [Fact]
    public async Task Name_ChangedToCharactersThatNoProviderKeeps_AreReplaced()
    {
        await World.AddAsync(new Member((await World.WorkspaceAsync()).Id, "U123", "before"));
        await using (var transaction = await Database.WriteAsync(Cancellation))
        {
            (await transaction.Db.Members.SingleAsync(Cancellation)).Rename("after\0");
            await transaction.CommitAsync(Cancellation);
        }

        Assert.Equal("after\uFFFD", (await World.ReadAsync(db => db.Members.SingleAsync(Cancellation))).Name);
    }

    [Fact]
    public async Task AskedCategory_Stored_IsRead()
    {
        var asked = new AskedCategory((await World.ChannelAsync()).Id, "models");
        asked.Keep([0, 1, 127, 128, 255]);
        await World.AddAsync(asked);
        AssertSame(asked, await World.ReadAsync(db => db.AskedCategories.SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Daily_Stored_IsRead()
    {
        var daily = new Daily((await World.ChannelAsync()).Id);
        daily.Set(World.Settings(new LocalTime(23, 59)), "U1", World.Now);
        daily.TakeNow(World.Now);
        daily.CountPost();
        daily.Miss(new LocalDate(2026, 2, 28));
        daily.Pause("The channel is gone: \"#général\".");
        await World.AddAsync(daily);
        AssertSame(daily, await World.ReadAsync(db => db.Dailies.SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Quiz_Stored_IsRead()
    {
        var quiz = await World.QuizAsync();
        AssertSame(quiz, await World.ReadAsync(db => db.Quizzes.SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Player_Stored_IsRead()
    {
        var member = await World.AddAsync(new Member((await World.WorkspaceAsync()).Id, "U1", "One"));
        var player = await World.AddAsync(new Player((await World.QuizAsync()).Id, member.Id));
        AssertSame(player, await World.ReadAsync(db => db.Players.SingleAsync(Cancellation)));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Round_WithQuestion_IsReadAsItWasPosted(Question question)
    {
        var round = World.NewRound(await World.DailyAsync(), 3, question);
        round.Open("message", World.Now + Duration.FromTicks(10));
        round.Furnish("thread");
        round.TryAgainAt(World.Now);
        round.BeginClosing(World.Now + Duration.FromMinutes(1));
        await World.AddAsync(round);

        var read = await World.ReadAsync(db => db.Rounds.SingleAsync(Cancellation));

        AssertSame(round, read);
        Assert.Equal(round.Choices, read.Choices);
    }

    [Fact]
    public async Task Round_QuestionWithHalfAPair_IsReadWithAReplacement()
    {
        await World.AddAsync(World.NewRound(await World.DailyAsync(), 1, AQuestion.Choice() with { Ask = "a\uD83Db" }));
        Assert.Equal("a\uFFFDb", (await World.ReadAsync(db => db.Rounds.SingleAsync(Cancellation))).Question.Ask);
    }

    [Fact]
    public async Task Instant_FinerThanAMicrosecond_LosesWhatIsFiner()
    {
        var round = World.NewRound(await World.DailyAsync());
        round.Open("message", World.Now + Duration.FromNanoseconds(1_999));
        await World.AddAsync(round);
        Assert.Equal(World.Now + Duration.FromNanoseconds(1_000), (await World.ReadAsync(db => db.Rounds.SingleAsync(Cancellation))).Opened);
    }

    [Fact]
    public async Task Instants_Compared_AreInOrderInTheDatabaseToo()
    {
        var daily = await World.DailyAsync();
        var due = daily.NextDue!.Value;
        Assert.Equal(0, await World.ReadAsync(db => db.Dailies.CountAsync(d => d.NextDue < due, Cancellation)));
        Assert.Equal(1, await World.ReadAsync(db => db.Dailies.CountAsync(d => d.NextDue <= due, Cancellation)));
    }

    [Fact]
    public async Task Answer_Stored_IsRead()
    {
        var round = await World.RoundAsync(await World.DailyAsync());
        var member = await World.AddAsync(new Member((await World.WorkspaceAsync()).Id, "U1", "One"));
        var answer = new Answer(round.Id, member.Id);
        answer.Apply(new Mark(MarkSource.Button, 2, true, 1_795_000_000_123_456));
        answer.Type("naïve \"quote\" \\ 👍", 1_795_000_000_123_457);
        answer.MarkSelf(SelfMark.Partly, 1_795_000_000_123_458);
        answer.Settle(true, 30);
        await World.AddAsync(answer);
        AssertSame(answer, await World.ReadAsync(db => db.Answers.SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Streak_Stored_IsRead()
    {
        var daily = await World.DailyAsync();
        var member = await World.AddAsync(new Member((await World.WorkspaceAsync()).Id, "U1", "One"));
        var streak = new Streak(daily.Id, member.Id);
        streak.Recount([1, 2, 3, 7]);
        await World.AddAsync(streak);
        AssertSame(streak, await World.ReadAsync(db => db.Streaks.SingleAsync(Cancellation)));
    }

    // By every public property, so that a new one is not forgotten.
    private static void AssertSame<T>(T expected, T actual) => Assert.Equal(Text(expected), Text(actual));

    private static string Text<T>(T entity) => string.Join('\n', typeof(T).GetProperties()
        .Where(p => p.CanWrite)
        .Select(p => $"{p.Name}: {Value(p.GetValue(entity))}"));

    private static string Value(object? value) => value switch
    {
        Question question => JsonSerializer.Serialize(question),
        byte[] bytes => Convert.ToHexString(bytes),
        Instant instant => instant.ToUnixTimeTicks().ToString(System.Globalization.CultureInfo.InvariantCulture),
        null => "null",
        _ => value.ToString()!,
    };
}

public sealed class RoundTripOnSqliteTests() : RoundTripTests(StorageProvider.Sqlite);

public sealed class RoundTripOnPostgreSqlTests() : RoundTripTests(StorageProvider.PostgreSql);
