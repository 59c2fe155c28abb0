using QuizBot.Emulators.Discord.Commands;
using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Discord.Interactions;
using QuizBot.Emulators.Discord.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Rest;

/// <summary>The first answer to an interaction.</summary>
internal static class CallbackRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("POST", "/interactions/{interaction_id}/{interaction_token}/callback", BucketKind.None, Callback) { NeedsNoAuthorization = true },
    ];

    private static Answer Callback(RestCall call)
    {
        var world = call.World;
        if (!world.Interactions.TryGetValue(call.Text("interaction_token"), out var interaction)
            || interaction.Id != call.Id("interaction_id") || world.Time.GetUtcNow() - interaction.At >= EmulatedInteraction.TokenLifetime)
            return Refusals.UnknownInteraction;
        if (interaction.IsAnswered)
            return interaction.Answered is { Result: InteractionOutcome.Failed } ? Refusals.UnknownInteraction : Refusals.AlreadyAcknowledged;
        // The clock says so even where the timer that tells the member is late.
        if (world.Time.GetUtcNow() - interaction.At >= EmulatedInteraction.Deadline)
            return Refusals.UnknownInteraction;
        var type = call.Form.OneOf("type", required: true, Allowed(interaction));
        var data = call.Form.Object("data", required: type is 4 or 8 or 9);
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        var outcome = (InteractionOutcome)type!.Value;
        if (Do(call, interaction, outcome, data) is { } refusal)
            return refusal;
        interaction.Answer(outcome, TimeProvider.System.GetElapsedTime(interaction.StartedAt));
        if (outcome is InteractionOutcome.Message or InteractionOutcome.Update)
            interaction.Show(interaction.Original);
        else if (outcome is InteractionOutcome.Choices or InteractionOutcome.Modal)
            interaction.Show(null);
        return call.Query["with_response"] == "true"
            ? Answer.Ok((world, interaction, outcome), CallbackJson.Write)
            : Answer.Nothing;
    }

    private static long[] Allowed(EmulatedInteraction interaction) => interaction.Kind switch
    {
        InteractionKind.Command => [4, 5, 9],
        InteractionKind.Component => [4, 5, 6, 7, 9],
        InteractionKind.Autocomplete => [8],
        _ => interaction.Source is null ? [4, 5] : [4, 5, 6, 7],
    };

    private static Answer? Do(RestCall call, EmulatedInteraction interaction, InteractionOutcome outcome, Fields? data)
    {
        switch (outcome)
        {
            case InteractionOutcome.Message:
                return Post(call, interaction, data!.Value);
            case InteractionOutcome.Deferred:
                var flags = (MessageFlags)(data?.Number("flags", 0, int.MaxValue) ?? 0);
                if (call.Errors.Any)
                    return Answer.Invalid(call.Errors);
                interaction.Original = Posting.Post(call.World, interaction.Channel, new(), call.World.Bot, interaction,
                    flags.HasFlag(MessageFlags.Ephemeral), MessageFlags.Loading);
                return null;
            case InteractionOutcome.DeferredUpdate:
                interaction.Original = interaction.Source;
                return null;
            case InteractionOutcome.Update:
                return Update(call, interaction, data);
            case InteractionOutcome.Choices:
                var list = data!.Value.Objects("choices", 25, required: true) ?? [];
                interaction.Choices = ChoiceForm.Read(list, interaction.FocusedType);
                return call.Errors.Any ? Answer.Invalid(call.Errors) : null;
            default:
                interaction.Modal = ModalForm.Read(data!.Value);
                return call.Errors.Any ? Answer.Invalid(call.Errors) : null;
        }
    }

    private static Answer? Post(RestCall call, EmulatedInteraction interaction, Fields data)
    {
        var draft = MessageForm.Read(data, call.Files);
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        if (draft.Over(MessageContent.Empty).IsEmpty)
            return Refusals.EmptyMessage;
        interaction.Original = Posting.Post(call.World, interaction.Channel, draft, call.World.Bot, interaction, draft.Flags.HasFlag(MessageFlags.Ephemeral));
        return null;
    }

    private static Answer? Update(RestCall call, EmulatedInteraction interaction, Fields? data)
    {
        var source = interaction.Source!;
        interaction.Original = source;
        if (data is not { } fields)
            return null;
        var draft = MessageForm.Read(fields, call.Files);
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        if (source.IsDeleted)
            return Refusals.UnknownMessage;
        if (draft.Over(source.Content).IsEmpty)
            return Refusals.EmptyMessage;
        Posting.Edit(call.World, source, draft);
        return null;
    }
}
