namespace QuizBot.Discord.Client.Rest;

/// <summary>A kind of call.</summary>
/// <param name="name">For the log.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="priority">Who goes first.</param>
/// <param name="repeatable">Doing it twice is doing it once.</param>
internal sealed class RestRoute(string name, HttpMethod method, RestPriority priority, bool repeatable)
{
    public HttpMethod Method { get; } = method;

    public RestPriority Priority { get; } = priority;

    public bool Repeatable { get; } = repeatable;

    public override string ToString() => name;
}
