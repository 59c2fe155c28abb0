using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QuizBot.Slack.Client.Http;

namespace QuizBot.Slack.Tests.Client.Harness;

/// <summary>Requests as Slack signs them; the signature is worked out apart from the code under test.</summary>
internal static class SignedRequests
{
    public static SlackRequest Json(string body, string secret, DateTimeOffset at) => Signed(body, "application/json", secret, at);

    public static SlackRequest Interaction(string payload, string secret, DateTimeOffset at) =>
        Signed("payload=" + Uri.EscapeDataString(payload), "application/x-www-form-urlencoded", secret, at);

    public static SlackRequest Form(string body, string secret, DateTimeOffset at) => Signed(body, "application/x-www-form-urlencoded", secret, at);

    public static SlackRequest Signed(string body, string type, string secret, DateTimeOffset at)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new SlackRequest(Encoding.UTF8.GetBytes(body), type, Sign(secret, timestamp, Encoding.UTF8.GetBytes(body)), timestamp);
    }

    public static string Sign(string secret, string timestamp, byte[] body) => "v0=" + Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body]));
}
