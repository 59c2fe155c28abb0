using System.Text.Json;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client.Web;

/// <summary>What came of sending a call once.</summary>
internal sealed record WebAnswer
{
    /// <summary>The whole answer; null where it failed.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>Null where it went well.</summary>
    public SlackFailure? Failure { get; init; }

    /// <summary>It certainly never reached Slack.</summary>
    public bool WasNotSent { get; init; }

    /// <summary>Slack refused it for now, and it certainly did not happen.</summary>
    public bool IsLimited { get; init; }

    /// <summary>What the token may, where Slack said so.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    public static WebAnswer NotSent(string error, string detail) => new() { Failure = new(error, detail), WasNotSent = true };

    public static WebAnswer Doubtful(string error, string detail = "") => new() { Failure = new(error, detail, MayHaveHappened: true) };
}
