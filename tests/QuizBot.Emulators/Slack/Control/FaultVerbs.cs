using QuizBot.Emulators.Control;
using QuizBot.Emulators.Faults;
using QuizBot.Emulators.Slack.Api;
using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Control;

/// <summary>The switches for what goes wrong, as verbs.</summary>
internal static class FaultVerbs
{
    public static void Add(Dictionary<string, Func<ControlCall, Task<object?>>> verbs, SlackEmulator slack, SlackControl control)
    {
        var faults = slack.Faults;
        verbs["drop"] = Each(control, faults.DropConnections);
        verbs["half-open"] = Each(control, faults.HalfOpenConnections);
        verbs["warn"] = Each(control, faults.Warn);
        verbs["refresh"] = Each(control, faults.RequestRefresh);
        verbs["disable-link"] = Each(control, app => faults.DisableLink(app!));
        verbs["enable-link"] = SlackControl.Done(call =>
        {
            faults.EnableLink(control.App(call));
            return null;
        });
        verbs["close"] = SlackControl.Done(call => Count(faults.CloseConnections(call.Number("code", 1000), control.App(call))));
        verbs["send"] = SlackControl.Done(call => Count(faults.SendText(call.Text("text"), control.App(call))));
        verbs["slow"] = SlackControl.Done(call =>
        {
            faults.SlowSockets = TimeSpan.FromMilliseconds(call.Number("milliseconds", 0));
            return null;
        });
        verbs["http"] = SlackControl.Done(call =>
        {
            slack.UseHttp(control.App(call), Url(call, "events"), Url(call, "interactivity"), Url(call, "commands"));
            return null;
        });
        verbs["verify-url"] = async call => new { verified = await slack.VerifyUrlAsync(control.App(call), Url(call, "url")!, CancellationToken.None) };
        verbs["spoil-deliveries"] = SlackControl.Done(call =>
        {
            faults.SpoilDeliveries(call.Choice<DeliveryFaultKind>("kind"), call.Maybe("type"), call.Number("times", 1), TimeSpan.FromMilliseconds(call.Number("milliseconds", 0)));
            return null;
        });
        verbs["spoil-requests"] = SlackControl.Done(call =>
        {
            faults.Requests.Add(new()
            {
                Kind = call.Choice<RequestFaultKind>("kind"),
                Path = call.Maybe("method"),
                Times = call.Number("times", 1),
                Status = call.Number("status", call.Maybe("error") is null ? 503 : 200),
                After = TimeSpan.FromMilliseconds(call.Number("milliseconds", 1000)),
                Body = call.Maybe("error") is { } error ? $$"""{"ok":false,"error":"{{error}}"}""" : call.Maybe("body"),
            });
            return null;
        });
        verbs["clear-faults"] = SlackControl.Done(_ =>
        {
            faults.Requests.Clear();
            faults.StopSpoilingDeliveries();
            faults.SlowSockets = TimeSpan.Zero;
            return null;
        });
        verbs["limits"] = SlackControl.Done(call =>
        {
            faults.RateLimits = call.Flag("on", otherwise: true) ? SlackRateLimits.Slack : SlackRateLimits.None;
            return null;
        });
    }

    private static Func<ControlCall, Task<object?>> Each(SlackControl control, Func<EmulatedApp?, int> deed) =>
        SlackControl.Done(call => Count(deed(control.App(call))));

    private static Uri? Url(ControlCall call, string name) =>
        call.Maybe(name) is not { } text ? null : Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : throw new ControlException($"\"{name}\" is no URL.");

    private static object Count(int connections) => new { connections };
}
