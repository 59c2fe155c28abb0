using QuizBot.Emulators.Control;
using QuizBot.Emulators.Discord.Gateway;
using QuizBot.Emulators.Discord.Rest;
using QuizBot.Emulators.Faults;

namespace QuizBot.Emulators.Discord.Control;

/// <summary>The switches for what goes wrong, as verbs.</summary>
internal static class FaultVerbs
{
    public static void Add(Dictionary<string, Func<ControlCall, Task<object?>>> verbs, DiscordEmulator discord, DiscordControl control)
    {
        var faults = discord.Faults;
        verbs["drop"] = DiscordControl.Done(_ => Count(faults.DropConnections()));
        verbs["half-open"] = DiscordControl.Done(_ => Count(faults.HalfOpenConnections()));
        verbs["reconnect"] = DiscordControl.Done(_ => Count(faults.AskReconnect()));
        verbs["heartbeat"] = DiscordControl.Done(_ => Count(faults.AskHeartbeat()));
        verbs["invalidate"] = DiscordControl.Done(call => Count(faults.InvalidateSessions(call.Flag("resumable"))));
        verbs["close"] = DiscordControl.Done(call => Count(faults.CloseConnections(call.Number("code", 4000))));
        verbs["send"] = DiscordControl.Done(call => Count(faults.SendText(call.Text("text"))));
        verbs["slow"] = DiscordControl.Done(call =>
        {
            faults.SlowGateway = TimeSpan.FromMilliseconds(call.Number("milliseconds", 0));
            return null;
        });
        verbs["outage"] = DiscordControl.Done(call => call.Flag("on", otherwise: true) ? faults.Outage(control.Guild(call)) : faults.EndOutage(control.Guild(call)));
        verbs["spoil-events"] = DiscordControl.Done(call =>
        {
            faults.SpoilEvents(call.Choice<EventFaultKind>("kind"), call.Maybe("name"), call.Number("times", 1), TimeSpan.FromMilliseconds(call.Number("milliseconds", 0)));
            return null;
        });
        verbs["spoil-requests"] = DiscordControl.Done(call =>
        {
            faults.Requests.Add(new()
            {
                Kind = call.Choice<RequestFaultKind>("kind"),
                Method = call.Maybe("method"),
                Path = call.Maybe("path"),
                Times = call.Number("times", 1),
                Status = call.Number("status", 502),
                After = TimeSpan.FromMilliseconds(call.Number("milliseconds", 1000)),
                Global = call.Flag("global"),
                Body = call.Maybe("body"),
            });
            return null;
        });
        verbs["clear-faults"] = DiscordControl.Done(_ =>
        {
            faults.Requests.Clear();
            faults.StopSpoilingEvents();
            faults.SlowGateway = TimeSpan.Zero;
            return null;
        });
        verbs["limits"] = DiscordControl.Done(call =>
        {
            faults.RateLimits = call.Flag("on", otherwise: true) ? RateLimits.Discord with { Global = call.Number("global", 50) } : RateLimits.None;
            return null;
        });
    }

    private static object Count(int connections) => new { connections };
}
