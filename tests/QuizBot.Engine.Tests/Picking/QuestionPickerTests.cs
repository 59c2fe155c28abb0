using CsCheck;
using QuizBot.Engine.Picking;
using QuizBot.Engine.Questions;
using QuizBot.Testing.Builders;

namespace QuizBot.Engine.Tests.Picking;

public sealed class QuestionPickerTests
{
    private static readonly QuestionScope Graded = new(QuestionPool.Graded);

    private static readonly Gen<QuestionScope> AnyScope = Gen.Select(
        Gen.Bool, Gen.OneOf<string?>(null, null, "c0", "c1", "c2"), Gen.Int[0, 5],
        (open, category, difficulty) => new QuestionScope(
            open ? QuestionPool.Open : QuestionPool.Graded, category, difficulty is 0 or > 3 ? null : (Difficulty)difficulty));

    [Fact]
    public void Pick_AnyBankAndTurn_AsksEachOnceATurnAndNoneTwiceInARow() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 7], Gen.Int).Sample((categories, each, seed) =>
        {
            var session = new PickingSession(ABank.Of(categories, each).Questions, seed);
            for (var turn = 0; turn < 4; turn++)
            {
                var asked = session.Questions.Select(_ => session.Pick(Graded)!.Id).ToList();
                Assert.Equal(session.Questions.Select(q => q.Id).Order(), asked.Order());
            }

            if (session.Questions.Count > 1)
                Assert.All(session.Asked.Zip(session.Asked.Skip(1)), pair => Assert.NotEqual(pair.First.Id, pair.Second.Id));
        }, iter: 200);

    [Fact]
    public void Pick_ScopesMixedAndPackEdited_AsksWhatIsNewFirstThenWhatIsLongestAgo() =>
        Gen.Select(AnyScope, Gen.Int[0, 9], Gen.Int[0, 1_000]).Array[1, 60].Select(Gen.Int).Sample((steps, seed) =>
        {
            var session = new PickingSession(ABank.Of(3, 4, openEach: 2).Questions, seed);
            var spare = new Queue<Question>(
                Enumerable.Range(0, 60).Select(i => AQuestion.Choice($"c{i % 4}.spare.{i}", (Difficulty)(1 + i % 3))));
            foreach (var (scope, edit, at) in steps)
            {
                if (edit == 0)
                    session.Questions.Add(spare.Dequeue());
                else if (edit == 1 && session.Questions.Count > 0)
                    session.Questions.RemoveAt(at % session.Questions.Count);
                else
                    Check(session, scope);
            }
        }, iter: 400);

    [Fact]
    public void Pick_Unasked_RotatesTheCategories() =>
        Gen.Select(Gen.Int[0, 6].Array[1, 5], AnyScope.Array[30], Gen.Int).Sample((sizes, scopes, seed) =>
        {
            var questions = sizes.SelectMany((size, c) => Enumerable.Range(0, size).Select(i => AQuestion.Choice($"c{c}.t.{i}")));
            var session = new PickingSession(questions, seed);
            foreach (var scope in scopes)
            {
                var unasked = session.In(scope).Where(q => session.LastAsked(q) < 0).Select(q => q.Category).Distinct().ToList();
                var longest = unasked.Count == 0 ? 0 : unasked.Min(session.LastAsked);
                var before = unasked.ToDictionary(c => c, session.LastAsked);
                if (session.Pick(scope) is { } picked && unasked.Count > 0)
                    Assert.Equal(longest, before[picked.Category]);
            }
        }, iter: 500);

    [Fact]
    public void Pick_EqualCategories_TakeTurnsInEveryTurn()
    {
        var session = new PickingSession(ABank.Of(4, 3).Questions, seed: 7);
        for (var i = 0; i < 4 * 12; i++)
            session.Pick(Graded);
        var categories = session.Asked.Select(q => q.Category).ToList();
        Assert.All(categories.Chunk(4), four => Assert.Equal(4, four.Distinct().Count()));
        Assert.Equal(categories[..4], categories[4..8]);
    }

    [Fact]
    public void Pick_OneCategoryAheadByItsFilter_IsNotTheOnlyOneThatWaits()
    {
        // c1 was asked five turns under its filter; c0, of a single question, once just now.
        var session = new PickingSession([AQuestion.Choice("c0.t.0"), AQuestion.Choice("c1.t.0"), AQuestion.Choice("c1.t.1")], seed: 1);
        for (var i = 0; i < 10; i++)
            session.Pick(Graded with { Category = "c1" });
        var last = session.Pick(Graded with { Category = "c0" });
        Assert.NotEqual(last!.Id, session.Pick(Graded)!.Id);
    }

    [Fact]
    public void Pick_QuestionAddedToAnOldPack_IsAskedNextAndThenOnceATurn()
    {
        var session = new PickingSession(ABank.Of(1, 4).Questions, seed: 3);
        for (var i = 0; i < 4 * 50; i++)
            session.Pick(Graded);
        session.Questions.Add(AQuestion.Choice("c0.new.1"));
        Assert.Equal("c0.new.1", session.Pick(Graded)!.Id);
        for (var i = 0; i < 4; i++)
            Assert.NotEqual("c0.new.1", session.Pick(Graded)!.Id);
    }

    [Fact]
    public void Pick_ScopeWithoutQuestions_IsNullAndLeavesTheHistory()
    {
        var history = new Dictionary<string, AskedQuestions>();
        Assert.Null(QuestionPicker.Pick(QuestionBank.Empty, Graded, history, new Random(1)));
        Assert.Null(QuestionPicker.Pick(ABank.Of(), Graded with { Category = "nowhere" }, history, new Random(1)));
        Assert.Null(QuestionPicker.Pick(ABank.Of(), new QuestionScope(QuestionPool.Open), history, new Random(1)));
        Assert.Empty(history);
    }

    [Fact]
    public void Pick_OneQuestion_IsAskedAgainAndAgain()
    {
        var session = new PickingSession([AQuestion.Choice("c0.t.0")], seed: 1);
        for (var i = 0; i < 5; i++)
            Assert.Equal("c0.t.0", session.Pick(Graded)!.Id);
    }

    [Fact]
    public void Pick_HistoryAtItsHighestLevel_GoesOnByChance()
    {
        var history = new Dictionary<string, AskedQuestions> { ["c0"] = new() };
        history["c0"].Record("c0.topic.0", int.MaxValue, 1);
        history["c0"].Record("c0.topic.1", int.MaxValue, 2);
        for (var i = 0; i < 100; i++)
            Assert.Equal($"c0.topic.{i % 2}", QuestionPicker.Pick(ABank.Of(1, 2), Graded, history, new Random(i))!.Id);
    }

    [Fact]
    public void Pick_WhenChanceKeepsHittingTheLastAsked_IsAnother()
    {
        var history = new Dictionary<string, AskedQuestions> { ["c0"] = new() };
        history["c0"].Record("c0.topic.1", 1, 1);
        history["c0"].Record("c0.topic.0", 1, 2);
        Assert.Equal("c0.topic.1", QuestionPicker.Pick(ABank.Of(1, 2), Graded, history, new AlwaysTheFirst())!.Id);
    }

    [Theory]
    [InlineData(1, 6)]
    [InlineData(6, 1)]
    public void Pick_FirstOfAChannel_IsByChance(int categories, int each)
    {
        var bank = ABank.Of(categories, each);
        var random = new Random(42);
        var counts = Enumerable.Range(0, 6_000)
            .CountBy(_ => QuestionPicker.Pick(bank, Graded, new Dictionary<string, AskedQuestions>(), random)!.Id)
            .ToDictionary();
        Assert.Equal(6, counts.Count);
        // 1,000 each, give or take four standard deviations.
        Assert.All(counts.Values, count => Assert.InRange(count, 880, 1_120));
    }

    [Fact]
    public void Pick_LastTwoOfALargeShelf_AreFoundAndByChance()
    {
        var bank = ABank.Of(1, 500);
        var random = new Random(42);
        var first = 0;
        for (var run = 0; run < 400; run++)
        {
            var history = new Dictionary<string, AskedQuestions> { ["c0"] = new() };
            for (var i = 2; i < 500; i++)
                history["c0"].Record($"c0.topic.{i}", 1, i);
            var picked = QuestionPicker.Pick(bank, Graded, history, random)!.Id;
            Assert.True(picked is "c0.topic.0" or "c0.topic.1", picked);
            first += picked == "c0.topic.0" ? 1 : 0;
        }

        Assert.InRange(first, 160, 240);
    }

    private static void Check(PickingSession session, QuestionScope scope)
    {
        var allowed = session.In(scope);
        var unasked = allowed.Where(q => session.LastAsked(q) < 0).Select(q => q.Id).ToHashSet();
        var previous = session.Asked.LastOrDefault();
        var lastAsked = allowed.ToDictionary(q => q.Id, session.LastAsked);

        var picked = session.Pick(scope);
        if (allowed.Count == 0)
        {
            Assert.Null(picked);
            return;
        }

        Assert.NotNull(picked);
        Assert.Contains(picked, allowed);
        if (unasked.Count > 0)
            Assert.Contains(picked.Id, unasked);
        else if (allowed.Count > 1)
            Assert.NotEqual(previous?.Id, picked.Id);

        // Whatever was asked since it was asked the time before last was not passed over.
        var times = session.Asked.Index().Where(a => a.Item.Id == picked.Id).Select(a => a.Index).ToList();
        if (times.Count > 2)
            Assert.All(lastAsked.Where(l => l.Key != picked.Id), l => Assert.True(l.Value > times[^3]));
    }

    private sealed class AlwaysTheFirst : Random
    {
        public override int Next() => 0;

        public override int Next(int maxValue) => 0;
    }
}
