using CsCheck;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Rounds;
using QuizBot.Storage.Answers;

namespace QuizBot.Storage.Tests.Answers;

/// <summary>Whatever members do in whatever groups, the store ends as the engine does, and its tallies as a recount.</summary>
public abstract class AnswerStoreSequenceTests(StorageProvider provider) : AnswersTest(provider)
{
    private const int Members = 4;
    private const int Rounds = 3;

    private static readonly Gen<Deed> OneDeed = Gen.Select(
        Gen.Int[0, Rounds - 1], Gen.Int[0, Members - 1], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Bool, Gen.Long[1, 12],
        (round, member, kind, choice, added, order) => new Deed(round, member, kind, choice, added, order));

    private static readonly Gen<Deed[][]> Groups = OneDeed.Array[1, 12].Array[1, 6];

    [Fact]
    public Task Write_AnySequenceInAnyGroups_EndsAsTheEngineDoes() => Groups.SampleAsync(
        async groups =>
        {
            var (rounds, by) = await StageAsync();
            var model = new Dictionary<(long, string), Answer>();
            foreach (var group in groups)
            {
                var outcomes = await Store.WriteAsync([.. group.Select(d => d.By(by, rounds))], Cancellation);
                var expected = group.Select(d => Applied(model, d.By(by, rounds)) ? AnswerStatus.Recorded : AnswerStatus.Unchanged);
                Assert.Equal(expected, outcomes.Select(o => o.Status));
            }

            await AssertAsModelAsync(rounds, model);
        },
        iter: 40, threads: 1);

    [Fact]
    public Task Write_ByEightAtOnce_EndsAsOneAfterTheOther() => Groups.Array[8].SampleAsync(
        async tasks =>
        {
            var (rounds, by) = await StageAsync();
            await using var otherHost = Test.NewServices();
            var stores = new[] { Store, (AnswerStore)otherHost.GetService(typeof(AnswerStore))! };
            if (Provider == StorageProvider.Sqlite)
                stores[1] = Store;
            await Task.WhenAll(tasks.Select((groups, i) => Task.Run(async () =>
            {
                foreach (var group in groups)
                    await stores[i % 2].WriteAsync([.. group.Select(d => d.By(by, rounds))], Cancellation);
            }, Cancellation)));

            // Marks commute, so any order will do for the model.
            var model = new Dictionary<(long, string), Answer>();
            foreach (var deed in tasks.SelectMany(groups => groups).SelectMany(group => group))
                Applied(model, deed.By(by, rounds));
            await AssertAsModelAsync(rounds, model);
        },
        iter: 8, threads: 1);

    private async Task<(List<Round> Rounds, Changes By)> StageAsync()
    {
        var workspace = await World.WorkspaceAsync();
        var daily = await World.DailyAsync(await World.ChannelAsync(workspace));
        var rounds = new List<Round>();
        for (var i = 1; i <= Rounds; i++)
            rounds.Add(await World.RoundAsync(daily, i));
        return (rounds, new Changes(workspace.Id));
    }

    private static bool Applied(Dictionary<(long, string), Answer> model, AnswerChange change)
    {
        var key = (change.RoundId, change.MemberExternalId);
        if (!model.TryGetValue(key, out var answer))
            model[key] = answer = new Answer(change.RoundId, 0);
        return change.Apply(answer);
    }

    private async Task AssertAsModelAsync(List<Round> rounds, Dictionary<(long, string), Answer> model)
    {
        var names = await World.ReadAsync(db => Task.FromResult(db.Members.ToDictionary(m => m.Id, m => m.ExternalId)));
        var stored = (await StoredAsync()).Where(a => rounds.Exists(r => r.Id == a.RoundId));
        Assert.Equal(
            model.OrderBy(m => m.Key).Select(m => $"{m.Key}: {Text(m.Value)}"),
            stored.OrderBy(a => (a.RoundId, names[a.MemberId])).Select(a => $"{(a.RoundId, names[a.MemberId])}: {Text(a)}"));
        Assert.Equal(await CountedAsync(), await TalliesAsync());
    }

    // Once withdrawn, when it was given depends on the order of arrival, and matters to nobody.
    private static string Text(Answer answer) => answer.Stands ? $"{answer.Marks}, {answer.Choice}, {answer.Order}" : answer.Marks;

    private sealed record Deed(int Round, int Member, int Kind, int Choice, bool Added, long Order)
    {
        public AnswerChange By(Changes by, List<Round> rounds) => Kind == 0
            ? by.Press(rounds[Round], Member, Choice, Order)
            : by.React(rounds[Round], Member, Choice, Added, Order);
    }
}

public sealed class AnswerStoreSequenceOnSqliteTests() : AnswerStoreSequenceTests(StorageProvider.Sqlite);

public sealed class AnswerStoreSequenceOnPostgreSqlTests() : AnswerStoreSequenceTests(StorageProvider.PostgreSql);
