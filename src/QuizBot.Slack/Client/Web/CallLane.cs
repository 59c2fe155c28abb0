namespace QuizBot.Slack.Client.Web;

/// <summary>
/// The calls of one method. Urgent ones come before those that can wait; channels take turns, so that one with much to do holds
/// up no other. Knows no clock and sends nothing; its owner locks.
/// </summary>
internal sealed class CallLane(MethodLimit limit)
{
    private readonly CallWindow window = new(limit);
    private readonly Dictionary<string, ChannelState> channels = [];
    private readonly Queue<ChannelLine>[] ready = [new(), new()];
    private readonly PriorityQueue<(ChannelLine Line, int Class), TimeSpan> resting = new();
    private (string Channel, TimeSpan Until) refused = ("", TimeSpan.Zero);
    private int sweepAt = 256;

    /// <summary>Calls that wait.</summary>
    public int Waiting { get; private set; }

    /// <summary>Channels remembered.</summary>
    public int Channels => channels.Count;

    /// <summary>Adds a call at its channel's end, or in front where it had its turn before.</summary>
    public void Add(PacedCall call, bool again, TimeSpan now)
    {
        if (channels.Count >= sweepAt)
            Sweep(now);
        if (!channels.TryGetValue(call.Channel, out var channel))
            channels[call.Channel] = channel = new ChannelState();
        var line = channel.Lines[Class(call)];
        if (again)
            line.Calls.AddFirst(call);
        else
            line.Calls.AddLast(call);
        Waiting++;
        Queue(line, Class(call));
    }

    /// <summary>Takes out a call that waits, since its caller gave up.</summary>
    public bool Remove(PacedCall call)
    {
        if (!channels.TryGetValue(call.Channel, out var channel) || !channel.Lines[Class(call)].Calls.Remove(call))
            return false;
        Waiting--;
        return true;
    }

    /// <summary>The next call that may be sent now.</summary>
    /// <param name="ofClass">0 for urgent ones, 1 for those that can wait.</param>
    /// <param name="now">Now.</param>
    public PacedCall? Take(int ofClass, TimeSpan now)
    {
        while (resting.TryPeek(out var rested, out var until) && until <= now)
            ready[rested.Class].Enqueue(resting.Dequeue().Line);
        if (Waiting == 0 || !(window.ReadyAt(now) <= now))
            return null;
        while (ready[ofClass].TryDequeue(out var line))
        {
            line.IsQueued = false;
            if (line.Calls.First is not { } first || line.Channel.IsBusy)
                continue;
            if (line.Channel.NotBefore > now)
            {
                line.IsQueued = true;
                resting.Enqueue((line, ofClass), line.Channel.NotBefore);
                continue;
            }

            line.Calls.RemoveFirst();
            Waiting--;
            window.Send();
            line.Channel.IsBusy = limit.ChannelPause > TimeSpan.Zero;
            Queue(line, ofClass);
            return first.Value;
        }

        return null;
    }

    /// <summary>When to ask again; null for not before something is added or answered.</summary>
    public TimeSpan? WakeAt(TimeSpan now)
    {
        if (Waiting == 0 || window.ReadyAt(now) is not { } open)
            return null;
        if (ready[0].Count + ready[1].Count > 0)
            return open;
        return resting.TryPeek(out _, out var until) ? (until > open ? until : open) : null;
    }

    /// <summary>A call was answered.</summary>
    public void Answer(PacedCall call, TimeSpan now)
    {
        window.Answer(now);
        Release(channels[call.Channel], now + limit.ChannelPause);
    }

    /// <summary>
    /// A call was refused for now. Where channels have a limit of their own, a short refusal is taken as the channel's affair,
    /// unless another channel is refused in the same time.
    /// </summary>
    public void Refuse(PacedCall call, TimeSpan wait, TimeSpan now)
    {
        var isOfChannel = limit.ChannelPause > TimeSpan.Zero && wait <= limit.ChannelPause && (refused.Until <= now || refused.Channel == call.Channel);
        refused = (call.Channel, now + wait);
        window.Refuse(now, wait, isOfChannel);
        Release(channels[call.Channel], now + wait);
    }

    private void Release(ChannelState channel, TimeSpan notBefore)
    {
        if (limit.ChannelPause <= TimeSpan.Zero)
            return;
        channel.IsBusy = false;
        channel.NotBefore = notBefore;
        Queue(channel.Lines[0], 0);
        Queue(channel.Lines[1], 1);
    }

    private void Queue(ChannelLine line, int ofClass)
    {
        if (line.IsQueued || line.Channel.IsBusy || line.Calls.Count == 0)
            return;
        line.IsQueued = true;
        ready[ofClass].Enqueue(line);
    }

    private void Sweep(TimeSpan now)
    {
        foreach (var (name, channel) in channels)
            if (channel.IsIdle(now))
                channels.Remove(name);
        sweepAt = Math.Max(256, channels.Count * 2);
    }

    private static int Class(PacedCall call) => call.CanWait ? 1 : 0;
}
