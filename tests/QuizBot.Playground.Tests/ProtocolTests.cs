using QuizBot.Chat.Events;
using QuizBot.Chat.Replies;
using QuizBot.Playground.Tests.Driving;

namespace QuizBot.Playground.Tests;

public sealed class ProtocolTests : IAsyncLifetime
{
    private readonly ScriptedBot bot = new();
    private PlaygroundHouse house = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => house = await PlaygroundHouse.OpenWithAsync(bot, Script.Commands);

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task React_ByAMember_IsHeardAndSeenByAll()
    {
        await using var ada = await house.EnterAsync("ada");
        await using var mei = await house.EnterAsync("mei");
        var message = await house.Platform.PostAsync(Posts.Saying("pick"));
        Assert.Null((await ada.ReactAsync(message, "👍"))["error"]);
        var heard = await bot.HearAsync<ReactionChanged>();
        Assert.Equal((message, "ada", "👍", true), (heard.Message, heard.Member.Id, heard.Emoji, heard.Added));
        Assert.Equal(["👍 ada"], (await mei.SeeAsync(m => m.Reactions.Count > 0)).Reactions);
        await ada.ReactAsync(message, "👍", on: false);
        Assert.False((await bot.HearAsync<ReactionChanged>()).Added);
    }

    [Fact]
    public async Task React_TwiceTheSame_IsOneEvent()
    {
        await using var ada = await house.EnterAsync("ada");
        var message = await house.Platform.PostAsync(Posts.Saying("pick"));
        await ada.ReactAsync(message, "👍");
        await ada.ReactAsync(message, "👍");
        Assert.Single(bot.Rest().OfType<ReactionChanged>());
    }

    [Fact]
    public async Task React_OtherFormOfTheEmoji_IsTheOneThatStands()
    {
        await using var ada = await house.EnterAsync("ada");
        var message = await house.Platform.PostAsync(Posts.Saying("pick"));
        await house.Platform.AddReactionsAsync(message, ["1\uFE0F\u20E3"], Cancellation);
        await ada.ReactAsync(message, "1\u20E3");
        Assert.Equal("1\uFE0F\u20E3", (await bot.HearAsync<ReactionChanged>()).Emoji);
    }

    [Fact]
    public async Task Action_BotStillBusy_IsNotDoneUntilItIs()
    {
        var release = new TaskCompletionSource();
        bot.Reply = async (_, token) =>
        {
            await release.Task.WaitAsync(token);
            return null;
        };
        await using var ada = await house.EnterAsync("ada");
        var message = await house.Platform.PostAsync(Posts.Saying("pick"));
        var done = ada.ReactAsync(message, "👍");
        await bot.HearAsync<ReactionChanged>();
        await ada.ReadAsync("team"); // answered after it, so an answer to the reaction would be here
        Assert.False(done.IsCompleted);
        release.SetResult();
        await done;
    }

    [Fact]
    public async Task Action_SentAgainAfterALostConnection_IsDoneOnce()
    {
        var release = new TaskCompletionSource();
        bot.Reply = async (e, token) =>
        {
            await release.Task.WaitAsync(token);
            return e is CommandTyped ? new PublicReply(Posts.Saying("answer")) : null;
        };
        await using var ada = await house.EnterAsync("ada");
        var lost = ada.SayAsync("team", "/help", id: "one");
        await bot.HearAsync<CommandTyped>();
        house.Hub.DropAll();
        await ada.Closed;
        await using var again = await house.EnterAsync("ada");
        var done = again.SayAsync("team", "/help", id: "one");
        await again.ReadAsync("team"); // answered after it, so it is under way again
        release.SetResult();
        Assert.Null((await done)["error"]);
        await again.SayAsync("team", "/help", id: "one");
        Assert.Single((await again.ReadAsync("team")).Messages, m => m.Summary == "answer");
        Assert.Empty(bot.Rest().OfType<CommandTyped>());
        Assert.False(lost.IsCompleted);
    }

    [Fact]
    public async Task Action_BotGoesAwayOverIt_IsHandedToTheNextRun()
    {
        bot.Reply = async (e, token) =>
        {
            if (e is ButtonPressed)
                await Task.Delay(Timeout.Infinite, token);
            return null;
        };
        await using var ada = await house.EnterAsync("ada");
        var message = await house.Platform.PostAsync(Posts.WithButton("go"));
        var done = ada.PressAsync(message, "go");
        var first = await bot.HearAsync<ButtonPressed>();
        await house.StopBotAsync();
        var next = new ScriptedBot();
        house.StartBot(next, Script.Commands);
        Assert.Equal(first, await next.HearAsync<ButtonPressed>());
        Assert.Null((await done)["error"]);
    }

    [Fact]
    public async Task Say_Words_AreAMessageAndNoEvent()
    {
        await using var ada = await house.EnterAsync("ada");
        await using var mei = await house.EnterAsync("mei");
        await ada.SayAsync("team", "hello", id: "one");
        await ada.SayAsync("team", "hello", id: "one");
        Assert.Equal(("ada", "hello"), ((await mei.SeeAsync(m => true)).Author, (await mei.SeeAsync(m => true)).Text));
        Assert.Single((await mei.ReadAsync("team")).Messages);
        Assert.All(bot.Rest(), e => Assert.IsType<ConnectionRestored>(e));
    }

    [Fact]
    public async Task Say_ManyAtOnce_StayInOrder()
    {
        await using var ada = await house.EnterAsync("ada");
        var texts = Enumerable.Range(0, 40).Select(i => $"message {i}").ToList();
        await Task.WhenAll(texts.ConvertAll(text => ada.SayAsync("team", text)));
        Assert.Equal(texts, (await ada.ReadAsync("team")).Messages.Select(m => m.Text!));
    }

    [Fact]
    public async Task Command_NamingMembers_ReachesTheBotWithTheirIds()
    {
        await using var ada = await house.EnterAsync("ada");
        await ada.SayAsync("quiz", "/stats @Mei member:@Ada @nobody a@Mei");
        var heard = await bot.HearAsync<CommandTyped>();
        Assert.Equal((Posts.Channel("quiz"), "/stats <@mei> member:<@ada> @nobody a@Mei"), (heard.Channel, heard.Text));
        Assert.True(heard.Member.MayManage);
    }

    [Fact]
    public async Task Command_PublicReply_ShowsWhoUsedItWithoutItsOptions()
    {
        bot.Reply = (e, _) => ValueTask.FromResult<ChatReply?>(e is CommandTyped ? new PublicReply(Posts.Saying("a quiz")) : null);
        await using var ada = await house.EnterAsync("ada");
        await using var mei = await house.EnterAsync("mei");
        await ada.SayAsync("team", "/quiz start models");
        var seen = await mei.SeeAsync(m => m.Summary == "a quiz");
        Assert.Equal("""{"by":"ada","command":"/quiz start"}""", seen.Json["used"]!.ToJsonString());
    }

    [Fact]
    public async Task Press_OnAPrivateMessage_UpdatesIt()
    {
        bot.Reply = (e, _) => ValueTask.FromResult<ChatReply?>(e switch
        {
            CommandTyped => new PrivateReply(Posts.WithButton("next")),
            ButtonPressed => new UpdateReply(Posts.Saying("the next")),
            _ => null,
        });
        await using var ada = await house.EnterAsync("ada");
        await ada.SayAsync("team", "/review");
        var shown = await ada.SeeAsync(m => m.IsPrivate);
        await ada.PressAsync(shown.Ref, "next");
        var updated = await ada.SeeAsync(m => m.Summary == "the next");
        Assert.Equal((shown.Id, true), (updated.Id, updated.IsPrivate));
        Assert.Equal("next", (await bot.HearAsync<ButtonPressed>()).Action);
    }

    [Fact]
    public async Task Press_OnAPublicMessage_UpdateReplyIsANewPrivateMessage()
    {
        bot.Reply = (e, _) => ValueTask.FromResult<ChatReply?>(e is ButtonPressed ? new UpdateReply(Posts.Saying("yours")) : null);
        await using var ada = await house.EnterAsync("ada");
        var message = await house.Platform.PostAsync(Posts.WithButton("go"));
        await ada.PressAsync(message, "go");
        var shown = await ada.SeeAsync(m => m.Summary == "yours");
        Assert.True(shown.IsPrivate);
        Assert.NotEqual(message.Id, shown.Ref.Id);
    }

    [Fact]
    public async Task Press_OnAnothersPrivateMessage_IsRefused()
    {
        await using var ada = await house.EnterAsync("ada");
        await using var mei = await house.EnterAsync("mei");
        await house.Platform.TellMemberAsync(Posts.Team, "ada", Posts.WithButton("go"), Cancellation);
        var secret = await ada.SeeAsync(m => m.IsPrivate);
        Assert.NotNull((await mei.PressAsync(secret.Ref, "go"))["error"]);
        Assert.NotNull((await mei.ReactAsync(secret.Ref, "👍"))["error"]);
        Assert.NotNull((await mei.SayAsync("team", "hello", secret.Id))["error"]);
    }

    [Fact]
    public async Task Form_OpenedAndSent_ReachesTheBot()
    {
        bot.Reply = (e, _) => ValueTask.FromResult<ChatReply?>(e is CommandTyped ? Script.Suggest : null);
        await using var ada = await house.EnterAsync("ada");
        var outcome = await ada.SayAsync("team", "/question suggest", id: "one");
        Assert.Equal("question:suggest", outcome["form"]!["action"]!.GetValue<string>());
        Assert.Equal(outcome.ToJsonString(), (await ada.SayAsync("team", "/question suggest", id: "one")).ToJsonString());
        await ada.SubmitAsync("team", "question:suggest", new Dictionary<string, string> { ["ask"] = "Why?\u202E" });
        var heard = await bot.HearAsync<FormSubmitted>();
        Assert.Equal(("question:suggest", "Why?"), (heard.Action, heard.Fields["ask"]));
    }

    [Fact]
    public async Task Complete_HalfTypedOption_AsksTheBot()
    {
        bot.Complete = (command, option, typed) => [new(typed + "ls", $"{command}/{option}")];
        await using var ada = await house.EnterAsync("ada");
        Assert.Equal(["models: quiz start/category"], await ada.CompleteAsync("quiz start", "category", "mode"));
    }

    [Fact]
    public async Task Bot_Fails_MemberHearsASentenceAndNoMore()
    {
        bot.Reply = (e, _) => e is CommandTyped ? throw new InvalidOperationException("secret detail") : ValueTask.FromResult<ChatReply?>(null);
        await using var ada = await house.EnterAsync("ada");
        var error = (await ada.SayAsync("team", "/help"))["error"]!.GetValue<string>();
        Assert.Contains("QuizBot could not do that", error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Welcome_AfterAnAbsence_BringsWhatWasMissed()
    {
        await using var ada = await house.EnterAsync("ada");
        var message = await house.Platform.PostAsync(Posts.Saying("seen"));
        var last = (await ada.SeeAsync(m => m.Summary == "seen")).Sequence;
        await house.Platform.PostAsync(Posts.Saying("missed"));
        await house.Platform.AddReactionsAsync(message, ["👍"], Cancellation);
        await using var back = await house.EnterAsync("ada", last);
        var missed = back.Welcome["missed"]!.AsArray().Select(m => new SeenMessage(m!.AsObject())).ToList();
        Assert.Equal(["missed", "seen"], missed.Select(m => m.Summary));
        Assert.Equal(["👍 quizbot"], missed[1].Reactions);
        Assert.Equal(missed[1].Sequence, back.Welcome["seq"]!.GetValue<long>());
    }

    [Fact]
    public async Task Bot_ComesAndGoes_PagesAreTold()
    {
        await using var ada = await house.EnterAsync("ada");
        Assert.True(ada.Welcome["bot"]!["online"]!.GetValue<bool>());
        Assert.Equal("quiz start", ada.Welcome["bot"]!["commands"]![0]!["path"]!.GetValue<string>());
        await house.StopBotAsync();
        await ada.WaitAsync(f => f["type"]!.GetValue<string>() == "bot" && !f["bot"]!["online"]!.GetValue<bool>());
    }
}
