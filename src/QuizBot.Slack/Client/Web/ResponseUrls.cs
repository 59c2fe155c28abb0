using System.Net;
using System.Text.Json;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client.Web;

/// <summary>Answers response_urls: with no token, only Slack's own, and never along a redirect.</summary>
internal sealed class ResponseUrls(WebTransport transport, Uri apiBaseUrl, TimeProvider time)
{
    private const string SlackHost = "hooks.slack.com";

    // An interaction is answered while the member looks on, or not at all.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private static readonly JsonElement Done = JsonElement.Parse("{\"ok\":true}"u8);

    public async ValueTask<SlackResult<JsonElement>> PostAsync(Uri url, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (!IsSlacks(url))
            return new SlackFailure("response_url_refused", $"It is not an https address of {SlackHost}.");
        var answer = await transport.SendAsync(url, body, Read, cancellation);
        for (var tries = 1; answer.IsLimited && answer.Failure!.RetryAfter <= LongestWait && tries < 4; tries++)
        {
            await Task.Delay(answer.Failure.RetryAfter.Value, time, cancellation);
            answer = await transport.SendAsync(url, body, Read, cancellation);
        }

        return new(answer.Body ?? default, answer.Failure);
    }

    /// <summary>Whether an address may be sent to: Slack's, or with an API on this machine one of the same server.</summary>
    public bool IsSlacks(Uri url)
    {
        if (!url.IsAbsoluteUri || url.UserInfo.Length > 0)
            return false;
        return (url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && url.IdnHost == SlackHost)
            || (apiBaseUrl.IsLoopback && url.Scheme == apiBaseUrl.Scheme && url.Authority == apiBaseUrl.Authority);
    }

    // Slack answers "ok" as plain text where all is well.
    private static WebAnswer Read(HttpStatusCode status, TimeSpan? retryAfter, ReadOnlySpan<byte> body) =>
        status == HttpStatusCode.OK && body.TrimStart(" \r\n"u8) is not [(byte)'{', ..]
            ? new WebAnswer { Body = Done }
            : AnswerReader.Read(status, retryAfter, body);
}
