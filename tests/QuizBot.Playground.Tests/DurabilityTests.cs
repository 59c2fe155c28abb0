using Microsoft.Extensions.Time.Testing;
using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Chat.Replies;
using QuizBot.Playground.Tests.Driving;

namespace QuizBot.Playground.Tests;

public sealed class DurabilityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task House_KilledAndOpenedAgain_HasEverything()
    {
        var bot = new ScriptedBot { Reply = (e, _) => ValueTask.FromResult<ChatReply?>(e is CommandTyped ? new PrivateReply(Posts.Saying("psst")) : null) };
        await using var house = await PlaygroundHouse.OpenWithAsync(bot);
        await using var ada = await house.EnterAsync("ada");
        var message = await house.Platform.PostAsync(Posts.Saying("pick"), "key");
        await house.Platform.AddReactionsAsync(message, ["1️⃣"], Cancellation);
        await ada.ReactAsync(message, "1️⃣");
        await ada.SayAsync("team", "words", long.Parse(message.Id), id: "said-1");
        await ada.SayAsync("team", "/stats", id: "command-1");
        var before = (await ada.ReadAsync("team")).Messages.Select(m => m.Json.ToJsonString()).ToList();

        await using var copy = await CopyAsKilledAsync(house);
        var again = new ScriptedBot();
        copy.StartBot(again);
        await using var later = await copy.EnterAsync("ada");
        Assert.Equal(before, (await later.ReadAsync("team")).Messages.Select(m => m.Json.ToJsonString()));
        Assert.Equal(message, (await copy.Platform.FindPostAsync(Posts.Team, "key", default, Cancellation)).Value);
        Assert.Single((await copy.Platform.ListReactionsAsync(message, ["1️⃣"], Cancellation)).Value!);

        // What was done before is done, however often the page sends it.
        await later.SayAsync("team", "words", long.Parse(message.Id), id: "said-1");
        await later.SayAsync("team", "/stats", id: "command-1");
        Assert.Single((await later.ReadAsync("team", long.Parse(message.Id))).Messages);
        Assert.Equal(before.Count, (await later.ReadAsync("team")).Messages.Count);
        Assert.All(again.Rest(), e => Assert.IsType<ConnectionRestored>(e));
    }

    [Fact]
    public async Task Action_KilledBeforeTheBotWasDone_IsHandedInAgainWithItsId()
    {
        var stuck = new TaskCompletionSource();
        var bot = new ScriptedBot
        {
            Reply = async (e, token) =>
            {
                if (e is ReactionChanged)
                    await stuck.Task.WaitAsync(token);
                return null;
            },
        };
        await using var house = await PlaygroundHouse.OpenWithAsync(bot);
        await using var ada = await house.EnterAsync("ada");
        var message = await house.Platform.PostAsync(Posts.Saying("pick"));
        _ = ada.ReactAsync(message, "👍", id: "react-1");
        var first = await bot.HearAsync<ReactionChanged>();

        await using var copy = await CopyAsKilledAsync(house);
        var again = new ScriptedBot();
        copy.StartBot(again);
        await using var later = await copy.EnterAsync("ada");
        await later.ReactAsync(message, "👍", id: "react-1");
        Assert.Equal(first, await again.HearAsync<ReactionChanged>());
    }

    [Fact]
    public async Task Sequence_AfterReopening_GoesOn()
    {
        await using var house = await PlaygroundHouse.OpenAsync();
        await house.Platform.PostAsync(Posts.Saying("one"));
        await using var copy = await CopyAsKilledAsync(house);
        await copy.Platform.PostAsync(Posts.Saying("two"));
        await using var ada = await copy.EnterAsync("ada");
        var sequences = (await ada.ReadAsync("team")).Messages.Select(m => m.Sequence).ToList();
        Assert.Equal(sequences.Order().Distinct(), sequences);
    }

    [Fact]
    public async Task Order_ClockStandsStillOrGoesBack_StillGrows()
    {
        var bot = new ScriptedBot();
        await using var house = await PlaygroundHouse.OpenWithAsync(bot, time: new FakeTimeProvider(Conversation.Start));
        await using var ada = await house.EnterAsync("ada");
        var message = await house.Platform.PostAsync(Posts.Saying("pick"));
        await ada.ReactAsync(message, "👍");
        await ada.ReactAsync(message, "👍", on: false);
        var added = await bot.HearAsync<ReactionChanged>();
        var removed = await bot.HearAsync<ReactionChanged>();
        Assert.Equal(Conversation.Start.ToUnixTimeMilliseconds() * 1000, added.Order);
        Assert.True(removed.Order > added.Order);

        await using var copy = await CopyAsKilledAsync(house, new FakeTimeProvider(Conversation.Start.AddDays(-1)));
        copy.StartBot(bot);
        await using var later = await copy.EnterAsync("ada");
        await later.ReactAsync(message, "👍");
        Assert.True((await bot.HearAsync<ReactionChanged>()).Order > removed.Order);
    }

    [Fact]
    public void File_ThatCannotBeOpened_IsOneClearLine()
    {
        var folder = Directory.CreateTempSubdirectory();
        var options = Microsoft.Extensions.Options.Options.Create(new PlaygroundOptions { DataPath = folder.FullName });
        var fault = Assert.Throws<PlatformRefusedException>(() => new Store.ChatDatabase(options, TimeProvider.System));
        Assert.Contains("Playground:DataPath", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        folder.Delete();
    }

    [Fact]
    public async Task History_TenThousandMessages_IsReadInPages()
    {
        await using var house = await PlaygroundHouse.OpenAsync();
        Fill(house, 10_000);
        await using var ada = await house.EnterAsync("ada");
        var numbers = new List<long>();
        long? before = null;
        bool more;
        do
        {
            (var page, more) = await ada.ReadAsync("team", before: before);
            Assert.InRange(page.Count, 1, 50);
            numbers.InsertRange(0, page.Select(m => m.Id));
            before = page[0].Id;
        }
        while (more);
        Assert.Equal(10_000, numbers.Count);
        Assert.Equal(numbers.Order().Distinct(), numbers);
    }

    [Fact]
    public async Task Welcome_TooMuchWasMissed_AsksToStartAgain()
    {
        await using var house = await PlaygroundHouse.OpenAsync();
        Fill(house, 501);
        await using var ada = await house.EnterAsync("ada", after: 0);
        Assert.True(ada.Welcome["restart"]!.GetValue<bool>());
        await using var mei = await house.EnterAsync("mei", after: 1);
        Assert.False(mei.Welcome["restart"]!.GetValue<bool>());
        Assert.Equal(500, mei.Welcome["missed"]!.AsArray().Count);
    }

    private static void Fill(PlaygroundHouse house, int count)
    {
        var database = (Store.ChatDatabase)house.Services.GetService(typeof(Store.ChatDatabase))!;
        database.Write(work =>
        {
            for (var i = 0; i < count; i++)
                Store.MessageRows.Insert(work, new("team", "ada", $"message {i}") { Body = $"message {i}" });
        });
    }

    /// <summary>The file as a process leaves it that is killed now.</summary>
    private static Task<PlaygroundHouse> CopyAsKilledAsync(PlaygroundHouse house, TimeProvider? time = null)
    {
        var path = Path.Combine(Path.GetDirectoryName(house.DataPath)!, $"copy-{Guid.NewGuid():N}.db");
        File.Copy(house.DataPath, path);
        File.Copy(house.DataPath + "-wal", path + "-wal");
        return PlaygroundHouse.OpenAsync(path, time);
    }
}
