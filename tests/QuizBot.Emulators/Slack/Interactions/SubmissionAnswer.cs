using System.Text.Json;
using QuizBot.Emulators.Slack.Api;
using QuizBot.Emulators.Slack.Views;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Interactions;

/// <summary>What an acknowledgement does to the modal that was submitted.</summary>
internal static class SubmissionAnswer
{
    public static void Apply(SlackWorld world, EmulatedInteraction interaction, JsonElement? payload)
    {
        var view = interaction.View!;
        if (payload is not { ValueKind: JsonValueKind.Object } body || !body.TryGetProperty("response_action", out var action))
        {
            // The view below, if there is one, comes to the front again.
            view.IsOpen = false;
            return;
        }
        switch (action.ToString())
        {
            case "clear":
                ViewChanges.Clear(view.Member);
                break;
            case "errors":
                view.Errors = Errors(view, body);
                break;
            case "update":
                ViewChanges.Update(world, view, View(body));
                interaction.Views.Add(view);
                break;
            case "push":
                ViewMethods.Shown(world, interaction, View(body), view);
                break;
            default:
                throw new Refusal("invalid_response_action");
        }
    }

    private static JsonElement View(JsonElement body) =>
        ViewForm.Read(body.TryGetProperty("view", out var view) ? view : default, ViewKind.Modal);

    private static Dictionary<string, string> Errors(EmulatedView view, JsonElement body)
    {
        if (!body.TryGetProperty("errors", out var errors) || errors.ValueKind != JsonValueKind.Object || !errors.EnumerateObject().Any())
            throw new Refusal("invalid_errors");
        var inputs = Elements.Of(view.Blocks).Where(one => one.Block.GetProperty("type").GetString() == "input").Select(one => one.BlockId).ToHashSet();
        var told = errors.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.ToString());
        // An error is shown beside an input; there is no other place for it.
        return told.Keys.All(inputs.Contains) ? told : throw new Refusal("invalid_errors");
    }
}
