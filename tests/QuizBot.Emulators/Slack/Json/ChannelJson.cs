using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Json;

internal static class ChannelJson
{
    public static JsonObject Of(EmulatedChannel channel, bool withCount = false)
    {
        var created = channel.Created.ToUnixTimeSeconds();
        if (channel.Kind == ChannelKind.Direct)
            return new()
            {
                ["id"] = channel.Id,
                ["created"] = created,
                ["is_archived"] = false,
                ["is_im"] = true,
                ["is_org_shared"] = false,
                ["context_team_id"] = channel.Workspace.Id,
                ["updated"] = created * 1000,
                ["user"] = channel.Partner!.Id,
                ["last_read"] = "0000000000.000000",
                ["latest"] = null,
                ["unread_count"] = 0,
                ["unread_count_display"] = 0,
                ["is_open"] = true,
                ["priority"] = 0,
            };
        var answer = new JsonObject
        {
            ["id"] = channel.Id,
            ["name"] = channel.Name,
            ["is_channel"] = channel.Kind == ChannelKind.Public,
            ["is_group"] = channel.Kind == ChannelKind.Private,
            ["is_im"] = false,
            ["is_mpim"] = false,
            ["is_private"] = channel.Kind == ChannelKind.Private,
            ["created"] = created,
            ["is_archived"] = channel.IsArchived,
            ["is_general"] = false,
            ["unlinked"] = 0,
            ["name_normalized"] = channel.Name,
            ["is_shared"] = false,
            ["is_org_shared"] = false,
            ["is_pending_ext_shared"] = false,
            ["pending_shared"] = new JsonArray(),
            ["context_team_id"] = channel.Workspace.Id,
            ["updated"] = created * 1000,
            ["creator"] = channel.Creator.Id,
            ["is_ext_shared"] = false,
            ["shared_team_ids"] = new JsonArray(channel.Workspace.Id),
            ["pending_connected_team_ids"] = new JsonArray(),
            ["is_member"] = channel.Has(channel.Workspace.Bot),
            ["topic"] = Described(),
            ["purpose"] = Described(),
            ["previous_names"] = new JsonArray([.. channel.PreviousNames.Select(name => (JsonNode)name)]),
        };
        if (channel.Has(channel.Workspace.Bot))
            answer["last_read"] = "0000000000.000000";
        if (withCount)
            answer["num_members"] = channel.MembersUnguarded.Count;
        return answer;
    }

    private static JsonObject Described() => new() { ["value"] = "", ["creator"] = "", ["last_set"] = 0 };
}
