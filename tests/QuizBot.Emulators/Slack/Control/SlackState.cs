using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Slack.Interactions;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Control;

/// <summary>What the control API shows.</summary>
internal static class SlackState
{
    private const int Latest = 200;

    public static object Of(SlackEmulator slack)
    {
        lock (slack.World.Gate)
            return new
            {
                slack.ApiBaseUrl,
                apps = slack.Apps.Select(app => new { app.Id, app.Name, app.AppToken, app.SigningSecret, app.UsesSocketMode, app.EventsUrl, app.InteractivityUrl, app.CommandsUrl }),
                workspaces = slack.Workspaces.Select(Workspace),
                connections = slack.Connections.All.Select(one => new
                {
                    one.Number,
                    app = one.App.Id,
                    one.IsOpen,
                    one.Envelopes,
                    one.Acknowledgements,
                    one.StrayAcknowledgements,
                    one.PingsReceived,
                    one.PongsReceived,
                    one.ClosedByClient,
                    one.ClosedByServer,
                }),
                deliveries = slack.Deliveries.All.TakeLast(Latest).Select(Delivery),
                calls = slack.Calls.All.TakeLast(Latest).Select(call => new { call.Method, call.Arguments, call.Status, call.Error, call.Answer }),
            };
    }

    public static object Message(EmulatedMessage message) => new
    {
        message.Ts,
        channel = message.Channel.Id,
        author = message.Author.Id,
        message.At,
        message.Text,
        blocks = Json(message.Content.Blocks),
        metadata = Json(message.Content.Metadata),
        message.ThreadTs,
        message.EditedTs,
        message.IsDeleted,
        message.Subtype,
        onlyFor = message.OnlyFor?.Id,
        message.WasSeen,
        history = message.History.Select(content => new { content.Text, blocks = Json(content.Blocks) }),
        reactions = message.Reactions.Select(reaction => new { reaction.Name, reaction.Users }),
    };

    public static object View(EmulatedView view) => new
    {
        view.Id,
        member = view.Member.Id,
        view.Kind,
        view.IsOpen,
        view.Title,
        view.Hash,
        view.Errors,
        content = Json(view.Content),
    };

    public static object Delivery(EmulatedDelivery delivery) => new
    {
        delivery.Kind,
        delivery.Type,
        delivery.Id,
        payload = delivery.PayloadBytes.Length == 0 ? null : Json(delivery.Json),
        attempts = delivery.Attempts.Select(attempt => new { attempt.Retry, attempt.Reason, attempt.Connection, attempt.Status, attempt.IsAcknowledged }),
        state = delivery.Outcome.IsCompletedSuccessfully ? delivery.Outcome.Result.State : (DeliveryState?)null,
    };

    public static object Interaction(EmulatedInteraction interaction, DeliveryOutcome outcome) => new
    {
        state = outcome.State,
        took = outcome.Took.TotalMilliseconds,
        outcome.Attempts,
        payload = outcome.Payload,
        responses = interaction.Responses.All.Select(Message),
        views = interaction.Views.All.Select(View),
        view = interaction.View is { } view ? View(view) : null,
    };

    private static object Workspace(EmulatedWorkspace workspace) => new
    {
        workspace.Id,
        workspace.Name,
        app = workspace.App.Id,
        workspace.BotToken,
        bot = workspace.Bot.Id,
        workspace.Token,
        workspace.Scopes,
        members = workspace.Members.Select(member => new { member.Id, member.Name, member.DisplayName, member.Role, member.IsBot, member.IsDeactivated, member.IsActive, member.TimeZone }),
        channels = workspace.Channels.Select(channel => new
        {
            channel.Id,
            channel.Name,
            channel.Kind,
            channel.IsArchived,
            channel.IsDeleted,
            partner = channel.Partner?.Id,
            members = channel.Members.Select(member => member.Id),
            messages = channel.AllMessages.Select(Message),
            ephemeral = channel.EphemeralUnguarded.Values.Select(Message),
        }),
        views = workspace.ViewsUnguarded.Values.Where(view => view.IsOpen).Select(View),
    };

    private static System.Text.Json.JsonElement? Json(System.Text.Json.JsonElement element) => element.ValueKind == System.Text.Json.JsonValueKind.Undefined ? null : element;
}
