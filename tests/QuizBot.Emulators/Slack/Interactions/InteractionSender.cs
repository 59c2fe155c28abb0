using System.Text.Json;
using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Slack.Json;
using QuizBot.Emulators.Slack.Views;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Interactions;

/// <summary>Tells the app what a member did. Guarded by the world's lock.</summary>
internal static class InteractionSender
{
    public static EmulatedInteraction Command(SlackWorld world, EmulatedMember member, EmulatedChannel channel, string command, string text)
    {
        var interaction = new EmulatedInteraction(InteractionKind.Command, member, world.Triggers.Next(), world.Now) { Channel = channel };
        interaction.ResponseUrl = world.Responses.Add(interaction);
        var workspace = channel.Workspace;
        return Send(world, interaction, DeliveryKind.Command, command, new()
        {
            ["token"] = workspace.App.VerificationToken,
            ["team_id"] = workspace.Id,
            ["team_domain"] = workspace.Domain,
            ["channel_id"] = channel.Id,
            ["channel_name"] = NameOf(channel),
            ["user_id"] = member.Id,
            ["user_name"] = member.Name,
            ["command"] = command,
            ["text"] = CommandText.Of(text, workspace),
            ["api_app_id"] = workspace.App.Id,
            ["is_enterprise_install"] = "false",
            ["response_url"] = interaction.ResponseUrl.ToString(),
            ["trigger_id"] = interaction.TriggerId,
        }, payload =>
        {
            if (CommandText.Answer(payload) is { } answer)
                ResponseUrls.Respond(world, interaction, answer);
        });
    }

    public static EmulatedInteraction Action(SlackWorld world, EmulatedMember member, EmulatedMessage message,
        (JsonElement Block, string BlockId, JsonElement Element, string ActionId) what, string[] values) =>
        OnMessage(world, member, message, ActionJson.Of(world, what, values));

    public static EmulatedInteraction Forged(SlackWorld world, EmulatedMember member, EmulatedMessage message, string actionId, string value) =>
        OnMessage(world, member, message, new()
        {
            ["action_id"] = actionId,
            ["block_id"] = "forged",
            ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Forged", ["emoji"] = true },
            ["value"] = value,
            ["type"] = "button",
            ["action_ts"] = world.Ids.NextTs(),
        });

    public static EmulatedInteraction Action(SlackWorld world, EmulatedMember member, EmulatedView view,
        (JsonElement Block, string BlockId, JsonElement Element, string ActionId) what, string[] values)
    {
        var interaction = new EmulatedInteraction(InteractionKind.Action, member, world.Triggers.Next(), world.Now) { View = view };
        var action = ActionJson.Of(world, what, values);
        ViewValues.Keep(view, what, action);
        var json = Begin(interaction, "block_actions");
        json["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        json["trigger_id"] = interaction.TriggerId;
        AddTeam(json, view.Member.Workspace);
        json["view"] = ViewJson.Of(view);
        json["actions"] = new JsonArray(action);
        return Send(world, interaction, DeliveryKind.Interaction, "block_actions", json, null);
    }

    public static EmulatedInteraction Submission(SlackWorld world, EmulatedMember member, EmulatedView view)
    {
        var interaction = new EmulatedInteraction(InteractionKind.ViewSubmission, member, world.Triggers.Next(), world.Now) { View = view };
        var json = Begin(interaction, "view_submission");
        AddTeam(json, view.Member.Workspace);
        json["trigger_id"] = interaction.TriggerId;
        json["view"] = ViewJson.Of(view);
        json["response_urls"] = new JsonArray();
        return Send(world, interaction, DeliveryKind.Interaction, "view_submission", json, payload => SubmissionAnswer.Apply(world, interaction, payload));
    }

    public static EmulatedInteraction Closed(SlackWorld world, EmulatedMember member, EmulatedView view)
    {
        var interaction = new EmulatedInteraction(InteractionKind.ViewClosed, member, "", world.Now) { View = view };
        var json = Begin(interaction, "view_closed");
        AddTeam(json, view.Member.Workspace);
        json["view"] = ViewJson.Of(view);
        json["is_cleared"] = false;
        return Send(world, interaction, DeliveryKind.Interaction, "view_closed", json, null);
    }

    private static EmulatedInteraction OnMessage(SlackWorld world, EmulatedMember member, EmulatedMessage message, JsonObject action)
    {
        var interaction = new EmulatedInteraction(InteractionKind.Action, member, world.Triggers.Next(), world.Now) { Channel = message.Channel, Source = message };
        interaction.ResponseUrl = world.Responses.Add(interaction);
        var json = Begin(interaction, "block_actions");
        var container = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = message.Ts,
            ["channel_id"] = message.Channel.Id,
            ["is_ephemeral"] = message.OnlyFor is not null,
        };
        if (message.ThreadTs is not null)
            container["thread_ts"] = message.ThreadTs;
        json["container"] = container;
        json["trigger_id"] = interaction.TriggerId;
        AddTeam(json, message.Channel.Workspace);
        json["channel"] = new JsonObject { ["id"] = message.Channel.Id, ["name"] = NameOf(message.Channel) };
        // What only one member sees Slack does not keep, so it cannot tell it.
        if (message.OnlyFor is null)
            json["message"] = MessageJson.Of(message);
        json["state"] = new JsonObject { ["values"] = new JsonObject() };
        json["response_url"] = interaction.ResponseUrl.ToString();
        json["actions"] = new JsonArray(action);
        return Send(world, interaction, DeliveryKind.Interaction, "block_actions", json, null);
    }

    private static JsonObject Begin(EmulatedInteraction interaction, string type)
    {
        var member = interaction.Member;
        return new()
        {
            ["type"] = type,
            ["user"] = new JsonObject
            {
                ["id"] = member.Id,
                ["username"] = member.Name,
                ["name"] = member.Name,
                ["team_id"] = member.Workspace.Id,
            },
            ["api_app_id"] = member.Workspace.App.Id,
            ["token"] = member.Workspace.App.VerificationToken,
        };
    }

    private static void AddTeam(JsonObject json, EmulatedWorkspace workspace)
    {
        json["team"] = new JsonObject { ["id"] = workspace.Id, ["domain"] = workspace.Domain };
        json["enterprise"] = null;
        json["is_enterprise_install"] = false;
    }

    private static string NameOf(EmulatedChannel channel) => channel.Kind switch
    {
        ChannelKind.Direct => "directmessage",
        ChannelKind.Private => "privategroup",
        _ => channel.Name,
    };

    private static EmulatedInteraction Send(SlackWorld world, EmulatedInteraction interaction, DeliveryKind kind, string type, JsonObject payload, Action<JsonElement?>? acknowledged)
    {
        var workspace = interaction.Member.Workspace;
        if (interaction.TriggerId.Length > 0)
            world.Triggers.Add(interaction);
        interaction.Delivery = new(world.Gate, kind, type, interaction.TriggerId, workspace, SlackJson.Bytes(payload)) { OnAcknowledged = acknowledged };
        world.Interactions.Add(interaction);
        if (workspace.Token == TokenState.Inactive)
            interaction.Delivery.End(DeliveryState.Unheard);
        else
            world.Courier.Send(interaction.Delivery);
        return interaction;
    }
}
