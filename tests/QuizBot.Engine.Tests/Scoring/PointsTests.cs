using CsCheck;
using NodaTime;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Scoring;

namespace QuizBot.Engine.Tests.Scoring;

public sealed class PointsTests
{
    private static readonly Gen<Difficulty> AnyDifficulty = Gen.OneOf(Difficulty.Easy, Difficulty.Medium, Difficulty.Hard);

    [Theory]
    [InlineData(Difficulty.Easy, 10)]
    [InlineData(Difficulty.Medium, 20)]
    [InlineData(Difficulty.Hard, 30)]
    public void For_Difficulty_IsTenTwentyThirty(Difficulty difficulty, int points) => Assert.Equal(points, Points.For(difficulty));

    [Theory]
    [InlineData(Difficulty.Easy, 0, 5)]
    [InlineData(Difficulty.Medium, 0, 10)]
    [InlineData(Difficulty.Hard, 0, 15)]
    [InlineData(Difficulty.Hard, 10, 8)] // seven and a half
    [InlineData(Difficulty.Hard, 20, 0)]
    [InlineData(Difficulty.Hard, 21, 0)]
    [InlineData(Difficulty.Hard, -1, 15)] // the platform's clock is ahead of ours
    public void SpeedBonus_OfTwentySeconds_FallsFromHalfThePointsToNothing(Difficulty difficulty, int seconds, int bonus) =>
        Assert.Equal(bonus, Points.SpeedBonus(difficulty, Duration.FromSeconds(seconds), Duration.FromSeconds(20)));

    [Fact]
    public void SpeedBonus_AnyTimes_StaysWithinItsLimitsAndNeverRises() =>
        Gen.Select(AnyDifficulty, Gen.Long[-1_000, 400_000], Gen.Long[0, 400_000], Gen.Long[1, 300_000])
            .Sample((difficulty, taken, later, allowed) =>
            {
                var bonus = Bonus(difficulty, taken, allowed);
                Assert.InRange(bonus, 0, Points.For(difficulty) / 2);
                Assert.InRange(Bonus(difficulty, taken + later, allowed), 0, bonus);
            });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void SpeedBonus_NoTimeAllowed_Throws(int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Points.SpeedBonus(Difficulty.Easy, Duration.Zero, Duration.FromSeconds(seconds)));

    private static int Bonus(Difficulty difficulty, long takenMilliseconds, long allowedMilliseconds) =>
        Points.SpeedBonus(difficulty, Duration.FromMilliseconds(takenMilliseconds), Duration.FromMilliseconds(allowedMilliseconds));
}
