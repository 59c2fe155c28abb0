using System.Security.Cryptography;
using System.Text;

namespace QuizBot.Emulators.Slack.Deliveries;

/// <summary>How Slack signs what it sends over HTTP.</summary>
public static class SlackSignature
{
    /// <param name="timestamp">As in the header, seconds since 1970.</param>
    /// <param name="body">As it is sent.</param>
    public static string Of(string signingSecret, string timestamp, string body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(signingSecret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));
}
