using QuizBot.Emulators.Slack.Json;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Api;

internal static class ReactionMethods
{
    public static readonly ApiMethod[] All =
    [
        ApiMethod.Write("reactions.add", RateTier.Tier3, "reactions:write", call =>
        {
            var message = Item(call, mustBeOpen: true);
            if (call.World.Events.React(message, call.Bot, call.Arguments.Required("name"), out _) is { } refusal)
                throw new Refusal(refusal);
            return ApiCall.Ok();
        }),
        ApiMethod.Write("reactions.remove", RateTier.Tier2, "reactions:write", call =>
        {
            var message = Item(call, mustBeOpen: true);
            if (call.World.Events.Unreact(message, call.Bot, call.Arguments.Required("name"), out _) is { } refusal)
                throw new Refusal(refusal);
            return ApiCall.Ok();
        }),
        ApiMethod.Read("reactions.get", RateTier.Tier3, "reactions:read", call =>
        {
            var message = Item(call, mustBeOpen: false);
            var json = MessageJson.Of(message, withThread: false, withAttachments: false);
            if (message.ReactionsUnguarded.Count > 0)
                json["reactions"] = MessageJson.Reactions(message, call.Arguments.Flag("full"));
            json["permalink"] = ChatMethods.Permalink(message);
            return ApiCall.Ok([new("type", "message"), new("message", json), new("channel", message.Channel.Id)]);
        }),
    ];

    private static EmulatedMessage Item(ApiCall call, bool mustBeOpen)
    {
        if (call.Arguments.Maybe("channel") is null && call.Arguments.Maybe("timestamp") is null)
            throw new Refusal("no_item_specified");
        var channel = call.Channel();
        var ts = call.Arguments.Maybe("timestamp") ?? throw new Refusal("no_item_specified");
        if (!ChatMethods.IsTs(ts))
            throw new Refusal("bad_timestamp");
        if (mustBeOpen && channel.IsArchived)
            throw new Refusal("is_archived");
        if (mustBeOpen && !channel.Has(call.Bot))
            throw new Refusal("not_in_channel");
        return call.Message(channel, "timestamp");
    }
}
