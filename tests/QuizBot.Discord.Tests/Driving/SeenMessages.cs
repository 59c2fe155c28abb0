using QuizBot.Discord.Snowflakes;
using QuizBot.Discord.Tests.Reading;
using QuizBot.Emulators.Discord.World;
using QuizBot.Testing.Platforms;

namespace QuizBot.Discord.Tests.Driving;

/// <summary>Messages of the emulated Discord as its members read them.</summary>
internal static class SeenMessages
{
    public static SeenMessage Of(EmulatedMessage message, EmulatedChannel channel, bool isPrivate)
    {
        var place = DiscordIds.Channel(channel.Guild!.Id, channel.Id);
        var thread = message.Channel.IsThread && message.Channel.Parent == channel ? message.Channel : null;
        return new SeenMessage(
            thread is null ? DiscordIds.Message(place, message.Id) : DiscordIds.InThread(place, thread.Id, message.Id),
            Text(message.Content),
            [.. message.Content.Buttons.Select(b => b.CustomId!)],
            [.. message.Reactions.SelectMany(r => r.Users.Select(u => (Snowflake.Text(u), r.Emoji)))])
        {
            IsPrivate = isPrivate,
            ThreadId = thread is null ? null : Snowflake.Text(thread.Id),
            ReplyTo = message.RepliesTo is { } answered ? Snowflake.Text(answered) : null,
            Mentions = [.. message.Content.Mentions.Concat(message.Content.MentionedRoles).Select(Snowflake.Text), .. message.Content.MentionsEveryone ? ["everyone"] : Array.Empty<string>()],
        };
    }

    /// <summary>The letters that are read, without the footer's mark.</summary>
    public static string Text(MessageContent content) => string.Join('\n', content.Embeds
        .SelectMany(e => new[] { e.Title, e.Description }).Prepend(content.Text)
        .Where(t => !string.IsNullOrEmpty(t)).Select(t => MarkdownReader.Read(t!).Text));
}
