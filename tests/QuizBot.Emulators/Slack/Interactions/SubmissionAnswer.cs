using System.Text.Json;
using QuizBot.Emulators.Slack.Views;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Interactions;

/// <summary>What an acknowledgement does to the modal that was submitted.</summary>
internal static class SubmissionAnswer
{
    public static void Apply(SlackWorld world, EmulatedInteraction interaction, JsonElement? payload)
    {
        var view = interaction.View!;
        var action = payload is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("response_action", out var given) ? given.GetString() : null;
        switch (action)
        {
            case null:
                view.IsOpen = false;
                break;
            case "clear":
                ViewChanges.Clear(view.Member);
                break;
            case "errors":
                view.Errors = payload!.Value.GetProperty("errors").EnumerateObject().ToDictionary(one => one.Name, one => one.Value.ToString());
                break;
            case "update":
                ViewChanges.Update(world, view, ViewForm.Read(payload!.Value.GetProperty("view"), ViewKind.Modal));
                interaction.Views.Add(view);
                break;
            case "push":
                Api.ViewMethods.Shown(world, interaction, ViewForm.Read(payload!.Value.GetProperty("view"), ViewKind.Modal), view);
                break;
        }
    }
}
