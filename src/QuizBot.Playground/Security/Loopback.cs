using System.Net;

namespace QuizBot.Playground.Security;

/// <summary>What counts as this machine talking to itself.</summary>
internal static class Loopback
{
    public static bool IsName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
