using System.Collections.Frozen;

namespace QuizBot.Slack.Client.Web;

/// <summary>
/// Slack's published tiers, of which each says so many calls a minute "or more"; we take them at their word. Source: each method's
/// page below docs.slack.dev/reference/methods, and docs.slack.dev/apis/web-api/rate-limits.
/// </summary>
internal static class MethodLimits
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly MethodLimit Tier2 = new(20, Minute), Tier3 = new(50, Minute), Tier4 = new(100, Minute);

    // "Hundreds of requests per minute".
    private static readonly MethodLimit Hundreds = new(300, Minute);

    private static readonly FrozenDictionary<string, MethodLimit> Known = new Dictionary<string, MethodLimit>
    {
        // "Generally 1 message per second to a specific channel", and "several hundred messages per minute" to a workspace; how many
        // of those at once it does not say.
        ["chat.postMessage"] = Hundreds with { Burst = 20, ChannelPause = TimeSpan.FromSeconds(1) },
        ["auth.test"] = Hundreds,
        ["chat.getPermalink"] = Hundreds,
        ["bots.info"] = Tier3,
        ["chat.delete"] = Tier3,
        ["chat.postEphemeral"] = Tier4,
        ["chat.update"] = Tier3,
        ["conversations.history"] = Tier3,
        ["conversations.info"] = Tier3,
        ["conversations.join"] = Tier3,
        ["conversations.list"] = Tier2,
        ["conversations.members"] = Tier4,
        ["conversations.open"] = Tier3,
        ["conversations.replies"] = Tier3,
        ["files.completeUploadExternal"] = Tier4,
        ["files.getUploadURLExternal"] = Tier4,
        ["reactions.add"] = Tier3,
        ["reactions.get"] = Tier3,
        ["reactions.list"] = Tier2,
        ["reactions.remove"] = Tier2,
        ["team.info"] = Tier3,
        ["users.conversations"] = Tier2,
        ["users.info"] = Tier4,
        ["users.list"] = Tier2,
        ["users.profile.get"] = Tier4,
        ["views.open"] = Tier4,
        ["views.publish"] = Tier4,
        ["views.push"] = Tier4,
        ["views.update"] = Tier4,
    }.ToFrozenDictionary();

    /// <summary>A method's limit; that of tier 2, which most methods have, where it is not known.</summary>
    public static MethodLimit Of(string method) => Known.GetValueOrDefault(method, Tier2);
}
