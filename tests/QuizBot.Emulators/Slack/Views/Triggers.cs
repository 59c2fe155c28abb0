using QuizBot.Emulators.Slack.Api;
using QuizBot.Emulators.Slack.Interactions;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Views;

/// <summary>The ids that open views: three seconds, once. Guarded by the world's lock.</summary>
internal sealed class Triggers(SlackWorld world)
{
    private readonly Dictionary<string, Trigger> triggers = [];

    public string Next() => $"{world.Now.ToUnixTimeMilliseconds()}.{triggers.Count + 1}.{SlackIds.Secret()}";

    public void Add(EmulatedInteraction interaction) => triggers.Add(interaction.TriggerId, new(interaction));

    public EmulatedInteraction Use(string id, EmulatedWorkspace workspace)
    {
        if (!triggers.TryGetValue(id, out var trigger) || trigger.Interaction.Member.Workspace != workspace)
            throw new Refusal("invalid_trigger_id");
        if (trigger.IsUsed)
            throw new Refusal("exchanged_trigger_id");
        if (world.Now - trigger.Interaction.At > world.Options.TriggerLifetime)
            throw new Refusal("expired_trigger_id");
        trigger.IsUsed = true;
        return trigger.Interaction;
    }

    private sealed class Trigger(EmulatedInteraction interaction)
    {
        public EmulatedInteraction Interaction => interaction;

        public bool IsUsed { get; set; }
    }
}
