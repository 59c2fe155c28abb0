using CsCheck;
using QuizBot.Engine.Answers;

namespace QuizBot.Engine.Tests.Answers;

public sealed class AnswerMarksReconcileTests
{
    private const long Read = 100;

    private static readonly Gen<Mark> AnyReaction = Gen.Select(
        Gen.Int[0, 4], Gen.Bool, Gen.Long[1, 200].Where(order => order != Read), (choice, added, order) => new Mark(MarkSource.Reaction, choice, added, order));

    private static readonly Gen<HashSet<int>> AnySnapshot = Gen.Int[0, 4].Array[0, 5].Select(choices => choices.ToHashSet());

    [Fact]
    public void Reconcile_AnySnapshot_LeavesWhatStandsThereAndWhatIsLater() =>
        Gen.Select(AnyReaction.Array[0, 12], AnySnapshot).Sample((history, standing) =>
        {
            var marks = With(history);
            marks.Reconcile(standing, Read);

            var later = history.Where(m => m.Order > Read).GroupBy(m => m.Choice)
                .ToDictionary(g => g.Key, g => g.OrderBy(m => (m.Order, !m.Added)).Last().Added);
            var expected = Enumerable.Range(0, 5).Where(c => later.TryGetValue(c, out var added) ? added : standing.Contains(c));
            Assert.Equal(expected, Standing(marks));
        });

    [Fact]
    public void Reconcile_Again_ChangesNothing() =>
        Gen.Select(AnyReaction.Array[0, 12], AnySnapshot).Sample((history, standing) =>
        {
            var marks = With(history);
            marks.Reconcile(standing, Read);
            var once = marks.ToString();
            Assert.False(marks.Reconcile(standing, Read));
            Assert.Equal(once, marks.ToString());
        });

    [Fact]
    public void Reconcile_SnapshotOfWhatIsKnown_ChangesNothing() =>
        Gen.Select(AnyReaction.Array[0, 12], Gen.Int[0, 4]).Sample((history, button) =>
        {
            var marks = With([.. history, new Mark(MarkSource.Button, button, true, 50)]);
            var before = marks.ToString();
            Assert.False(marks.Reconcile(Standing(marks).ToHashSet(), 1_000));
            Assert.Equal(before, marks.ToString());
        });

    [Fact]
    public void Reconcile_UnknownReaction_CountsFromTheReading()
    {
        var marks = With([new Mark(MarkSource.Reaction, 0, true, 10)]);
        Assert.True(marks.Reconcile(new HashSet<int> { 0, 2 }, Read));
        Assert.Equal((2, Read), (marks.Choice, marks.Order));
    }

    [Fact]
    public void Reconcile_LostRemovalThenItsLateDelivery_StaysRemoved()
    {
        var marks = With([new Mark(MarkSource.Reaction, 0, true, 10)]);
        Assert.True(marks.Reconcile(new HashSet<int>(), Read));
        Assert.Null(marks.Choice);
        Assert.False(marks.Apply(new Mark(MarkSource.Reaction, 0, false, 60)));
        Assert.False(marks.Apply(new Mark(MarkSource.Reaction, 0, true, 10)));
        Assert.Null(marks.Choice);
    }

    [Fact]
    public void Reconcile_ButtonPressed_IsNoReactionToRemove()
    {
        var marks = With([new Mark(MarkSource.Button, 1, true, 10)]);
        Assert.False(marks.Reconcile(new HashSet<int>(), Read));
        Assert.Equal(1, marks.Choice);
    }

    private static AnswerMarks With(IEnumerable<Mark> history)
    {
        var marks = new AnswerMarks();
        foreach (var mark in history)
            marks.Apply(mark);
        return marks;
    }

    private static IEnumerable<int> Standing(AnswerMarks marks) =>
        marks.ToString().Split(' ').Where(w => w is ['r', ..] && w.Contains('+')).Select(w => int.Parse(w[1..w.IndexOf('+')]));
}
