using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Discord.Interactions;
using QuizBot.Emulators.Discord.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Rest;

/// <summary>What follows the first answer to an interaction, for fifteen minutes.</summary>
internal static class WebhookRoutes
{
    private const string Base = "/webhooks/{webhook_id}/{webhook_token}";

    public static IEnumerable<Route> All =>
    [
        new("POST", Base, BucketKind.Webhooks, FollowUp) { NeedsNoAuthorization = true },
        .. Of(Base + "/messages/@original"),
        .. Of(Base + "/messages/{message_id}"),
    ];

    private static IEnumerable<Route> Of(string template) =>
    [
        new("GET", template, BucketKind.Webhooks, Get) { NeedsNoAuthorization = true },
        new("PATCH", template, BucketKind.Webhooks, Edit) { NeedsNoAuthorization = true },
        new("DELETE", template, BucketKind.Webhooks, Delete) { NeedsNoAuthorization = true },
    ];

    private static Answer FollowUp(RestCall call)
    {
        if (FindInteraction(call, out var interaction) is { } refusal)
            return refusal;
        var draft = MessageForm.Read(call.Form, call.Files);
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        if (draft.Over(MessageContent.Empty).IsEmpty)
            return Refusals.EmptyMessage;
        var world = call.World;
        // Right after a deferral a follow-up fills the message that is loading, and stays as private as that is.
        if (interaction.Original is { } original && original.Flags.HasFlag(MessageFlags.Loading))
        {
            Posting.Edit(world, original, draft);
            interaction.Show(original);
            return Shown(world, original);
        }
        var message = Posting.Post(world, interaction.Channel, draft, world.Bot, interaction, draft.Flags.HasFlag(MessageFlags.Ephemeral));
        interaction.FollowUps = [.. interaction.FollowUps, message];
        return Shown(world, message);
    }

    private static Answer Get(RestCall call) => Find(call, out _, out var message) ?? Shown(call.World, message);

    private static Answer Edit(RestCall call)
    {
        if (Find(call, out var interaction, out var message) is { } refusal)
            return refusal;
        var draft = MessageForm.Read(call.Form, call.Files);
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        if (draft.Over(message.Content).IsEmpty)
            return Refusals.EmptyMessage;
        Posting.Edit(call.World, message, draft);
        if (message == interaction.Original)
            interaction.Show(message);
        return Shown(call.World, message);
    }

    private static Answer Delete(RestCall call)
    {
        if (Find(call, out var interaction, out var message) is { } refusal)
            return refusal;
        Posting.Delete(call.World, message);
        if (message == interaction.Original)
            interaction.Show(null);
        return Answer.Nothing;
    }

    private static Answer? FindInteraction(RestCall call, out EmulatedInteraction interaction)
    {
        interaction = null!;
        if (call.Id("webhook_id") != call.World.ApplicationId)
            return Refusals.UnknownWebhook;
        if (!call.World.Interactions.TryGetValue(call.Text("webhook_token"), out var found)
            || call.World.Time.GetUtcNow() - found.At >= EmulatedInteraction.TokenLifetime)
            return Refusals.InvalidWebhookToken;
        interaction = found;
        // Nothing can follow an answer that was not given.
        return found.Answered is { IsCompleted: true, Result: not InteractionOutcome.Failed } ? null : Refusals.UnknownWebhook;
    }

    private static Answer? Find(RestCall call, out EmulatedInteraction interaction, out EmulatedMessage message)
    {
        message = null!;
        if (FindInteraction(call, out interaction) is { } refusal)
            return refusal;
        var wanted = call.HasText("message_id") ? call.Id("message_id") : interaction.Original?.Id ?? 0;
        if (!interaction.Channel.MessagesUnguarded.TryGetValue(wanted, out var found) || found.IsDeleted)
            return Refusals.UnknownMessage;
        // A token speaks for its own messages only.
        if (found != interaction.Original && found.Interaction != interaction)
            return Refusals.UnknownMessage;
        message = found;
        return null;
    }

    private static Answer Shown(DiscordWorld world, EmulatedMessage message) => Answer.Ok(MessageView.Of(world, message), MessageJson.Write);
}
