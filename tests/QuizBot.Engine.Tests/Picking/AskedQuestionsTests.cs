using CsCheck;
using QuizBot.Engine.Picking;

namespace QuizBot.Engine.Tests.Picking;

public sealed class AskedQuestionsTests
{
    [Fact]
    public void FromBytes_WhatToBytesWrote_IsTheSame() =>
        Gen.Select(Gen.String[0, 120], Gen.Int[1, 70_000]).Array[0, 20].Sample(records =>
        {
            var asked = new AskedQuestions();
            foreach (var ((id, level), at) in records.Select((r, at) => (r, at)))
                asked.Record(id, level, at + 1);

            var again = AskedQuestions.FromBytes(asked.ToBytes());
            Assert.Equal((asked.Count, asked.LastAsked), (again.Count, again.LastAsked));
            Assert.Equal(asked.ToBytes(), again.ToBytes());
            Assert.All(records, r => Assert.Equal(asked.Level(r.Item1), again.Level(r.Item1)));
            Assert.All(records, r => Assert.Equal(asked.WasLast(r.Item1), again.WasLast(r.Item1)));
        });

    [Fact]
    public void ToBytes_OneQuestion_IsTheStoredForm()
    {
        var asked = new AskedQuestions();
        asked.Record("models.null-blank.1", 3, 7);
        Assert.Equal("0700000000000000" + "FC7A17C29835CFDD" + "FC7A17C29835CFDD" + "0300", Convert.ToHexString(asked.ToBytes()));
    }

    [Fact]
    public void FromBytes_Nothing_IsACategoryNeverAsked()
    {
        var asked = AskedQuestions.FromBytes([]);
        Assert.Equal((0, null, 0, false), (asked.Count, asked.LastAsked, asked.Level("a"), asked.WasLast("a")));
        Assert.Empty(asked.ToBytes());
    }

    [Fact]
    public void FromBytes_CutShort_Throws()
    {
        var asked = new AskedQuestions();
        for (var i = 1; i <= 3; i++)
            asked.Record($"q{i}", i, i);
        var bytes = asked.ToBytes();
        // Without its last entry it does not know its last question.
        for (var length = 1; length < bytes.Length; length++)
            Assert.Throws<FormatException>(() => AskedQuestions.FromBytes(bytes.AsSpan(0, length)));
    }

    [Fact]
    public void FromBytes_Garbage_ThrowsFormatExceptionAlone() =>
        Gen.Byte.Array[1, 100].Sample(bytes =>
        {
            Assert.Throws<FormatException>(() => AskedQuestions.FromBytes(bytes));
        });

    [Theory]
    [InlineData("0100000000000000" + "AA00000000000000" + "AA00000000000000" + "0000")] // at the level of those never asked
    [InlineData("0100000000000000" + "AA00000000000000" + "AA00000000000000" + "0100" + "AA00000000000000" + "0200")] // one twice
    [InlineData("0000000000000000" + "AA00000000000000" + "AA00000000000000" + "0100")] // by no pick
    [InlineData("FFFFFFFFFFFFFFFF" + "AA00000000000000" + "AA00000000000000" + "0100")]
    [InlineData("0100000000000000" + "BB00000000000000" + "AA00000000000000" + "0100")] // the last is not among them
    [InlineData("0100000000000000" + "BB00000000000000")]
    public void FromBytes_WhatCannotBe_Throws(string bytes) =>
        Assert.Throws<FormatException>(() => AskedQuestions.FromBytes(Convert.FromHexString(bytes)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Record_LevelOrPickBelowOne_Throws(int level, long pick) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AskedQuestions().Record("q", level, pick));

    [Fact]
    public void Record_Again_KeepsTheLatest()
    {
        var asked = new AskedQuestions();
        asked.Record("a", 1, 1);
        asked.Record("b", 1, 2);
        asked.Record("a", 2, 3);
        Assert.Equal((2, 2, 1, 3L), (asked.Count, asked.Level("a"), asked.Level("b"), asked.LastAsked));
        Assert.True(asked.WasLast("a"));
        Assert.False(asked.WasLast("b"));
    }
}
