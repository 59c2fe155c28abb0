using QuizBot.Chat.Messages;
using QuizBot.Chat.Replies;
using QuizBot.Discord.Rendering;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Interactions;

/// <summary>
/// How a reply answers an interaction: at once, or after a deferral. A command or form is deferred with a private "thinking"
/// message, which the reply then becomes; a button with nothing visible, so that the reply may still replace its message.
/// </summary>
internal sealed class InteractionReplies(IDiscordClient client)
{
    private const string Late = "That took me too long, and nothing was opened. Please try again.";

    /// <summary>The answer within the 3 s.</summary>
    public static InteractionAnswer Now(DiscordInteraction interaction, ChatReply? reply) => reply switch
    {
        PublicReply all => new InteractionAnswer.Message(MessageRenderer.Render(all.Content)),
        UpdateReply update when interaction is ButtonClicked { OnEphemeral: true } => new InteractionAnswer.Update(MessageRenderer.Render(update.Content)),
        FormReply form when interaction is not ModalSent => new InteractionAnswer.Modal(FormRenderer.Render(form)),
        null when interaction is ButtonClicked => new InteractionAnswer.DeferUpdate(),
        _ => new InteractionAnswer.Message(Private(reply)),
    };

    /// <summary>The answer that gains time.</summary>
    public static InteractionAnswer Deferral(DiscordInteraction interaction) => interaction is ButtonClicked
        ? new InteractionAnswer.DeferUpdate()
        : new InteractionAnswer.DeferMessage(Ephemeral: true);

    /// <summary>Shows the reply after <see cref="Deferral"/>.</summary>
    public async ValueTask<DiscordResult> ShowAsync(DiscordInteraction interaction, ChatReply? reply, CancellationToken cancellation)
    {
        var origin = interaction.Origin;
        if (interaction is ButtonClicked button)
        {
            return reply switch
            {
                null => default,
                UpdateReply update when button.OnEphemeral => await client.EditAnswerAsync(origin, MessageRenderer.Render(update.Content), cancellation),
                PublicReply all => await client.FollowUpAsync(origin, MessageRenderer.Render(all.Content), cancellation),
                _ => await client.FollowUpAsync(origin, Private(reply), cancellation),
            };
        }

        if (reply is not PublicReply shown)
            return await client.EditAnswerAsync(origin, Private(reply), cancellation);
        // What was begun in private stays so; what everyone sees is a message of its own, once the private one is done with.
        var edited = await client.EditAnswerAsync(origin, Private(new PrivateReply(Line("Here it is, for everyone."))), cancellation);
        return edited.IsDone ? await client.FollowUpAsync(origin, MessageRenderer.Render(shown.Content), cancellation) : edited;
    }

    /// <summary>A sentence for the member alone.</summary>
    public static ChatMessage Line(string text, ChatTone tone = ChatTone.Plain) => new([new TextBlock(text)]) { Summary = text, Tone = tone };

    private static OutgoingMessage Private(ChatReply? reply) => MessageRenderer.Render(reply switch
    {
        PrivateReply r => r.Content,
        UpdateReply r => r.Content,
        PublicReply r => r.Content,
        FormReply => Line(Late, ChatTone.Problem),
        _ => Line("Done."),
    }) with { Ephemeral = true };
}
