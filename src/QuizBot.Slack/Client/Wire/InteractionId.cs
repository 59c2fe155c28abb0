using System.Security.Cryptography;
using System.Text;

namespace QuizBot.Slack.Client.Wire;

/// <summary>Tells interactions apart, the same whichever way they come.</summary>
internal static class InteractionId
{
    /// <summary>A trace of the trigger_id, which is a secret while it lives and so must not be in a log.</summary>
    public static string Of(string triggerId, string deliveryId) => triggerId.Length == 0
        ? deliveryId
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(triggerId)).AsSpan(0, 12));
}
