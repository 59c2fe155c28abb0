using System.Text.RegularExpressions;
using Microsoft.Playwright;
using QuizBot.Chat.Events;
using QuizBot.Playground.Tests.Driving;
using static Microsoft.Playwright.Assertions;

namespace QuizBot.Playground.Tests.Browser;

/// <summary>The window: who it is, where it is, and its connection.</summary>
public sealed class WindowTests(BrowserFixture browser) : PageTest(browser)
{
    [Fact]
    public async Task Connection_Dropped_ComesBackAndCatchesUp()
    {
        await AskAsync();
        await using var ada = await OpenAsync();
        await Expect(ada.Message("leave nickname")).ToBeVisibleAsync();
        // While it is away it can neither come back nor hear.
        await ada.Page.Context.SetOfflineAsync(true);
        House.Hub.DropAll();
        await Expect(ada.Page.GetByText("Reconnecting…")).ToBeVisibleAsync();
        await ada.SendAsync("said while away");
        await Expect(ada.Page.GetByText("Waiting for the connection…")).ToBeVisibleAsync();
        await Chip(ada, "1️⃣").ClickAsync();
        await Expect(Chip(ada, "1️⃣ 1")).ToHaveAttributeAsync("aria-pressed", "true");
        await House.Platform.PostAsync(Posts.Saying("missed by the page"));
        await ada.Page.Context.SetOfflineAsync(false);

        await Expect(ada.Message("missed by the page")).ToBeVisibleAsync();
        await Expect(ada.Message("said while away")).ToHaveCountAsync(1);
        await Expect(ada.Page.GetByText("Reconnecting…")).ToBeHiddenAsync();
        await Expect(ada.Page.GetByText("Waiting for the connection…")).ToHaveCountAsync(0);
        Assert.Equal("1️⃣", (await Bot.HearAsync<ReactionChanged>()).Emoji);
        await using var mei = await House.EnterAsync("mei");
        Assert.Single((await mei.ReadAsync("team")).Messages, m => m.Text == "said while away");
    }

    [Fact]
    public async Task Connection_Lost_BotIsNotSaidToBeThereOrToThink()
    {
        await using var ada = await OpenAsync();
        var presence = ada.Page.Locator("#members").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "QuizBot" });
        await Expect(presence).ToContainTextAsync("online");
        await ada.Page.Context.SetOfflineAsync(true);
        House.Hub.DropAll();
        await Expect(presence).ToContainTextAsync("away");
        await ada.SendAsync("/leaderboard");
        await Expect(ada.Page.GetByText("QuizBot will hear /leaderboard")).ToBeVisibleAsync();
        await Expect(ada.Page.GetByText("Waiting for the connection…")).ToBeVisibleAsync();
        await ada.Page.Context.SetOfflineAsync(false);
        await Expect(presence).ToContainTextAsync("online");
        await Expect(ada.Message("Chioma")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Thread_CoveringTheRoom_LeavesWhatArrivesThereUnread()
    {
        var message = await AskAsync();
        await House.Platform.OpenThreadAsync(message, "Talk about it", Cancellation);
        await using var ada = await OpenAsync(options: new() { ViewportSize = new() { Width = 900, Height = 700 } });
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Discuss in the thread" }).ClickAsync();
        await Expect(ada.Messages).ToBeHiddenAsync();
        await House.Platform.PostAsync(Posts.Saying("the model answer"));
        await Expect(ada.Page).ToHaveTitleAsync("(1) #team · QuizBot playground");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Close the thread" }).ClickAsync();
        await Expect(ada.Message("the model answer")).ToBeVisibleAsync();
        await Expect(ada.Page).ToHaveTitleAsync("#team · QuizBot playground");
    }

    [Fact]
    public async Task Reload_WithAnActionUnderWay_SendsItAgainOnce()
    {
        var release = new TaskCompletionSource();
        var reply = Bot.Reply;
        Bot.Reply = async (e, token) =>
        {
            await release.Task.WaitAsync(token);
            return await reply(e, token);
        };
        await using var ada = await OpenAsync();
        await ada.SendAsync("/leaderboard");
        await Bot.HearAsync<CommandTyped>();
        await ada.Page.ReloadAsync();
        await Expect(ada.Page.GetByText("QuizBot is thinking about")).ToBeVisibleAsync();
        release.SetResult();
        await Expect(ada.Message("Chioma")).ToHaveCountAsync(1);
        await Expect(ada.Page.GetByText("QuizBot is thinking about")).ToHaveCountAsync(0);
        Assert.Empty(Bot.Rest().OfType<CommandTyped>());
    }

    [Fact]
    public async Task Member_Switched_IsKeptByAddressAndWindow()
    {
        await House.Platform.TellMemberAsync(Posts.Team, "ada", Posts.Saying("for ada"), Cancellation);
        await using var window = await OpenAsync("");
        await Expect(window.Message("for ada")).ToBeVisibleAsync();
        await window.Page.GetByLabel("You are").SelectOptionAsync("chioma");
        await Expect(window.Message("for ada")).ToHaveCountAsync(0);
        await window.SendAsync("as Chioma");
        await Expect(window.Message("as Chioma")).ToHaveAttributeAsync("aria-label", new Regex("^Chioma"));
        Assert.Contains("as=chioma", window.Page.Url, StringComparison.Ordinal);
        await window.Page.GotoAsync(House.Address.ToString());
        await Expect(window.Page.GetByLabel("You are")).ToHaveValueAsync("chioma");
        await window.Page.GotoAsync($"{House.Address}?as=nobody");
        await Expect(window.Page.GetByLabel("You are")).ToHaveValueAsync("ada");
    }

    [Fact]
    public async Task Channels_NewMessageElsewhere_IsCountedUntilRead()
    {
        await using var ada = await OpenAsync();
        await Expect(ada.Page).ToHaveTitleAsync("#team · QuizBot playground");
        await House.Platform.PostAsync(new(Posts.Channel("quiz"), "k", Posts.Saying("over here")), Cancellation);
        await Expect(ada.Page).ToHaveTitleAsync("(1) #team · QuizBot playground");
        await ada.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("quiz-night 1 new message") }).ClickAsync();
        await Expect(ada.Message("over here")).ToBeVisibleAsync();
        await Expect(ada.Page).ToHaveTitleAsync("#quiz-night · QuizBot playground");
        await Expect(ada.Page.GetByRole(AriaRole.Link, new() { Name = "quiz-night" })).ToHaveAttributeAsync("aria-current", "page");
    }

    [Fact]
    public async Task Narrow_At320Pixels_HasADrawerAndNoSidewaysScroll()
    {
        await House.Platform.PostAsync(Script.Board("Ada"));
        await AskAsync();
        await using var ada = await OpenAsync(options: new() { ViewportSize = new() { Width = 320, Height = 640 } });
        await Expect(ada.Message("leave nickname")).ToBeVisibleAsync();
        Assert.Equal(320, await ada.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"));
        Assert.True(await ada.Messages.EvaluateAsync<bool>("list => list.scrollWidth <= list.clientWidth"));

        await Expect(ada.Page.GetByRole(AriaRole.Navigation, new() { Name = "Channels" })).ToBeHiddenAsync();
        var open = ada.Page.GetByRole(AriaRole.Button, new() { Name = "Channels" });
        await open.PressAsync("Enter");
        await Expect(open).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(ada.Page.GetByRole(AriaRole.Link, new() { Name = "team" })).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(open).ToBeFocusedAsync();
        await open.ClickAsync();
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "interview-practice" }).ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = "#interview-practice", Exact = true })).ToBeVisibleAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Navigation, new() { Name = "Channels" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Page_ToAssistiveTechnology_IsLandmarksAndNames()
    {
        await AskAsync();
        await using var ada = await OpenAsync();
        await Expect(Chip(ada, "4️⃣")).ToBeVisibleAsync();
        await Expect(ada.Page.Locator("body")).ToMatchAriaSnapshotAsync(
            """
            - link "Skip to the message box"
            - navigation "Channels":
              - heading "Channels" [level=2]
              - list:
                - listitem:
                  - link "team"
                - listitem:
                  - link "interview-practice"
                - listitem:
                  - link "quiz-night"
              - heading "Members" [level=2]
              - list "Members"
            - main:
              - heading "#team" [level=1]
              - combobox "You are"
              - 'log "Messages in #team"':
                - 'article /QuizBot, .*Question of the day/':
                  - heading "Question of the day · Models" [level=3]
                  - list:
                    - listitem
                    - listitem
                    - listitem
                    - listitem
                  - group "Reactions":
                    - button "1️⃣ 0"
                    - button "2️⃣ 0"
                    - button "3️⃣ 0"
                    - button "4️⃣ 0"
                    - button "Add a reaction"
                  - group "Message actions":
                    - button "Add a reaction"
                    - button "Reply in a thread"
              - complementary "What to try"
              - 'combobox "Message #team"'
              - button "Send"
            """);
    }
}
