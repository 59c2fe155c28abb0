namespace QuizBot.Discord.Client.Rest;

/// <summary>One call on its way.</summary>
/// <param name="route">What kind.</param>
/// <param name="major">The channel or guild that Discord counts it for; 0 for none.</param>
/// <param name="path">Path and query below the API's base; may hold an interaction's token, so never logged.</param>
/// <param name="body">JSON, or null for none.</param>
internal sealed class RestRequest(RestRoute route, ulong major, string path, byte[]? body = null)
{
    private readonly TaskCompletionSource<RestAnswer> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RestRoute Route { get; } = route;

    public ulong Major { get; } = major;

    public string Path { get; } = path;

    public byte[]? Body { get; } = body;

    public CancellationToken Cancellation { get; set; }

    /// <summary>When it was first sent.</summary>
    public TimeSpan? FirstSent { get; set; }

    /// <summary>Attempts that failed on the way or with 5xx.</summary>
    public int Failures { get; set; }

    /// <summary>Attempts that were answered with 429.</summary>
    public int Refusals { get; set; }

    /// <summary>An earlier attempt may have been carried out.</summary>
    public bool MayHaveHappened { get; set; }

    public Task<RestAnswer> Done => done.Task;

    public void Complete(RestAnswer answer) => done.TrySetResult(answer);

    public void Cancel() => done.TrySetCanceled(Cancellation);

    public void Fail(Exception fault) => done.TrySetException(fault);
}
