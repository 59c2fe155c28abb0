using System.Security.Cryptography;
using QuizBot.Emulators.Discord.Commands;
using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Discord.Gateway;
using QuizBot.Emulators.Discord.Interactions;
using QuizBot.Emulators.Discord.Json;
using QuizBot.Emulators.Discord.Rest;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord;

// What members do. What Discord's own program would not let them do is an InvalidOperationException.
public sealed partial class DiscordEmulator
{
    /// <summary>A member writes something.</summary>
    public EmulatedMessage Say(EmulatedMember member, EmulatedChannel channel, string text)
    {
        lock (world.Gate)
            return Posting.Post(world, channel, new() { Text = text, HasText = true }, member.User);
    }

    /// <summary>Somebody writes to the bot directly.</summary>
    public EmulatedMessage SayDirectly(EmulatedUser user, string text)
    {
        lock (world.Gate)
            return Posting.Post(world, ChannelRoutes.Direct(world, user), new() { Text = text, HasText = true }, user);
    }

    /// <summary>The direct conversation with the bot, if there is one.</summary>
    public EmulatedChannel? DirectChannel(EmulatedUser user)
    {
        lock (world.Gate)
            return world.Directs.GetValueOrDefault(user.Id);
    }

    /// <summary>Somebody no longer takes direct messages from the bot.</summary>
    public void RefuseDirectMessages(EmulatedUser user)
    {
        lock (world.Gate)
            world.RefuseDirectMessages.Add(user.Id);
    }

    public Delivery React(EmulatedMember member, EmulatedMessage message, string emoji)
    {
        lock (world.Gate)
        {
            Insist(!message.IsDeleted && message.OnlyFor is null, "Nobody can react to a message that is deleted or private.");
            var mayAddNew = PermissionRules.In(message.Channel, member).HasFlag(Permissions.AddReactions);
            var refusal = ReactionRoutes.React(world, message, emoji, member.User, mayAddNew, out var delivery);
            Insist(refusal is null, $"{member.User.Name} cannot react with {emoji}: code {refusal?.Code}.");
            return delivery;
        }
    }

    public Delivery Unreact(EmulatedMember member, EmulatedMessage message, string emoji)
    {
        lock (world.Gate)
        {
            Insist(ReactionRoutes.Unreact(world, message, emoji, member.User, out var delivery), $"{member.User.Name} did not react with {emoji}.");
            return delivery;
        }
    }

    /// <summary>A manager takes all reactions off, or all of one emoji.</summary>
    public Delivery ClearReactions(EmulatedMessage message, string? emoji = null)
    {
        lock (world.Gate)
        {
            message.ReactionsUnguarded.RemoveAll(one => emoji is null || one.Emoji == emoji);
            return world.Events.ReactionsCleared(message, emoji);
        }
    }

    /// <summary>A member presses a button or chooses from a menu.</summary>
    public EmulatedInteraction Press(EmulatedMember member, EmulatedMessage message, string customId, params string[] values)
    {
        lock (world.Gate)
        {
            Insist(!message.IsDeleted && (message.OnlyFor is not { } only || only == member.Id), $"{member.User.Name} does not see the message.");
            var component = message.Content.Find(customId);
            Insist(component is not null, $"No button or menu of the message has the id {customId}.");
            Insist(component is not EmulatedButton { Disabled: true } and not EmulatedSelect { Disabled: true }, $"{customId} is disabled.");
            return PressForged(member, message, component!.Type, customId, values);
        }
    }

    /// <summary>As <see cref="Press"/>, for an id that is on no button: what a forger would send.</summary>
    public EmulatedInteraction PressForged(EmulatedMember member, EmulatedMessage message, int componentType, string customId, params string[] values)
    {
        lock (world.Gate)
            return Begin(InteractionKind.Component, message.Channel, member.User, message, null, 0, 0, json =>
            {
                json.WriteStartObject();
                json.WriteString("custom_id"u8, customId);
                json.WriteNumber("component_type"u8, componentType);
                json.WriteNumber("id"u8, message.Content.Find(customId)?.Id ?? 1);
                if (componentType != 2)
                    json.WriteEach("values"u8, values, static (json, value) => json.WriteStringValue(value));
                json.WriteEndObject();
            });
    }

    /// <summary>A member uses a command as it is registered.</summary>
    /// <param name="words">The command's name and its subcommands, with blanks between.</param>
    /// <param name="options">Texts, numbers, truths; for members, channels and roles the thing itself.</param>
    public EmulatedInteraction UseCommand(EmulatedMember member, EmulatedChannel channel, string words, params (string Name, object Value)[] options)
    {
        lock (world.Gate)
        {
            var use = CommandUse.Find(world, channel, member, words);
            use.Fill(options, focused: null);
            return Begin(InteractionKind.Command, channel, member.User, null, words, 0, 0, json => CommandUseJson.Write(json, use));
        }
    }

    /// <summary>Somebody uses a command in the direct conversation with the bot.</summary>
    public EmulatedInteraction UseCommandDirectly(EmulatedUser user, string words, params (string Name, object Value)[] options)
    {
        lock (world.Gate)
        {
            var channel = ChannelRoutes.Direct(world, user);
            var use = CommandUse.Find(world, channel, null, words);
            use.Fill(options, focused: null);
            return Begin(InteractionKind.Command, channel, user, null, words, 0, 0, json => CommandUseJson.Write(json, use));
        }
    }

    /// <summary>A member types in an option that completes; the interaction's choices are what is offered.</summary>
    public EmulatedInteraction Autocomplete(EmulatedMember member, EmulatedChannel channel, string words, string option, string typed, params (string Name, object Value)[] others)
    {
        lock (world.Gate)
        {
            var use = CommandUse.Find(world, channel, member, words);
            use.Fill([.. others, (option, typed)], focused: option);
            return Begin(InteractionKind.Autocomplete, channel, member.User, null, words, use.FocusedType, 0, json => CommandUseJson.Write(json, use));
        }
    }

    /// <summary>A member fills a form in and sends it.</summary>
    public EmulatedInteraction SubmitModal(EmulatedInteraction shown, params (string CustomId, string Value)[] values)
    {
        lock (world.Gate)
        {
            Insist(shown.Modal is not null, "The interaction was not answered with a form.");
            var modal = shown.Modal!;
            foreach (var input in modal.Inputs)
            {
                var value = values.FirstOrDefault(one => one.CustomId == input.CustomId).Value ?? input.Value ?? "";
                Insist(value.Length > 0 || !input.IsRequired, $"{input.CustomId} is required.");
                var length = Fields.Length(value);
                Insist(length == 0 || length >= input.MinLength && length <= input.MaxLength, $"{input.CustomId} takes {input.MinLength} to {input.MaxLength} characters.");
            }
            return Begin(InteractionKind.Modal, shown.Channel, shown.User, shown.Kind == InteractionKind.Component ? shown.Source : null, null, 0, shown.Id,
                json => ModalJson.Write(json, modal, values));
        }
    }

    private static void Insist(bool condition, string otherwise)
    {
        if (!condition)
            throw new InvalidOperationException(otherwise);
    }

    private EmulatedInteraction Begin(InteractionKind kind, EmulatedChannel channel, EmulatedUser user, EmulatedMessage? source, string? command,
        int focusedType, ulong trigger, Action<System.Text.Json.Utf8JsonWriter> data)
    {
        var interaction = new EmulatedInteraction(world.Ids.Next(), Convert.ToBase64String(RandomNumberGenerator.GetBytes(90)).Replace('/', '_').Replace('+', '-'),
            kind, channel, user, world.Time.GetUtcNow())
        {
            Source = source,
            CommandName = command,
            FocusedType = focusedType,
            TriggerId = trigger,
            StartedAt = TimeProvider.System.GetTimestamp(),
        };
        world.Interactions.Add(interaction.Token, interaction);
        interaction.Timer = world.Time.CreateTimer(_ =>
        {
            if (interaction.Answer(InteractionOutcome.Failed, EmulatedInteraction.Deadline))
                interaction.Show(null);
        }, null, EmulatedInteraction.Deadline, Timeout.InfiniteTimeSpan);
        interaction.Delivery = world.Hub.Dispatch(channel.Guild?.Id, Intents.None, GatewayEvent.Of("INTERACTION_CREATE", (world, interaction, data),
            static (json, state) => InteractionJson.Write(json, state.world, state.interaction, state.data)));
        Interactions.Add(interaction);
        return interaction;
    }
}
