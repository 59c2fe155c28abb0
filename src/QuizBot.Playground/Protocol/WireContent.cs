using System.Text.Json;
using QuizBot.Chat.Messages;

namespace QuizBot.Playground.Protocol;

/// <summary>A <see cref="ChatMessage"/> as the page reads it.</summary>
internal sealed record WireContent(ChatTone Tone, IReadOnlyList<WireBlock> Blocks)
{
    public static string ToJson(ChatMessage message) =>
        JsonSerializer.Serialize(new(message.Tone, [.. message.Blocks.Select(WireBlock.From)]), PlaygroundJson.Default.WireContent);
}
