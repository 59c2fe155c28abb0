using System.Text.Json;
using QuizBot.Discord.Client.Wire;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Gateway;

/// <summary>A message of the gateway, read.</summary>
internal readonly record struct Heard(HeardKind Kind)
{
    private const int Dispatch = 0, Heartbeat = 1, Reconnect = 7, InvalidSession = 9, Hello = 10, HeartbeatAck = 11;

    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(10), LongestInterval = TimeSpan.FromHours(1);

    /// <summary>An event for the adapter.</summary>
    public DiscordEvent? Event { get; private init; }

    /// <summary>What READY says.</summary>
    public ReadyData? Ready { get; private init; }

    /// <summary>What HELLO says.</summary>
    public TimeSpan Interval { get; private init; }

    /// <summary>Whether an invalid session may yet be resumed.</summary>
    public bool Resumable { get; private init; }

    /// <summary>
    /// Reads a message. The session goes on past an event even where its data makes no sense: it would make none when sent again.
    /// </summary>
    /// <exception cref="JsonException">It makes no sense.</exception>
    public static Heard Read(ReadOnlySpan<byte> json, GatewaySession session, GuildRoster guilds)
    {
        var frame = GatewayFrame.Read(json);
        switch (frame.Op)
        {
            case Dispatch:
                if (frame.Sequence is { } sequence)
                {
                    if (sequence <= session.Sequence)
                        return default;
                    session.Sequence = sequence;
                }

                return ReadEvent(frame, guilds);
            case Hello:
                return new Heard(HeardKind.Hello) { Interval = ReadInterval(frame.Data) };
            case InvalidSession:
                return new Heard(HeardKind.InvalidSession) { Resumable = frame.Data.SequenceEqual("true"u8) };
            case Heartbeat:
                return new Heard(HeardKind.HeartbeatAsked);
            case HeartbeatAck:
                return new Heard(HeardKind.HeartbeatAnswered);
            case Reconnect:
                return new Heard(HeardKind.Reconnect);
            default:
                return default;
        }
    }

    private static Heard ReadEvent(in GatewayFrame frame, GuildRoster guilds)
    {
        if (frame.Event.SequenceEqual("READY"u8))
            return new Heard(HeardKind.Ready) { Ready = ReadyData.Read(frame.Data) };
        if (frame.Event.SequenceEqual("RESUMED"u8))
            return new Heard(HeardKind.Resumed);
        // Counts as heard even if it concerns nobody: a resumed session shows by it that it lives.
        return new Heard(HeardKind.Event) { Event = EventReader.Read(frame.Event, frame.Data, guilds) };
    }

    private static TimeSpan ReadInterval(ReadOnlySpan<byte> data)
    {
        var cursor = new JsonCursor(data);
        var interval = TimeSpan.Zero;
        if (cursor.EnterObject())
            while (cursor.NextField())
                if (cursor.Is("heartbeat_interval"u8))
                    interval = TimeSpan.FromMilliseconds(cursor.Int());
        return interval >= ShortestInterval && interval <= LongestInterval ? interval : throw new JsonException("HELLO's interval makes no sense.");
    }
}
