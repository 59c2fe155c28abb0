using CsCheck;
using QuizBot.Engine.Answers;

namespace QuizBot.Engine.Tests.Answers;

public sealed class AnswerMarksTests
{
    private static readonly Gen<Mark> AnyMark = Gen.Select(
        Gen.Bool, Gen.Int[0, 3], Gen.Bool, Gen.Long[1, 30],
        (button, choice, added, order) => new Mark(button ? MarkSource.Button : MarkSource.Reaction, choice, button || added, order));

    // Each mark has an instant of its own, as one member's marks do.
    private static readonly Gen<Mark[]> History = AnyMark.Array[0, 12].Select(marks => marks.DistinctBy(m => m.Order).ToArray());

    [Fact]
    public void Choice_AnyDeliveryOfAHistory_IsTheLatestThatStands() =>
        Gen.Select(History, Gen.Int).Sample((history, seed) =>
        {
            var marks = Deliver(history, new Random(seed));
            var expected = Replay(history);
            Assert.Equal(expected?.Choice, marks.Choice);
            Assert.Equal(expected?.Order, marks.Order);
        });

    [Fact]
    public void ToString_AnyTwoDeliveries_AreTheSameEvenAtOneInstant() =>
        Gen.Select(AnyMark.Array[0, 12], Gen.Int, Gen.Int).Sample((marks, one, other) =>
            Assert.Equal(Deliver(marks, new Random(one)).ToString(), Deliver(marks, new Random(other)).ToString()));

    [Fact]
    public void Apply_KnownMark_ChangesNothing() =>
        AnyMark.Array[1, 12].Sample(history =>
        {
            var marks = Deliver(history, new Random(1));
            var before = marks.ToString();
            Assert.All(history, mark => Assert.False(marks.Apply(mark)));
            Assert.Equal(before, marks.ToString());
        });

    [Fact]
    public void Parse_WhatToStringWrote_IsTheSame() =>
        Gen.Select(AnyMark, Gen.Long, (mark, order) => mark with { Order = order }).Array[0, 12].Sample(history =>
        {
            var marks = Deliver(history, new Random(1));
            var again = AnswerMarks.Parse(marks.ToString());
            Assert.Equal(marks.ToString(), again.ToString());
            Assert.Equal((marks.Choice, marks.Order), (again.Choice, again.Order));
        });

    [Fact]
    public void ToString_ReactionAndButton_IsTheStoredForm()
    {
        var marks = new AnswerMarks();
        marks.Apply(new Mark(MarkSource.Reaction, 2, true, 1700000000000000));
        marks.Apply(new Mark(MarkSource.Reaction, 1, false, 5));
        marks.Apply(new Mark(MarkSource.Button, 0, true, 1700000000000001));
        Assert.Equal("b0+1700000000000001 r1-5 r2+1700000000000000", marks.ToString());
    }

    [Theory]
    [InlineData("r")]
    [InlineData("r+5")]
    [InlineData("rx+5")]
    [InlineData("r-1+5")]
    [InlineData("x1+5")]
    [InlineData("r1+")]
    [InlineData("r1 5")]
    [InlineData("r1+5,r2+6")]
    [InlineData("r1+99999999999999999999")]
    [InlineData("r99999999999+5")]
    public void Parse_TextOfSomeoneElse_Throws(string text) => Assert.Throws<FormatException>(() => AnswerMarks.Parse(text));

    [Fact]
    public void Apply_NegativeChoice_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AnswerMarks().Apply(new Mark(MarkSource.Reaction, -1, true, 1)));

    [Fact]
    public void Choice_LaterReactionTakenAway_IsTheEarlierAgain()
    {
        var marks = new AnswerMarks();
        marks.Apply(new Mark(MarkSource.Reaction, 0, true, 1));
        marks.Apply(new Mark(MarkSource.Reaction, 1, true, 2));
        marks.Apply(new Mark(MarkSource.Reaction, 1, false, 3));
        Assert.Equal((0, 1L), (marks.Choice, marks.Order));
    }

    [Fact]
    public void Choice_ButtonThenEarlierReactionArrives_IsTheButton()
    {
        var marks = new AnswerMarks();
        marks.Apply(new Mark(MarkSource.Button, 3, true, 10));
        marks.Apply(new Mark(MarkSource.Reaction, 1, true, 9));
        Assert.Equal(3, marks.Choice);
        marks.Apply(new Mark(MarkSource.Reaction, 1, false, 11));
        Assert.Equal(3, marks.Choice);
        marks.Apply(new Mark(MarkSource.Reaction, 2, true, 12));
        Assert.Equal(2, marks.Choice);
    }

    private static AnswerMarks Deliver(IReadOnlyList<Mark> history, Random random)
    {
        // Each once at least, some more often, in any order.
        var deliveries = history.Concat(history.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(deliveries);
        var marks = new AnswerMarks();
        foreach (var mark in deliveries)
            marks.Apply(mark);
        return marks;
    }

    // What a member would say they did: a reaction stands until taken away, a button until another is pressed.
    private static Mark? Replay(IEnumerable<Mark> history)
    {
        var standing = new List<Mark>();
        foreach (var mark in history.OrderBy(m => m.Order))
        {
            standing.RemoveAll(m => m.Source == mark.Source && (mark.Source == MarkSource.Button || m.Choice == mark.Choice));
            if (mark.Added)
                standing.Add(mark);
        }

        return standing.Count == 0 ? null : standing.MaxBy(m => m.Order);
    }
}
