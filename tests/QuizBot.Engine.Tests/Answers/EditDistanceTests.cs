using CsCheck;
using QuizBot.Engine.Answers;

namespace QuizBot.Engine.Tests.Answers;

public sealed class EditDistanceTests
{
    private static readonly Gen<string> Word = Gen.Char["abc"].Array[0, 6].Select(letters => new string(letters));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("select", "select", 0)]
    [InlineData("select", "selct", 1)]
    [InlineData("select", "sellect", 1)]
    [InlineData("select", "salect", 1)]
    [InlineData("select", "slect", 1)]
    [InlineData("select", "seletc", 1)]
    [InlineData("include", "exclude", 2)]
    [InlineData("ca", "abc", 3)] // no letter is touched twice
    [InlineData("kitten", "sitting", 3)]
    public void Between_TwoWords_CountsTheSlips(string a, string b, int slips) => Assert.Equal(slips, EditDistance.Between(a, b));

    [Fact]
    public void Between_AnyWords_IsWhatTheDefinitionSays() =>
        Gen.Select(Word, Word).Sample((a, b) => Assert.Equal(Defined(a, b), EditDistance.Between(a, b)));

    [Fact]
    public void Between_AnyWords_IsASymmetricDistanceWithinBounds() =>
        Gen.Select(Word, Word).Sample((a, b) =>
        {
            var distance = EditDistance.Between(a, b);
            Assert.Equal(distance, EditDistance.Between(b, a));
            Assert.Equal(a == b, distance == 0);
            Assert.InRange(distance, Math.Abs(a.Length - b.Length), Math.Max(a.Length, b.Length));
        });

    [Theory]
    [InlineData("wekly", "week", "weekly")]
    [InlineData("tody", "today", "week")]
    [InlineData("LEADERBORD", "leaderboard", "stats")]
    [InlineData("lead", "stats", "leaderboard")]
    [InlineData("week", "weekend", "week")]
    [InlineData("mont", "moat", "month")]
    [InlineData("quiz", "quit", "Quiz")]
    public void Nearest_AlmostAWord_IsThatWord(string word, string one, string other)
    {
        var expected = word is "tody" or "LEADERBORD" ? one : other;
        Assert.Equal(expected, EditDistance.Nearest(word, [one, other]));
        Assert.Equal(expected, EditDistance.Nearest(word, [other, one]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("banana")]
    [InlineData("st")]
    public void Nearest_NothingLikeIt_IsNull(string word) => Assert.Null(EditDistance.Nearest(word, ["stats", "leaderboard", "quiz"]));

    [Fact]
    public void Nearest_WordOver64Characters_IsNull()
    {
        Assert.Equal(new string('a', 64), EditDistance.Nearest(new string('a', 64), [new string('a', 64)]));
        Assert.Null(EditDistance.Nearest(new string('a', 65), [new string('a', 65)]));
    }

    // The recurrence as it is written down, without a table.
    private static int Defined(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
            return a.Length + b.Length;
        var best = Math.Min(Defined(a[..^1], b) + 1, Defined(a, b[..^1]) + 1);
        best = Math.Min(best, Defined(a[..^1], b[..^1]) + (a[^1] == b[^1] ? 0 : 1));
        if (a.Length > 1 && b.Length > 1 && a[^1] == b[^2] && a[^2] == b[^1])
            best = Math.Min(best, Defined(a[..^2], b[..^2]) + 1);
        return best;
    }
}
