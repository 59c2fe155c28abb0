using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Json;

/// <summary>A message and what of it is shown.</summary>
internal sealed record MessageView(DiscordWorld World, EmulatedMessage Message)
{
    /// <summary>What others write is hidden from a bot without the privileged intent, unless it is mentioned.</summary>
    public bool ShowsContent { get; init; } = true;

    /// <summary>Only the answer to the post and its event carry the nonce.</summary>
    public bool ShowsNonce { get; init; }

    public bool ShowsReference { get; init; } = true;

    /// <summary>As the bot may see it over REST.</summary>
    public static MessageView Of(DiscordWorld world, EmulatedMessage message) => new(world, message)
    {
        ShowsContent = world.Options.AllowedPrivilegedIntents.HasFlag(Gateway.Intents.MessageContent) || IsOpen(world, message),
    };

    public static bool IsOpen(DiscordWorld world, EmulatedMessage message) =>
        message.Author == world.Bot || message.Channel.Guild is null || message.Content.Mentions.Contains(world.Bot.Id);
}
