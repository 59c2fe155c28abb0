namespace QuizBot.Emulators.Faults;

/// <summary>A fault for the next requests that fit.</summary>
public sealed class RequestFault
{
    public required RequestFaultKind Kind { get; init; }

    /// <summary>The method it is for; null for any.</summary>
    public string? Method { get; init; }

    /// <summary>A part of the path or of the route's template; null for any.</summary>
    public string? Path { get; init; }

    /// <summary>How many requests it spoils; the default is one.</summary>
    public int Times { get; set; } = 1;

    /// <summary>The status to answer; 429 gets the platform's own form.</summary>
    public int Status { get; init; } = 502;

    /// <summary>For 429: how long to wait; for a slow answer: how long it takes.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>For 429: the whole bot must wait, not just this route.</summary>
    public bool Global { get; init; }

    /// <summary>The body instead of the platform's own, for instance a proxy's page.</summary>
    public string? Body { get; init; }

    internal bool Fits(string method, string path, string route) =>
        (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (Path is null || path.Contains(Path, StringComparison.Ordinal) || route.Contains(Path, StringComparison.Ordinal));
}
