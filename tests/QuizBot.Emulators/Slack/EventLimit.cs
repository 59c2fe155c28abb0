using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack;

/// <summary>30,000 events an hour for a workspace and an app; then Slack drops them, and says so each minute.</summary>
internal static class EventLimit
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1), Minute = TimeSpan.FromMinutes(1);

    public static bool Enter(SlackWorld world, EmulatedWorkspace workspace)
    {
        if (world.Options.EventsPerHour is not { } most)
            return true;
        var now = world.Now;
        var (ends, count) = workspace.EventHour;
        if (now >= ends)
            (ends, count) = (now + Hour, 0);
        workspace.EventHour = (ends, count + 1);
        if (count < most)
            return true;
        if (now - workspace.SaidLimited >= Minute)
        {
            workspace.SaidLimited = now;
            world.Courier.Send(new(world.Gate, DeliveryKind.Event, "app_rate_limited", world.Ids.Next('E').Insert(1, "v"), workspace, SlackJson.Bytes(new JsonObject
            {
                ["token"] = workspace.App.VerificationToken,
                ["type"] = "app_rate_limited",
                ["team_id"] = workspace.Id,
                ["minute_rate_limited"] = world.NowSeconds / 60 * 60,
                ["api_app_id"] = workspace.App.Id,
            })));
        }
        return false;
    }
}
