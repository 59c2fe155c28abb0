namespace QuizBot.Discord.Client.Gateway;

/// <summary>What is needed to go on where a broken connection ended.</summary>
internal sealed class GatewaySession
{
    private long sequence;

    /// <summary>Its id; null until READY.</summary>
    public string? Id { get; set; }

    /// <summary>Where to go on; null for where it began.</summary>
    public Uri? ResumeUrl { get; set; }

    /// <summary>The last event that was heard; 0 for none.</summary>
    public long Sequence
    {
        get => Volatile.Read(ref sequence);
        set => Volatile.Write(ref sequence, value);
    }
}
