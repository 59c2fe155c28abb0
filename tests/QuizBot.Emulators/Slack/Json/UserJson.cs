using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Json;

internal static class UserJson
{
    public static JsonObject Of(SlackWorld world, EmulatedMember member)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(member.TimeZone);
        var offset = zone.GetUtcOffset(world.Now);
        var profile = new JsonObject
        {
            ["title"] = "",
            ["phone"] = "",
            ["skype"] = "",
            ["real_name"] = member.RealName,
            ["real_name_normalized"] = member.RealName,
            ["display_name"] = member.DisplayName,
            ["display_name_normalized"] = member.DisplayName,
            ["status_text"] = "",
            ["status_emoji"] = "",
            ["status_expiration"] = 0,
            ["avatar_hash"] = "g0123456789a",
            ["image_24"] = $"{world.HttpUrl}/avatar/24.png",
            ["image_32"] = $"{world.HttpUrl}/avatar/32.png",
            ["image_48"] = $"{world.HttpUrl}/avatar/48.png",
            ["image_72"] = $"{world.HttpUrl}/avatar/72.png",
            ["image_192"] = $"{world.HttpUrl}/avatar/192.png",
            ["image_512"] = $"{world.HttpUrl}/avatar/512.png",
            ["status_text_canonical"] = "",
            ["team"] = member.Workspace.Id,
        };
        if (member.BotId is not null)
        {
            profile["bot_id"] = member.BotId;
            profile["always_active"] = false;
            if (member.IsAppBot)
                profile["api_app_id"] = member.Workspace.App.Id;
        }
        var user = new JsonObject
        {
            ["id"] = member.Id,
            ["team_id"] = member.Workspace.Id,
            ["name"] = member.Name,
            ["deleted"] = member.IsDeactivated,
            ["profile"] = profile,
            ["is_bot"] = member.IsBot,
            ["is_app_user"] = false,
            ["updated"] = world.NowSeconds,
        };
        // Of those who left Slack tells no more.
        if (member.IsDeactivated)
            return user;
        user["color"] = "9f69e7";
        user["real_name"] = member.RealName;
        user["tz"] = member.TimeZone;
        user["tz_label"] = zone.StandardName;
        user["tz_offset"] = (int)offset.TotalSeconds;
        user["is_admin"] = member.Role is MemberRole.Admin or MemberRole.Owner;
        user["is_owner"] = member.Role == MemberRole.Owner;
        user["is_primary_owner"] = false;
        user["is_restricted"] = member.Role is MemberRole.Guest or MemberRole.SingleChannelGuest;
        user["is_ultra_restricted"] = member.Role == MemberRole.SingleChannelGuest;
        user["is_email_confirmed"] = true;
        user["who_can_share_contact_card"] = "EVERYONE";
        return user;
    }
}
