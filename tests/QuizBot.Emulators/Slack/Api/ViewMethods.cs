using System.Text.Json;
using System.Text.Json.Nodes;
using QuizBot.Emulators.Slack.Interactions;
using QuizBot.Emulators.Slack.Json;
using QuizBot.Emulators.Slack.Views;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Api;

internal static class ViewMethods
{
    public static readonly ApiMethod[] All =
    [
        ApiMethod.Write("views.open", RateTier.Tier4, null, call =>
        {
            var content = ViewForm.Read(View(call), ViewKind.Modal);
            var interaction = Interaction(call);
            return Answer(Shown(call.World, interaction, content, previous: null));
        }),
        ApiMethod.Write("views.push", RateTier.Tier4, null, call =>
        {
            var content = ViewForm.Read(View(call), ViewKind.Modal);
            var interaction = Interaction(call);
            if (interaction.View is not { Kind: ViewKind.Modal, IsOpen: true } below)
                throw new Refusal("invalid_trigger_id");
            return Answer(Shown(call.World, interaction, content, below));
        }),
        ApiMethod.Write("views.update", RateTier.Tier4, null, call =>
        {
            var view = Find(call);
            var content = ViewForm.Read(View(call), view.Kind);
            CheckHash(call, view);
            ViewChanges.Update(call.World, view, content);
            return Answer(view);
        }),
        ApiMethod.Write("views.publish", RateTier.Tier4, null, call =>
        {
            var member = call.Workspace.MembersUnguarded.GetValueOrDefault(call.Arguments.Required("user_id")) is { IsBot: false } one
                ? one : throw Refusal.Invalid("invalid_arguments", "user_id must be a user of this workspace");
            if (member.IsDeactivated)
                throw new Refusal("not_enabled");
            var content = ViewForm.Read(View(call), ViewKind.Home);
            if (call.Workspace.HomesUnguarded.GetValueOrDefault(member.Id) is { } known)
                CheckHash(call, known);
            return Answer(ViewChanges.Publish(call.World, member, content));
        }),
    ];

    public static EmulatedView Shown(SlackWorld world, EmulatedInteraction interaction, JsonElement content, EmulatedView? previous)
    {
        var view = ViewChanges.Open(world, interaction.Member, content, previous);
        interaction.Views.Add(view);
        return view;
    }

    private static JsonElement View(ApiCall call)
    {
        call.Arguments.Required("view");
        return call.Arguments.Json("view", "invalid_arguments");
    }

    private static EmulatedInteraction Interaction(ApiCall call) => call.World.Triggers.Use(call.Arguments.Required("trigger_id"), call.Workspace);

    private static EmulatedView Find(ApiCall call)
    {
        var (id, external) = (call.Arguments.Maybe("view_id"), call.Arguments.Maybe("external_id"));
        if (id is null && external is null)
            throw Refusal.Invalid("invalid_arguments", "either view_id or external_id is required");
        var views = call.Workspace.ViewsUnguarded.Values;
        return views.FirstOrDefault(view => view.IsOpen && (id is not null ? view.Id == id : view.ExternalId == external)) ?? throw new Refusal("not_found");
    }

    private static void CheckHash(ApiCall call, EmulatedView view)
    {
        if (call.Arguments.Maybe("hash") is { } hash && hash != view.Hash)
            throw new Refusal("hash_conflict");
    }

    private static JsonObject Answer(EmulatedView view) => ApiCall.Ok([new("view", ViewJson.Of(view))]);
}
