using QuizBot.Slack.Client.Web;

namespace QuizBot.Slack.Tests.Client.Web;

public sealed class CallLaneTests
{
    private readonly CallLane lane = new(MethodLimits.Of("chat.postMessage"));

    [Fact]
    public void Refusal_ShortAndOfOneChannel_RestsThatChannelAlone()
    {
        var (one, other) = (Add("C1"), Add("C2"));
        Assert.Same(one, lane.Take(0, S(0)));
        lane.Refuse(one, S(1), S(0));
        lane.Add(one, again: true, S(0));
        Assert.Same(other, lane.Take(0, S(0)));
        Assert.Null(lane.Take(0, S(0.9)));
        Assert.Equal(S(1), lane.WakeAt(S(0.9)));
        Assert.Same(one, lane.Take(0, S(1)));
    }

    [Fact]
    public void Refusal_OfASecondChannelInTheSameTime_PausesAll()
    {
        var (one, other, third) = (Add("C1"), Add("C2"), Add("C3"));
        lane.Take(0, S(0));
        lane.Take(0, S(0));
        lane.Refuse(one, S(1), S(0));
        lane.Refuse(other, S(1), S(0.5));
        Assert.Null(lane.Take(0, S(1)));
        Assert.Same(third, lane.Take(0, S(1.5)));
    }

    [Fact]
    public void Refusal_Long_PausesAll()
    {
        var (one, other) = (Add("C1"), Add("C2"));
        lane.Take(0, S(0));
        lane.Refuse(one, S(20), S(0));
        Assert.Null(lane.Take(0, S(19)));
        Assert.Same(other, lane.Take(0, S(20)));
    }

    [Fact]
    public void Call_ThatWasRefused_GoesBeforeThoseOfItsChannel()
    {
        var first = Add("C1");
        Add("C1");
        lane.Take(0, S(0));
        lane.Refuse(first, S(1), S(0));
        lane.Add(first, again: true, S(0));
        Assert.Same(first, lane.Take(0, S(1)));
    }

    [Fact]
    public void Channel_WithMuchToDo_HoldsUpNoOther()
    {
        var reading = new CallLane(MethodLimits.Of("reactions.get"));
        for (var i = 0; i < 20; i++)
            reading.Add(new PacedCall("reactions.get", "busy", canWait: false), again: false, S(0));
        for (var i = 0; i < 3; i++)
            reading.Add(new PacedCall("reactions.get", "quiet", canWait: false), again: false, S(0));
        Assert.Equal(["busy", "quiet", "busy", "quiet", "busy", "quiet", "busy", "busy"], Enumerable.Range(0, 8).Select(_ => reading.Take(0, S(0))!.Channel));
    }

    [Fact]
    public void CallsThatCanWait_HaveALineOfTheirOwn()
    {
        var canWait = Add("C1", canWait: true);
        var urgent = Add("C1");
        Assert.Same(urgent, lane.Take(0, S(0)));
        // One channel, one call at a time, of whatever kind.
        Assert.Null(lane.Take(1, S(0)));
        lane.Answer(urgent, S(0));
        Assert.Null(lane.Take(0, S(1)));
        Assert.Same(canWait, lane.Take(1, S(1)));
    }

    [Fact]
    public void Channels_WithNothingToDo_AreForgotten()
    {
        for (var i = 0; i < 5000; i++)
        {
            var now = S(i);
            var call = new PacedCall("chat.postMessage", $"C{i}", canWait: false);
            lane.Add(call, again: false, now);
            Assert.Same(call, lane.Take(0, now));
            lane.Answer(call, now);
        }

        Assert.InRange(lane.Channels, 1, 600);
    }

    private PacedCall Add(string channel, bool canWait = false)
    {
        var call = new PacedCall("chat.postMessage", channel, canWait);
        lane.Add(call, again: false, S(0));
        return call;
    }

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);
}
