using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Deliveries;

/// <summary>What Socket Mode says beside deliveries.</summary>
internal static class SocketMessages
{
    public static string Hello(EmulatedApp app, int connections) => SlackJson.Text(new JsonObject
    {
        ["type"] = "hello",
        ["num_connections"] = connections,
        ["debug_info"] = new JsonObject { ["host"] = "applink-1", ["build_number"] = 1, ["approximate_connection_time"] = 18060 },
        ["connection_info"] = new JsonObject { ["app_id"] = app.Id },
    });

    public static string Disconnect(string reason, EmulatedApp app, int? connections = null)
    {
        var message = new JsonObject { ["type"] = "disconnect", ["reason"] = reason };
        if (connections is not null)
            message["num_connections"] = connections;
        message["debug_info"] = new JsonObject { ["host"] = "applink-1" };
        if (connections is not null)
            message["connection_info"] = new JsonObject { ["app_id"] = app.Id };
        return SlackJson.Text(message);
    }
}
