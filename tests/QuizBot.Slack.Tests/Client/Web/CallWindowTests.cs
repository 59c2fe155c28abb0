using QuizBot.Slack.Client.Web;

namespace QuizBot.Slack.Tests.Client.Web;

public sealed class CallWindowTests
{
    private static readonly MethodLimit Tier3 = MethodLimits.Of("reactions.add");

    private readonly CallWindow window = new(Tier3);

    [Fact]
    public void Call_CountsUntilItsAnswerIsAMinuteOld()
    {
        for (var i = 0; i < 50; i++)
            window.Send();
        // While none is answered, nobody knows when Slack counted them.
        Assert.Null(window.ReadyAt(S(1)));
        window.Answer(S(2));
        Assert.Equal(S(62), window.ReadyAt(S(3)));
        Assert.Equal(S(62), window.ReadyAt(S(62)));
    }

    [Fact]
    public void Refusal_Short_PausesAndThenGoesEvenly()
    {
        Use(10, S(0));
        window.Send();
        window.Refuse(S(1), S(3), isOfChannel: false);
        Assert.Equal(50, window.Allowed);
        Assert.Equal(S(4), window.ReadyAt(S(1)));
        Assert.Equal(S(4), window.ReadyAt(S(4)));
        window.Send();
        window.Answer(S(4));
        Assert.InRange(window.ReadyAt(S(4))!.Value, S(5), S(5.3));
        // By and by as before.
        window.ReadyAt(S(200));
        window.ReadyAt(S(260));
        Use(20, S(260));
        Assert.Equal(S(260), window.ReadyAt(S(260)));
    }

    [Fact]
    public void Refusal_Long_AllowsNoMoreThanWentThroughAndSlowlyMore()
    {
        Use(10, S(0));
        window.Send();
        window.Refuse(S(1), S(50), isOfChannel: false);
        Assert.Equal(10, window.Allowed);
        window.ReadyAt(S(51 + 60));
        Assert.Equal(12, window.Allowed);
        window.ReadyAt(S(51 + 60 * 60));
        Assert.Equal(50, window.Allowed);
    }

    [Fact]
    public void Refusals_OfAMethodThatAllowsOneAMinute_BecomeRare()
    {
        // As conversations.history does for some apps.
        TimeSpan now = S(0), last = S(-60);
        var refused = 0;
        while (now < TimeSpan.FromHours(6))
        {
            now = window.ReadyAt(now) ?? throw new InvalidOperationException();
            window.Send();
            if (now - last >= S(60))
            {
                window.Answer(last = now);
                continue;
            }

            refused++;
            window.Refuse(now, last + S(60) - now, isOfChannel: false);
        }

        Assert.InRange(refused, 1, 20);
    }

    [Fact]
    public void Refusals_AtOnce_CountOnce()
    {
        Use(10, S(0));
        for (var i = 0; i < 5; i++)
            window.Send();
        for (var i = 0; i < 5; i++)
            window.Refuse(S(1), S(30), isOfChannel: false);
        Assert.Equal(10, window.Allowed);
        Assert.Equal(S(31), window.ReadyAt(S(1)));
    }

    [Fact]
    public void Refusal_OfAChannel_DoesNotPauseTheMethod()
    {
        window.Send();
        window.Refuse(S(1), S(1), isOfChannel: true);
        Assert.Equal(S(1), window.ReadyAt(S(1)));
    }

    private void Use(int calls, TimeSpan now)
    {
        for (var i = 0; i < calls; i++)
        {
            window.Send();
            window.Answer(now);
        }
    }

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);
}
