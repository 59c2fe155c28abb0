using System.Net;
using System.Text.Json;
using QuizBot.Slack.Client.Wire;

namespace QuizBot.Slack.Client.Web;

/// <summary>Tells from status and body what became of a call.</summary>
internal static class AnswerReader
{
    private const int LongestDetail = 600;

    // Slack on these: "it's possible some aspect of the operation succeeded before the error was raised".
    private static readonly HashSet<string> Doubtful = ["internal_error", "fatal_error", "service_unavailable"];

    public static WebAnswer Read(HttpStatusCode status, TimeSpan? retryAfter, ReadOnlySpan<byte> body)
    {
        if (status == HttpStatusCode.TooManyRequests)
            return Limited(retryAfter);
        if ((int)status >= 500)
            return new WebAnswer { Failure = new($"http_{(int)status}", MayHaveHappened: true, RetryAfter: retryAfter) };
        if (Parse(body) is not { } root || root.At("ok") is not { ValueKind: JsonValueKind.True or JsonValueKind.False } ok)
            return status == HttpStatusCode.OK
                ? WebAnswer.Doubtful("bad_answer", "The answer is no JSON object of Slack's.")
                : new WebAnswer { Failure = new($"http_{(int)status}") };
        if (ok.ValueKind == JsonValueKind.True)
            return new WebAnswer { Body = root };
        var error = root.Text("error") is { Length: > 0 } word ? word : "unknown_error";
        return error is "ratelimited" or "rate_limited"
            ? Limited(retryAfter)
            : new WebAnswer { Failure = new(error, Detail(root), Doubtful.Contains(error), retryAfter) };
    }

    private static WebAnswer Limited(TimeSpan? retryAfter) =>
        new() { Failure = new("ratelimited", RetryAfter: retryAfter ?? TimeSpan.FromSeconds(1)), IsLimited = true };

    private static JsonElement? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return Foreign.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Detail(JsonElement root)
    {
        var parts = new List<string>();
        if (root.Text("needed") is { } needed)
            parts.Add($"needed: {needed}");
        if (root.Text("provided") is { } provided)
            parts.Add($"provided: {provided}");
        parts.AddRange(root.Items("response_metadata", "messages").Select(m => m.Text()).OfType<string>());
        var detail = string.Join("; ", parts).ReplaceLineEndings(" ");
        return detail.Length <= LongestDetail ? detail : detail[..LongestDetail];
    }
}
