using QuizBot.Chat;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Deadlines;
using QuizBot.Game.Messages;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Harness;

/// <summary>What stories of quizzes have in common.</summary>
internal static class Playing
{
    public static readonly TimeSpan Lobby = TimeSpan.FromSeconds(8), Pause = TimeSpan.FromSeconds(6);

    public static IReadOnlyList<FakeMessage> AskedIn(this GameWorld world, ChannelRef channel) =>
        [.. world.Fake.In(channel).Where(m => m.Key is { Length: 16 })];

    public static IReadOnlyList<FakeMessage> RevealedIn(this GameWorld world, ChannelRef channel) =>
        [.. world.Fake.In(channel).Where(m => m.Key is { Length: 17 } key && key.EndsWith('r'))];

    /// <summary>The round that the channel was asked last.</summary>
    public static async Task<Round> LastRoundAsync(this GameWorld world, ChannelRef? channel = null)
    {
        var asked = world.AskedIn(channel ?? world.General)[^1];
        return (await world.RoundsAsync()).Single(r => r.MessageId == asked.Ref.Id);
    }

    /// <summary>A member presses a choice of the question asked last.</summary>
    public static async Task<string> AnswerAsync(this GameWorld world, ChatMember member, bool right = true, ChannelRef? channel = null)
    {
        var round = await world.LastRoundAsync(channel);
        var choice = right ? round.RightChoice : (round.RightChoice + 1) % round.Choices.Count;
        return await world.PressAsync(member, world.AskedIn(channel ?? world.General)[^1], Actions.Choose(round.Id, choice));
    }

    /// <summary>Waits for the channel's so-many-th reveal, and for what it brings about at once.</summary>
    public static async Task RevealAsync(this GameWorld world, GameHost host, int count, ChannelRef? channel = null)
    {
        await Until.TrueAsync(() => world.RevealedIn(channel ?? world.General).Count == count, $"reveal {count}");
        await host.Get<Lanes>().Running;
    }

    /// <summary>One member plays a whole quiz alone.</summary>
    public static async Task PlayAloneAsync(this GameWorld world, GameHost host, ChatMember member, string command, Func<Round, bool> right)
    {
        var before = world.Revealed.Count;
        var asked = world.Asked.Count;
        Assert.StartsWith("The quiz begins.", await world.TypeAsync(member, command), StringComparison.Ordinal);
        await host.AdvanceAsync(Lobby);
        while (world.Asked.Count > asked)
        {
            asked = world.Asked.Count;
            await world.AnswerAsync(member, right(await world.LastRoundAsync()));
            await world.RevealAsync(host, ++before);
            await host.AdvanceAsync(Pause);
        }

        Assert.StartsWith("Quiz over", PlainRendering.Of(world.Posts[^1].Content), StringComparison.Ordinal);
    }
}
