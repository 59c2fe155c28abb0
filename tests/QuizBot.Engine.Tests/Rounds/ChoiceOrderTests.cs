using CsCheck;
using QuizBot.Engine.Rounds;

namespace QuizBot.Engine.Tests.Rounds;

public sealed class ChoiceOrderTests
{
    [Fact]
    public void Shuffle_AnyCountAndSeed_IsAPermutation() =>
        Gen.Select(Gen.Int[0, 10], Gen.Int).Sample((count, seed) =>
            Assert.Equal(Enumerable.Range(0, count), ChoiceOrder.Shuffle(count, seed).Order()));

    // Rounds are stored with their seed alone: these must hold for ever.
    [Theory]
    [InlineData(0, 4, "2 1 0 3")]
    [InlineData(1, 4, "2 0 3 1")]
    [InlineData(-1, 4, "2 1 3 0")]
    [InlineData(42, 4, "2 0 3 1")]
    [InlineData(int.MaxValue, 4, "1 2 0 3")]
    [InlineData(int.MinValue, 4, "0 3 2 1")]
    [InlineData(7, 2, "0 1")]
    [InlineData(20261123, 10, "9 8 6 4 2 0 3 1 5 7")]
    public void Shuffle_Seed_IsTheSameForEver(int seed, int count, string order) =>
        Assert.Equal(order, string.Join(' ', ChoiceOrder.Shuffle(count, seed)));

    [Theory]
    [InlineData(2, 2)]
    [InlineData(4, 24)]
    [InlineData(5, 120)]
    public void Shuffle_ManySeeds_GivesEveryOrderAboutAsOften(int count, int orders)
    {
        const int each = 1_000;
        var counts = Enumerable.Range(0, orders * each).CountBy(seed => string.Join(' ', ChoiceOrder.Shuffle(count, seed))).ToDictionary();
        Assert.Equal(orders, counts.Count);
        // Five standard deviations.
        Assert.All(counts.Values, times => Assert.InRange(times, each - 160, each + 160));
    }

    [Fact]
    public void Shuffle_TenChoices_PutsEachEverywhereAboutAsOften()
    {
        const int each = 1_000;
        var counts = Enumerable.Range(0, 10 * each).SelectMany(seed => ChoiceOrder.Shuffle(10, seed).Index()).CountBy(p => p).ToDictionary();
        Assert.Equal(100, counts.Count);
        Assert.All(counts.Values, times => Assert.InRange(times, each - 160, each + 160));
    }
}
