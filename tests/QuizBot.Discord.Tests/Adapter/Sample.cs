using QuizBot.Chat;
using QuizBot.Chat.Messages;
using QuizBot.Discord.Seam;
using QuizBot.Discord.Snowflakes;

namespace QuizBot.Discord.Tests.Adapter;

/// <summary>Ids and people that tests share.</summary>
internal static class Sample
{
    public const ulong Guild = 81_384_788_765_712_384, Channel = 381_870_553_235_193_857, Message = 900_000_000_000_000_001, Self = 80_351_110_224_678_912;

    public static ChannelRef ChannelRef { get; } = DiscordIds.Channel(Guild, Channel);

    public static MessageRef MessageRef { get; } = DiscordIds.Message(ChannelRef, Message);

    public static DiscordUser Ann { get; } = new(41, "Ann", false);

    public static ChatMessage Line(string text) => new([new TextBlock(text)]) { Summary = "A line" };

    public static InteractionOrigin Origin(ulong id = 7, ulong permissions = 0) => new(id, $"token{id}", Guild, Channel, null, Ann, permissions);
}
