using QuizBot.Emulators.Control;
using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Slack.Interactions;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Control;

/// <summary>The deeds of members and admins as verbs.</summary>
internal sealed class SlackControl(SlackEmulator slack)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static ControlServer Server(SlackEmulator slack)
    {
        var control = new SlackControl(slack);
        var verbs = new Dictionary<string, Func<ControlCall, Task<object?>>>
        {
            ["workspace"] = Done(call => control.AddWorkspace(call)),
            ["channel"] = Done(call => Named(slack.AddChannel(control.Workspace(call), call.Text("name"), control.Member(call),
                call.Flag("private") ? ChannelKind.Private : ChannelKind.Public, call.Flag("withBot", otherwise: true), call.List("members").Select(one => control.Member(one.ToString()))))),
            ["member"] = Done(call => Named(slack.AddMember(control.Workspace(call), call.Text("name"),
                call.Maybe("role") is null ? MemberRole.Member : call.Choice<MemberRole>("role"), call.Maybe("timeZone") ?? "Europe/Berlin", call.Maybe("displayName"), call.Flag("bot")))),
            ["join"] = call => HeardAsync(slack.Join(control.Member(call), control.Channel(call))),
            ["invite"] = call => HeardAsync(slack.InviteBot(control.Channel(call), control.Member(call))),
            ["say"] = Done(call => SlackState.Message(slack.Say(control.Member(call), control.Channel(call), call.Text("text"), call.Maybe("thread")))),
            ["say-directly"] = Done(call => SlackState.Message(slack.SayDirectly(control.Member(call), call.Text("text")))),
            ["mention"] = call => HeardAsync(slack.Mention(control.Member(call), control.Channel(call), call.Maybe("text") ?? "", call.Maybe("thread"))),
            ["react"] = call => HeardAsync(slack.React(control.Member(call), control.Message(call), call.Text("name"))),
            ["unreact"] = call => HeardAsync(slack.Unreact(control.Member(call), control.Message(call), call.Text("name"))),
            ["command"] = call => AnswerAsync(call, slack.UseCommand(control.Member(call), control.Channel(call), call.Text("line"))),
            ["press"] = call => AnswerAsync(call, control.Press(call)),
            ["press-forged"] = call => AnswerAsync(call, slack.PressForged(control.Member(call), control.Message(call), call.Text("actionId"), call.Text("value"))),
            ["submit"] = call => AnswerAsync(call, slack.SubmitView(control.Member(call), control.View(call), [.. call.Fields("values").Select(value => (value.Name, value.Value.ToString()))])),
            ["close-view"] = async call => slack.CloseView(control.Member(call), control.View(call)) is { } interaction ? await AnswerAsync(call, interaction) : null,
            ["home"] = call => HeardAsync(slack.OpenHome(control.Member(call), call.Maybe("tab") ?? "home")),
            ["leave"] = call => HeardAsync(slack.Leave(control.Member(call), control.Channel(call))),
            ["remove-bot"] = call => HeardAsync(slack.RemoveBot(control.Channel(call))),
            ["archive"] = call => HeardAsync(slack.Archive(control.Channel(call))),
            ["unarchive"] = call => HeardAsync(slack.Unarchive(control.Channel(call))),
            ["delete-channel"] = call => HeardAsync(slack.DeleteChannel(control.Channel(call))),
            ["rename"] = call => HeardAsync(slack.Rename(control.Channel(call), call.Text("name"))),
            ["delete-message"] = Done(call =>
            {
                slack.Delete(control.Message(call));
                return null;
            }),
            ["deactivate"] = call => HeardAsync(slack.Deactivate(control.Member(call))),
            ["revoke-token"] = call => HeardAsync(slack.RevokeToken(control.Workspace(call))),
            ["uninstall"] = call => HeardAsync(slack.Uninstall(control.Workspace(call))),
        };
        FaultVerbs.Add(verbs, slack, control);
        return new(Page(), () => SlackState.Of(slack), verbs);
    }

    internal static Func<ControlCall, Task<object?>> Done(Func<ControlCall, object?> deed) => call => Task.FromResult(deed(call));

    /// <summary>The app that is named, or the only one.</summary>
    internal EmulatedApp App(ControlCall call) =>
        call.Maybe("app") is not { } id ? slack.Apps[0] : slack.Apps.FirstOrDefault(app => app.Id == id) ?? throw new ControlException("There is no such app.");

    private static string Page()
    {
        using var stream = typeof(SlackControl).Assembly.GetManifestResourceStream("slack-control.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static object Named(EmulatedChannel channel) => new { channel.Id, channel.Name };

    private static object Named(EmulatedMember member) => new { member.Id, member.Name };

    /// <summary>Waits for the acknowledgement, but not for retries that come minutes later.</summary>
    private static async Task<object?> HeardAsync(EmulatedDelivery delivery)
    {
        await Task.WhenAny(delivery.Outcome, Task.Delay(Patience, TimeProvider.System));
        return SlackState.Delivery(delivery);
    }

    /// <summary>Waits for the acknowledgement, or with "until" for the first response or view.</summary>
    private static async Task<object?> AnswerAsync(ControlCall call, EmulatedInteraction interaction)
    {
        var outcome = await interaction.Outcome;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            if (call.Maybe("until") == "response")
                await interaction.Responses.FirstAsync(_ => true, patience.Token);
            else if (call.Maybe("until") == "view")
                await interaction.Views.FirstAsync(_ => true, patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new ControlException($"There was no {call.Maybe("until")} within {Patience.TotalSeconds} s.");
        }
        return SlackState.Interaction(interaction, outcome);
    }

    private object AddWorkspace(ControlCall call)
    {
        var workspace = slack.AddWorkspace(call.Text("name"), call.Maybe("app") is null ? null : App(call));
        return new { workspace.Id, workspace.BotToken, app = workspace.App.Id, workspace.App.AppToken, workspace.App.SigningSecret };
    }

    private EmulatedInteraction Press(ControlCall call)
    {
        string[] values = [.. call.List("values").Select(value => value.ToString())];
        return call.Maybe("view") is not null
            ? slack.Press(Member(call), View(call), call.Text("actionId"), values)
            : slack.Press(Member(call), Message(call), call.Text("actionId"), values);
    }

    /// <summary>The workspace that is named, or the only one.</summary>
    public EmulatedWorkspace Workspace(ControlCall call) =>
        call.Maybe("workspace") is not { } id ? slack.Workspaces[0]
        : slack.Workspaces.FirstOrDefault(one => one.Id == id) ?? throw new ControlException("There is no such workspace.");

    private EmulatedMember Member(ControlCall call) => Member(call.Text("member"));

    private EmulatedMember Member(string id) =>
        slack.Workspaces.SelectMany(workspace => workspace.Members).FirstOrDefault(member => member.Id == id || member.Name == id)
        ?? throw new ControlException("There is no such member.");

    private EmulatedChannel Channel(ControlCall call)
    {
        var id = call.Text("channel");
        return slack.Workspaces.SelectMany(workspace => workspace.Channels).FirstOrDefault(channel => channel.Id == id || channel.Name == id && id.Length > 0)
            ?? throw new ControlException("There is no such channel.");
    }

    private EmulatedMessage Message(ControlCall call)
    {
        var ts = call.Text("message");
        return slack.Messages.All.LastOrDefault(message => message.Ts == ts) ?? throw new ControlException("There is no such message.");
    }

    private EmulatedView View(ControlCall call)
    {
        var id = call.Text("view");
        return slack.Views.All.LastOrDefault(view => view.Id == id) ?? throw new ControlException("There is no such view.");
    }
}
