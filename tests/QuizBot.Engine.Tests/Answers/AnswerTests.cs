using CsCheck;
using NodaTime;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Questions;

namespace QuizBot.Engine.Tests.Answers;

public sealed class AnswerTests
{
    private static readonly Mark Reacted = new(MarkSource.Reaction, 1, true, 1_000);

    [Fact]
    public void Apply_ReactionAddedAndRemoved_StandsAndThenDoesNot()
    {
        var answer = new Answer(1, 2);
        Assert.False(answer.Stands);
        Assert.True(answer.Apply(Reacted));
        Assert.Equal((true, 1, 1_000L, "r1+1000"), (answer.Stands, answer.Choice, answer.Order, answer.Marks));
        Assert.False(answer.Apply(Reacted));
        Assert.True(answer.Apply(Reacted with { Added = false, Order = 2_000 }));
        Assert.False(answer.Stands);
    }

    [Fact]
    public void Apply_AnswerStoredBetweenTheMarks_IsAsIfItWasNot() =>
        Gen.Select(Gen.Int[0, 3], Gen.Bool, Gen.Long[1, 30]).Array[0, 12].Sample(history =>
        {
            var kept = new AnswerMarks();
            var stored = new Answer(1, 2);
            foreach (var (choice, added, order) in history)
            {
                var mark = new Mark(MarkSource.Reaction, choice, added, order);
                Assert.Equal(kept.Apply(mark), stored.Apply(mark));
                stored = Answer.Restore(1, 2, stored.Marks, stored.Choice, null, null, stored.Order, false);
                Assert.Equal((kept.Choice, kept.ToString()), (stored.Choice, stored.Marks));
            }
        });

    [Fact]
    public void Reconcile_ReactionGone_Withdraws()
    {
        var answer = new Answer(1, 2);
        answer.Apply(Reacted);
        Assert.True(answer.Reconcile(new HashSet<int>(), 5_000));
        Assert.False(answer.Stands);
        Assert.False(answer.Reconcile(new HashSet<int>(), 5_000));
    }

    [Fact]
    public void Type_DeliveredInAnyOrderAndTwice_KeepsTheLatest() =>
        Gen.Select(Gen.Long[1, 100].HashSet[1, 6], Gen.Int).Sample((orders, seed) =>
        {
            var deliveries = orders.Concat(orders).ToArray();
            new Random(seed).Shuffle(deliveries);
            var answer = new Answer(1, 2);
            foreach (var order in deliveries)
                answer.Type($"text {order}", order);
            Assert.Equal(($"text {orders.Max()}", orders.Max()), (answer.Text, answer.Order));
        });

    [Fact]
    public void Type_AtTheLimitAndOver_TakesTheOneAndThrowsAtTheOther()
    {
        var answer = new Answer(1, 2);
        Assert.True(answer.Type(new string('a', QuestionLimits.Typed), 1));
        Assert.Throws<ArgumentException>(() => answer.Type(new string('a', QuestionLimits.Typed + 1), 2));
        Assert.Equal(1, answer.Order);
    }

    [Fact]
    public void MarkSelf_OlderOrSame_ChangesNothing()
    {
        var answer = new Answer(1, 2);
        Assert.True(answer.MarkSelf(SelfMark.Partly, 5));
        Assert.False(answer.MarkSelf(SelfMark.Missed, 5));
        Assert.False(answer.MarkSelf(SelfMark.Missed, 4));
        Assert.True(answer.MarkSelf(SelfMark.Nailed, 6));
        Assert.Equal((SelfMark.Nailed, 6L, true), (answer.SelfMark, answer.Order, answer.Stands));
    }

    [Fact]
    public void Settle_ThenLateDeliveries_LeaveTheResultTrue()
    {
        var answer = new Answer(1, 2);
        answer.Apply(Reacted);
        answer.Settle(true, 10);
        Assert.False(answer.Apply(new Mark(MarkSource.Reaction, 2, true, 2_000)));
        Assert.False(answer.Reconcile(new HashSet<int> { 3 }, 3_000));
        Assert.False(answer.Type("late", 4_000));
        Assert.Equal((1, true, 10, true), (answer.Choice, answer.Right, answer.Points, answer.Settled));
    }

    [Fact]
    public void MarkSelf_AfterTheRevealSettledTheRound_Counts()
    {
        var answer = new Answer(1, 2);
        answer.Settle(null, 0);
        Assert.True(answer.MarkSelf(SelfMark.Nailed, 1));
        Assert.True(answer.Stands);
    }

    [Fact]
    public void Settle_Twice_Throws()
    {
        var answer = new Answer(1, 2);
        answer.Settle(false, 0);
        Assert.Throws<InvalidOperationException>(() => answer.Settle(true, 10));
    }

    [Fact]
    public void At_AnyMicrosecond_IsExact() =>
        Gen.Long[0, 4_102_444_800_000_000].Sample(order =>
        {
            var answer = new Answer(1, 2);
            answer.Type("x", order);
            Assert.Equal(order, (answer.At - NodaConstants.UnixEpoch).ToInt64Nanoseconds() / 1_000);
            Assert.Equal(0, (answer.At - NodaConstants.UnixEpoch).ToInt64Nanoseconds() % 1_000);
        });
}
