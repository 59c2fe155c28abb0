using QuizBot.Chat;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Tests.Adapter.Channels;

public sealed class ReactionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_GoesInOrderAndEndsAtTheFirstFailure()
    {
        await using var house = new AdapterHouse();
        Assert.True((await house.Platform.AddReactionsAsync(Sample.MessageRef, ["1️⃣", "2️⃣", "3️⃣"], Cancellation)).IsDone);
        Assert.Equal(["1️⃣", "2️⃣", "3️⃣"], house.Client.Of("react").Select(r => (((ulong, ulong, string))r).Item3));
        house.Client.Fail = _ => new DiscordFailure(400, 30010, "Maximum number of reactions reached (20)");
        var failed = await house.Platform.AddReactionsAsync(Sample.MessageRef, ["1️⃣", "2️⃣"], Cancellation);
        Assert.Equal((ChatFailureKind.Forbidden, "the message has 20 different reactions, the most that Discord allows"), (failed.Failure!.Kind, failed.Failure.Detail));
        Assert.Equal(4, house.Client.Of("react").Count());
    }

    [Fact]
    public async Task List_ReadsAllPagesAndLeavesBotsOut()
    {
        await using var house = new AdapterHouse();
        house.Client.Reactions["1️⃣"] = [.. Enumerable.Range(1, 250).Select(i => new DiscordUser((ulong)i, $"User {i}", i == 100))];
        house.Client.Reactions["2️⃣"] = [new DiscordUser(3, "User 3", false)];
        var listed = (await house.Platform.ListReactionsAsync(Sample.MessageRef, ["1️⃣", "2️⃣", "3️⃣"], Cancellation)).Value!;
        Assert.Equal((249, 1), (listed.Count(r => r.Emoji == "1️⃣"), listed.Count(r => r.Emoji == "2️⃣")));
        Assert.Equal(250, listed.Select(r => (r.Member.Id, r.Emoji)).Distinct().Count());
        Assert.DoesNotContain(listed, r => r.Member.Id == "100");
    }

    [Fact]
    public async Task Remove_ThatIsNotAllowed_IsNotAskedForAgainForAWhile()
    {
        await using var house = new AdapterHouse();
        house.Client.Fail = call => call == "unreact" ? new DiscordFailure(403, 50013, "Missing Permissions") : null;
        for (var i = 0; i < 5; i++)
        {
            var refused = await house.Platform.RemoveReactionAsync(Sample.MessageRef, "41", "1️⃣", Cancellation);
            Assert.Equal((ChatFailureKind.Forbidden, "Manage Messages"), (refused.Failure!.Kind, refused.Failure.Detail));
        }

        Assert.Single(house.Client.Of("unreact"));
        house.Time.Advance(TimeSpan.FromMinutes(10));
        house.Client.Fail = _ => null;
        Assert.True((await house.Platform.RemoveReactionAsync(Sample.MessageRef, "41", "1️⃣", Cancellation)).IsDone);
    }

    [Fact]
    public async Task Remove_OfWhatIsNotThere_IsNoFailure()
    {
        await using var house = new AdapterHouse();
        house.Client.Fail = call => call == "unreact" ? new DiscordFailure(404, 10014, "Unknown Emoji") : null;
        Assert.True((await house.Platform.RemoveReactionAsync(Sample.MessageRef, "41", "1️⃣", Cancellation)).IsDone);
    }
}
