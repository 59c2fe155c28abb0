using QuizBot.Chat;
using QuizBot.Chat.Messages;

namespace QuizBot.Playground.Tests.Driving;

/// <summary>Messages for tests that do not care what is in them.</summary>
internal static class Posts
{
    public static ChannelRef Team { get; } = Channel("team");

    public static ChannelRef Channel(string id) => new(new("playground", "playground"), id);

    public static ChatMessage Saying(string text) => new([new TextBlock(text)]) { Summary = text };

    public static ChatMessage WithButton(string action) =>
        new([new TextBlock("Press it."), new ButtonsBlock([new(action, "Press", IsMain: true)])]) { Summary = "Press it." };

    /// <summary>Posts in #team.</summary>
    public static async Task<MessageRef> PostAsync(this IChatPlatform platform, ChatMessage content, string? key = null)
    {
        var posted = await platform.PostAsync(
            new(Team, key ?? Guid.NewGuid().ToString("N")[..25], content), TestContext.Current.CancellationToken);
        Assert.Null(posted.Failure);
        return posted.Value;
    }
}
