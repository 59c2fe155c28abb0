using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Discord.Interactions;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Rest;

/// <summary>Puts messages into channels and changes them; whether that is allowed was asked before.</summary>
internal static class Posting
{
    public static EmulatedMessage Post(DiscordWorld world, EmulatedChannel channel, MessageDraft draft, EmulatedUser author,
        EmulatedInteraction? interaction = null, bool ephemeral = false, MessageFlags flags = MessageFlags.None)
    {
        var replied = draft.ReplyTo is { } target ? channel.MessagesUnguarded.GetValueOrDefault(target) : null;
        var message = new EmulatedMessage(world.Gate, channel, world.Ids.Next(), author, world.Time.GetUtcNow())
        {
            Kind = interaction is { Kind: InteractionKind.Command } && interaction.Original is null ? MessageKind.Command
                : replied is not null || interaction is { Kind: InteractionKind.Component } ? MessageKind.Reply : MessageKind.Default,
            RepliesTo = replied?.Id ?? (interaction is { Kind: InteractionKind.Component } ? interaction.Source?.Id : null),
            Nonce = draft.Nonce,
            NonceIsNumber = draft.NonceIsNumber,
            Interaction = interaction,
            OnlyFor = ephemeral ? interaction!.User.Id : null,
            Flags = draft.Flags & ~MessageFlags.Ephemeral | flags | (ephemeral ? MessageFlags.Ephemeral : 0),
        };
        message.Content = Resolve(world, message, draft, MessageContent.Empty, replied?.Author.Id);
        Keep(world, message.Content);
        channel.MessagesUnguarded.Add(message.Id, message);
        if (channel is { IsThread: true, IsArchived: true })
            Wake(world, channel);
        world.Events.MessageCreated(message);
        return message;
    }

    public static void Edit(DiscordWorld world, EmulatedMessage message, MessageDraft draft)
    {
        message.HistoryUnguarded.Add(message.Content);
        message.Content = Resolve(world, message, draft, message.Content, null);
        Keep(world, message.Content);
        if (draft.HasFlags)
            message.Flags = message.Flags & ~MessageFlags.SuppressEmbeds | draft.Flags & MessageFlags.SuppressEmbeds;
        message.Flags &= ~MessageFlags.Loading;
        message.EditedAt = world.Time.GetUtcNow();
        world.Events.MessageUpdated(message);
    }

    public static void Delete(DiscordWorld world, EmulatedMessage message)
    {
        message.IsDeleted = true;
        world.Events.MessageDeleted(message);
    }

    private static MessageContent Resolve(DiscordWorld world, EmulatedMessage message, MessageDraft draft, MessageContent before, ulong? replied)
    {
        var guild = message.Channel.Guild;
        var member = guild?.MembersUnguarded.GetValueOrDefault(message.Author.Id);
        return Mentions.Resolve(draft.Over(before), message.Channel, draft.AllowedMentions ?? AllowedMentions.All, member, replied, world);
    }

    private static void Keep(DiscordWorld world, MessageContent content)
    {
        foreach (var file in content.Files)
            world.Files[file.Id] = file;
    }

    private static void Wake(DiscordWorld world, EmulatedChannel thread)
    {
        thread.IsArchived = false;
        thread.ArchiveChangedAt = world.Time.GetUtcNow();
        world.Events.Channel(thread, "UPDATE");
    }
}
