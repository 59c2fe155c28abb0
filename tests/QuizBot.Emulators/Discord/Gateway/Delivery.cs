using System.Runtime.CompilerServices;

namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>An event on its way to the bot. Awaiting it waits until it was written to a socket; false says that no session was there to hear it.</summary>
public readonly struct Delivery
{
    private readonly GatewaySession? session;
    private readonly int sequence;
    private readonly List<Delivery>? more;

    internal Delivery(GatewaySession session, int sequence)
    {
        this.session = session;
        this.sequence = sequence;
    }

    private Delivery(List<Delivery> more) => this.more = more;

    public async Task<bool> WrittenAsync(CancellationToken cancel)
    {
        foreach (var one in more ?? [])
            await one.WrittenAsync(cancel);
        if (session is not null)
            await session.WrittenAsync(sequence).WaitAsync(cancel);
        return session is not null || more is { Count: > 0 };
    }

    public TaskAwaiter<bool> GetAwaiter() => WrittenAsync(CancellationToken.None).GetAwaiter();

    internal Delivery And(Delivery other)
    {
        if (session is null && more is null)
            return other;
        if (other.session is null && other.more is null)
            return this;
        return new([.. more ?? [this], .. other.more ?? [other]]);
    }
}
