using System.Text.Json;
using QuizBot.Emulators.Slack.Api;
using QuizBot.Emulators.Slack.Blocks;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Interactions;

/// <summary>The addresses that answer an interaction: five times, for half an hour.</summary>
internal sealed class ResponseUrls(SlackWorld world)
{
    private readonly Dictionary<string, Use> urls = [];

    public Uri Add(EmulatedInteraction interaction)
    {
        var path = $"/{(interaction.Kind == InteractionKind.Command ? "commands" : "actions")}/{interaction.Member.Workspace.Id}/{urls.Count + 1}/{SlackIds.Secret(12)}";
        urls.Add(path, new(interaction));
        return new(world.HttpUrl + path);
    }

    public (int Status, string Body, string? Error) Answer(string path, string body)
    {
        lock (world.Gate)
        {
            if (!urls.TryGetValue(path, out var use))
                return Refused(404, "no_service");
            if (world.Now - use.Interaction.At > world.Options.ResponseUrlLifetime)
                return Refused(404, "expired_url");
            if (use.Count >= world.Options.ResponseUrlUses)
                return Refused(404, "used_url");
            try
            {
                Respond(world, use.Interaction, ResponseForm.Parse(body));
            }
            catch (Refusal refusal)
            {
                return Refused(refusal.Error is "no_text" ? 500 : 400, refusal.Error);
            }
            use.Count++;
            return (200, use.Interaction.Kind == InteractionKind.Command ? "ok" : """{"ok":true}""", null);
        }
    }

    /// <summary>Shows what the app answers, by URL or with its acknowledgement.</summary>
    public static void Respond(SlackWorld world, EmulatedInteraction interaction, JsonElement body)
    {
        var original = interaction.Source;
        if (ResponseForm.Flag(body, "delete_original"))
        {
            if (original is null)
                throw new Refusal("message_not_found");
            world.Delete(original);
            interaction.Responses.Add(original);
            return;
        }
        var content = MessageForm.Read(ResponseForm.Arguments(body), MessageForm.LongestPost, truncates: true);
        if (ResponseForm.Flag(body, "replace_original") && original is not null)
        {
            world.Edit(original, content with { Metadata = original.Content.Metadata });
            interaction.Responses.Add(original);
            return;
        }
        var thread = ResponseForm.Text(body, "thread_ts");
        var message = ResponseForm.Text(body, "response_type") == "in_channel"
            ? world.Post(interaction.Channel!, interaction.Channel!.Workspace.Bot, content, thread)
            : world.PostEphemeral(interaction.Channel!, interaction.Member, content, thread);
        interaction.Responses.Add(message);
    }

    private static (int, string, string?) Refused(int status, string error) => (status, $$"""{"ok":false,"error":"{{error}}"}""", error);

    private sealed class Use(EmulatedInteraction interaction)
    {
        public EmulatedInteraction Interaction => interaction;

        public int Count { get; set; }
    }
}
