namespace QuizBot.Emulators.Judging;

/// <summary>Where a request or an answer is not as the platform describes it.</summary>
/// <param name="Where">The method, the route and the status.</param>
/// <param name="What">The place in the body and what is wrong there.</param>
public sealed record Violation(string Where, string What, string Body)
{
    public override string ToString() => $"{Where}: {What}\n    {(Body.Length > 600 ? Body[..600] + "…" : Body)}";
}
