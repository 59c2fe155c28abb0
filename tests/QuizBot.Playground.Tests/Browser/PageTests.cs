using Microsoft.Playwright;
using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Chat.Messages;
using QuizBot.Playground.Tests.Driving;
using static Microsoft.Playwright.Assertions;

namespace QuizBot.Playground.Tests.Browser;

public sealed class PageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    private readonly ScriptedBot bot = Script.Bot();
    private PlaygroundHouse house = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => house = await PlaygroundHouse.OpenWithAsync(bot, Script.Commands);

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Reactions_ByClickAndByKeyboard_AreSeenInBothWindows()
    {
        var message = await AskAsync();
        await using var ada = await browser.OpenAsync(house.Address, "?as=ada");
        await using var mei = await browser.OpenAsync(house.Address, "?as=mei");

        await Chip(ada, "1️⃣").ClickAsync();
        await Expect(Chip(ada, "1️⃣ 1")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Chip(mei, "1️⃣ 1")).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(Chip(mei, "1️⃣ 1")).ToHaveAttributeAsync("title", "Ada reacted with 1️⃣");

        // By keyboard alone: from the composer to the last message and into its reactions.
        await mei.Messages.FocusAsync();
        await mei.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(mei.Message("leave nickname")).ToBeFocusedAsync();
        await Chip(mei, "1️⃣ 1").FocusAsync();
        await mei.Page.Keyboard.PressAsync("Tab");
        await mei.Page.Keyboard.PressAsync("Space");
        await Expect(Chip(mei, "2️⃣ 1")).ToBeFocusedAsync();
        await Expect(Chip(mei, "2️⃣ 1")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Chip(ada, "2️⃣ 1")).ToHaveAttributeAsync("aria-pressed", "false");
        await mei.Page.Keyboard.PressAsync("Enter");
        await Expect(Chip(ada, "2️⃣ 0")).ToBeVisibleAsync();

        var heard = new[] { await bot.HearAsync<ReactionChanged>(), await bot.HearAsync<ReactionChanged>(), await bot.HearAsync<ReactionChanged>() };
        Assert.Equal([("ada", "1️⃣", true), ("mei", "2️⃣", true), ("mei", "2️⃣", false)], heard.Select(r => (r.Member.Id, r.Emoji, r.Added)));
        Assert.All(heard, r => Assert.Equal(message, r.Message));
    }

    [Fact]
    public async Task Choice_Clicked_IsTheSameAsItsReaction()
    {
        await AskAsync();
        await using var ada = await browser.OpenAsync(house.Address);
        await Expect(ada.Page.GetByText("Answer with a reaction:")).ToBeVisibleAsync();
        await ada.Message("leave nickname").GetByText("required=False").ClickAsync();
        await Expect(ada.Message("leave nickname").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "required=False" })).ToContainTextAsync("Your answer");
        await Expect(ada.Page.GetByText("Answer with a reaction:")).ToBeHiddenAsync();
        Assert.Equal("3️⃣", (await bot.HearAsync<ReactionChanged>()).Emoji);
    }

    [Fact]
    public async Task Palette_OtherEmoji_IsAddedByKeyboard()
    {
        await AskAsync();
        await using var ada = await browser.OpenAsync(house.Address);
        await ada.Message("leave nickname").GetByRole(AriaRole.Group, new() { Name = "Reactions" }).GetByRole(AriaRole.Button, new() { Name = "Add a reaction" }).PressAsync("Enter");
        await Expect(ada.Page.GetByRole(AriaRole.Dialog, new() { Name = "Add a reaction" })).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("ArrowRight");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(Chip(ada, "🎉 1")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal("🎉", (await bot.HearAsync<ReactionChanged>()).Emoji);
    }

    [Fact]
    public async Task CommandMenu_ByKeyboard_CompletesCommandAndOptions()
    {
        await using var ada = await browser.OpenAsync(house.Address);
        await ada.Composer.PressSequentiallyAsync("/qu");
        await Expect(ada.Menu.GetByRole(AriaRole.Option)).ToHaveCountAsync(3);
        await Expect(ada.Composer).ToHaveAttributeAsync("aria-expanded", "true");
        await ada.Composer.PressAsync("ArrowDown");
        await Expect(ada.Menu.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("/quiz stop");
        var active = await ada.Composer.GetAttributeAsync("aria-activedescendant");
        await Expect(ada.Page.Locator($"#{active}")).ToContainTextAsync("/quiz stop");
        await ada.Composer.PressAsync("ArrowUp");
        await ada.Composer.PressAsync("Enter");
        await Expect(ada.Composer).ToHaveValueAsync("/quiz start ");

        await ada.Composer.PressSequentiallyAsync("data");
        await Expect(ada.Menu.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("Databases");
        await ada.Composer.PressAsync("Tab");
        await Expect(ada.Composer).ToHaveValueAsync("/quiz start databases ");
        await Expect(ada.Page.GetByText("How many questions (1 to 50)")).ToBeVisibleAsync();
        await ada.Composer.PressSequentiallyAsync("diff");
        await ada.Composer.PressAsync("Tab");
        await Expect(ada.Composer).ToHaveValueAsync("/quiz start databases difficulty:");
        await ada.Composer.PressAsync("ArrowDown");
        await ada.Composer.PressAsync("Tab");
        await Expect(ada.Composer).ToHaveValueAsync("/quiz start databases difficulty:easy ");
        await ada.Composer.PressAsync("Enter");
        await Expect(ada.Message("A quiz begins")).ToBeVisibleAsync();
        await Expect(ada.Message("A quiz begins")).ToContainTextAsync("You used /quiz start");
        Assert.Equal("/quiz start databases difficulty:easy", (await bot.HearAsync<CommandTyped>()).Text);
    }

    [Fact]
    public async Task CommandMenu_MembersManagersAndEscape_BehaveAsAMenuDoes()
    {
        await using var diego = await browser.OpenAsync(house.Address, "?as=diego");
        await diego.Composer.PressSequentiallyAsync("/d");
        await Expect(diego.Menu.GetByRole(AriaRole.Option)).ToContainTextAsync("Managers");
        await diego.Composer.PressAsync("Escape");
        await Expect(diego.Menu).ToBeHiddenAsync();
        await Expect(diego.Composer).ToHaveAttributeAsync("aria-expanded", "false");
        await diego.Composer.FillAsync("/stats ");
        await Expect(diego.Menu.GetByRole(AriaRole.Option)).ToHaveCountAsync(6);
        await diego.Composer.PressSequentiallyAsync("me");
        await diego.Composer.PressAsync("Enter");
        await Expect(diego.Composer).ToHaveValueAsync("/stats @Mei ");
        await diego.Composer.PressAsync("Enter");
        Assert.Equal("/stats <@mei>", (await bot.HearAsync<CommandTyped>()).Text);
    }

    [Fact]
    public async Task Form_FilledByKeyboard_IsSent()
    {
        await using var ada = await browser.OpenAsync(house.Address);
        await ada.SendAsync("/question suggest");
        var dialog = ada.Page.GetByRole(AriaRole.Dialog, new() { Name = "Propose a question" });
        await Expect(dialog.GetByLabel("Question", new() { Exact = true })).ToBeFocusedAsync();
        await ada.Page.Keyboard.TypeAsync("What is 2 + 2?");
        await dialog.GetByLabel("Right answer").FillAsync("4");
        await dialog.GetByLabel("Right answer").PressAsync("Enter");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(ada.Message("A manager will look at: What is 2 + 2?")).ToContainTextAsync("Only you can see this");
        Assert.Equal("4", (await bot.HearAsync<FormSubmitted>()).Fields["right"]);
    }

    [Fact]
    public async Task Form_Cancelled_SendsNothing()
    {
        await using var ada = await browser.OpenAsync(house.Address);
        await ada.SendAsync("/question suggest");
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await ada.SendAsync("done");
        await Expect(ada.Message("done")).ToBeVisibleAsync();
        Assert.Empty(bot.Rest().OfType<FormSubmitted>());
    }

    [Fact]
    public async Task PrivateMessage_OfOneMember_IsHiddenFromOthersAndUpdated()
    {
        await using var ada = await browser.OpenAsync(house.Address, "?as=ada");
        await using var mei = await browser.OpenAsync(house.Address, "?as=mei");
        await ada.SendAsync("/stats");
        await Expect(ada.Message("Ada's record")).ToContainTextAsync("Only you can see this");
        await mei.SendAsync("hello");
        await Expect(ada.Message("hello")).ToBeVisibleAsync();
        await Expect(mei.Message("hello")).ToBeVisibleAsync();
        await Expect(mei.Message("Ada's record")).ToHaveCountAsync(0);
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Review what I missed" }).ClickAsync();
        await Expect(ada.Message("Nothing to review today")).ToBeVisibleAsync();
        await Expect(ada.Message("Ada's record")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Thread_OpenedByKeyboard_TakesRepliesAndGivesTheFocusBack()
    {
        var message = await AskAsync();
        await house.Platform.OpenThreadAsync(message, "Talk about it", Cancellation);
        await using var ada = await browser.OpenAsync(house.Address, "?as=ada");
        await using var mei = await browser.OpenAsync(house.Address, "?as=mei");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Discuss in the thread" }).PressAsync("Enter");
        var reply = ada.Page.GetByRole(AriaRole.Combobox, new() { Name = "Reply in the thread" });
        await Expect(reply).ToBeFocusedAsync();
        await reply.FillAsync("I would say blank");
        await reply.PressAsync("Enter");
        await Expect(ada.Page.GetByRole(AriaRole.Log, new() { Name = "Replies" })).ToContainTextAsync("I would say blank");
        await Expect(mei.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("1 reply") })).ToBeVisibleAsync();
        await Expect(mei.Messages).Not.ToContainTextAsync("I would say blank");
        await reply.PressAsync("Escape");
        await Expect(ada.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("1 reply") })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Connection_Dropped_ComesBackAndCatchesUp()
    {
        await AskAsync();
        await using var ada = await browser.OpenAsync(house.Address);
        await Expect(ada.Message("leave nickname")).ToBeVisibleAsync();
        // While it is away it can neither come back nor hear.
        await ada.Page.Context.SetOfflineAsync(true);
        house.Hub.DropAll();
        await Expect(ada.Page.GetByText("Reconnecting…")).ToBeVisibleAsync();
        await ada.SendAsync("said while away");
        await Expect(ada.Page.GetByText("Waiting for the connection…")).ToBeVisibleAsync();
        await Chip(ada, "1️⃣").ClickAsync();
        await Expect(Chip(ada, "1️⃣ 1")).ToHaveAttributeAsync("aria-pressed", "true");
        await house.Platform.PostAsync(Posts.Saying("missed by the page"));
        await ada.Page.Context.SetOfflineAsync(false);

        await Expect(ada.Message("missed by the page")).ToBeVisibleAsync();
        await Expect(ada.Message("said while away")).ToHaveCountAsync(1);
        await Expect(ada.Page.GetByText("Reconnecting…")).ToBeHiddenAsync();
        await Expect(ada.Page.GetByText("Waiting for the connection…")).ToHaveCountAsync(0);
        Assert.Equal("1️⃣", (await bot.HearAsync<ReactionChanged>()).Emoji);
        await using var mei = await house.EnterAsync("mei");
        Assert.Single((await mei.ReadAsync("team")).Messages, m => m.Text == "said while away");
    }

    [Fact]
    public async Task Reload_WithAnActionUnderWay_SendsItAgainOnce()
    {
        var release = new TaskCompletionSource();
        var reply = bot.Reply;
        bot.Reply = async (e, token) =>
        {
            await release.Task.WaitAsync(token);
            return await reply(e, token);
        };
        await using var ada = await browser.OpenAsync(house.Address);
        await ada.SendAsync("/leaderboard");
        await bot.HearAsync<CommandTyped>();
        await ada.Page.ReloadAsync();
        await Expect(ada.Page.GetByText("QuizBot is thinking about")).ToBeVisibleAsync();
        release.SetResult();
        await Expect(ada.Message("Chioma")).ToHaveCountAsync(1);
        await Expect(ada.Page.GetByText("QuizBot is thinking about")).ToHaveCountAsync(0);
        Assert.Empty(bot.Rest().OfType<CommandTyped>());
    }

    [Fact]
    public async Task Member_Switched_IsKeptByAddressAndWindow()
    {
        await house.Platform.TellMemberAsync(Posts.Team, "ada", Posts.Saying("for ada"), Cancellation);
        await using var window = await browser.OpenAsync(house.Address, "");
        await Expect(window.Message("for ada")).ToBeVisibleAsync();
        await window.Page.GetByLabel("You are").SelectOptionAsync("chioma");
        await Expect(window.Message("for ada")).ToHaveCountAsync(0);
        await window.SendAsync("as Chioma");
        await Expect(window.Message("as Chioma")).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("^Chioma"));
        Assert.Contains("as=chioma", window.Page.Url, StringComparison.Ordinal);
        await window.Page.GotoAsync(house.Address.ToString());
        await Expect(window.Page.GetByLabel("You are")).ToHaveValueAsync("chioma");
        await window.Page.GotoAsync($"{house.Address}?as=nobody");
        await Expect(window.Page.GetByLabel("You are")).ToHaveValueAsync("ada");
    }

    [Fact]
    public async Task List_ScrolledUp_StaysAndOffersTheNewMessages()
    {
        await using var mei = await house.EnterAsync("mei");
        for (var i = 0; i < 120; i++)
            await mei.SayAsync("team", $"line {i}");
        await using var ada = await browser.OpenAsync(house.Address);
        await Expect(ada.Message("line 119")).ToBeInViewportAsync();
        await ada.Messages.EvaluateAsync("list => { list.scrollTop = list.scrollHeight - list.clientHeight - 150; }");
        var pill = ada.Page.GetByRole(AriaRole.Button, new() { Name = "Newest" });
        await Expect(pill).ToBeVisibleAsync();
        await mei.SayAsync("team", "news");
        pill = ada.Page.GetByRole(AriaRole.Button, new() { Name = "1 new message" });
        await Expect(pill).ToBeVisibleAsync();
        await Expect(ada.Message("news")).Not.ToBeInViewportAsync();
        await pill.ClickAsync();
        await Expect(ada.Message("news")).ToBeInViewportAsync();
        await Expect(pill).ToBeHiddenAsync();
    }

    [Fact]
    public async Task List_ScrolledToTheTop_LoadsEarlierPagesInPlace()
    {
        await using var mei = await house.EnterAsync("mei");
        for (var i = 0; i < 120; i++)
            await mei.SayAsync("team", $"line {i}.");
        await using var ada = await browser.OpenAsync(house.Address);
        await Expect(ada.Articles).ToHaveCountAsync(50);
        await ada.Messages.EvaluateAsync("list => { list.scrollTop = 0; }");
        await Expect(ada.Message("line 70.")).ToBeInViewportAsync();
        await Expect(ada.Message("line 69.")).ToBeVisibleAsync();
        await ada.Messages.PressAsync("ArrowUp");
        await ada.Page.Keyboard.PressAsync("Home");
        await Expect(ada.Articles).ToHaveCountAsync(120);
        await ada.Page.Keyboard.PressAsync("Home");
        await Expect(ada.Message("line 0.")).ToBeFocusedAsync();
        await Expect(ada.Page.GetByText("This is the beginning of #team")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Channels_NewMessageElsewhere_IsCountedUntilRead()
    {
        await using var ada = await browser.OpenAsync(house.Address);
        await Expect(ada.Page).ToHaveTitleAsync("#team · QuizBot playground");
        await house.Platform.PostAsync(new(Posts.Channel("quiz"), "k", Posts.Saying("over here")), Cancellation);
        await Expect(ada.Page).ToHaveTitleAsync("(1) #team · QuizBot playground");
        await ada.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("quiz-night 1 new message") }).ClickAsync();
        await Expect(ada.Message("over here")).ToBeVisibleAsync();
        await Expect(ada.Page).ToHaveTitleAsync("#quiz-night · QuizBot playground");
        await Expect(ada.Page.GetByRole(AriaRole.Link, new() { Name = "quiz-night" })).ToHaveAttributeAsync("aria-current", "page");
    }

    [Fact]
    public async Task Data_ThatLooksLikeMarkup_StaysText()
    {
        const string Evil = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        await house.Platform.PostAsync(new(
        [
            new HeadingBlock(Evil), new TextBlock(ChatText.Bold(Evil) + ChatText.Code(Evil) + ChatText.Member("x", Evil)), new CodeBlock(Evil),
            new ChoicesBlock([new("1️⃣", Evil), new("2️⃣", Evil)]), new TableBlock([new(Evil)], [new([Evil])]), new ButtonsBlock([new(Evil, Evil)]), new NoteBlock(Evil),
        ])
        {
            Summary = Evil,
        });
        await using var ada = await browser.OpenAsync(house.Address);
        await ada.SendAsync(Evil);
        await Expect(ada.Articles).ToHaveCountAsync(2);
        await Expect(ada.Messages.Locator("img, script")).ToHaveCountAsync(0);
        await ada.SendAsync("see https://example.org/a?b=c#d, `code` and @Mei");
        var link = ada.Message("see https").GetByRole(AriaRole.Link);
        await Expect(link).ToHaveAttributeAsync("href", "https://example.org/a?b=c#d");
        await Expect(link).ToHaveAttributeAsync("rel", "noopener noreferrer");
    }

    [Fact]
    public async Task RelativeTime_TimeGoesOn_CountsDown()
    {
        await using var ada = await browser.OpenAsync(house.Address);
        await Expect(ada.Composer).ToBeVisibleAsync();
        await house.Platform.PostAsync(new([new TextBlock("Closes " + ChatText.Time(TimeProvider.System.GetUtcNow().AddSeconds(40), TimeStyle.Relative))]) { Summary = "countdown" });
        await Expect(ada.Message("Closes in")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("in 3[89] seconds"));
        await Expect(ada.Message("Closes in")).ToContainTextAsync("in 37 seconds");
    }

    [Fact]
    public async Task Narrow_At320Pixels_HasADrawerAndNoSidewaysScroll()
    {
        await house.Platform.PostAsync(Script.Board("Ada"));
        await AskAsync();
        await using var ada = await browser.OpenAsync(house.Address, options: new() { ViewportSize = new() { Width = 320, Height = 640 } });
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
    public async Task Bot_Edits_QuestionShowsItsCloseInPlace()
    {
        var message = await AskAsync();
        await using var ada = await browser.OpenAsync(house.Address);
        await Expect(ada.Message("leave nickname")).ToBeVisibleAsync();
        await house.Platform.EditAsync(message, Script.Closed, Cancellation);
        await Expect(ada.Articles).ToHaveCountAsync(1);
        await Expect(ada.Articles).ToContainTextAsync("(edited)");
        await Expect(ada.Articles.GetByRole(AriaRole.Listitem).Nth(2)).ToContainTextAsync("Right60% · 3");
        await Expect(ada.Page.GetByText("Answer with a reaction:")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task NewMessage_FromOthers_IsAnnouncedAsPlainText()
    {
        await using var ada = await browser.OpenAsync(house.Address);
        await Expect(ada.Page.GetByText("This is the beginning of #team")).ToBeVisibleAsync();
        await AskAsync();
        await Expect(ada.Page.Locator("[aria-live=polite]")).ToContainTextAsync("QuizBot: Question of the day: which option lets a form leave nickname empty?");
    }

    [Fact]
    public async Task Send_TooLong_IsHeldBackAndSaidSo()
    {
        await using var ada = await browser.OpenAsync(house.Address);
        await ada.Composer.FillAsync(new string('x', 4001));
        await Expect(ada.Page.GetByText("1 character too many")).ToBeVisibleAsync();
        await ada.Composer.PressAsync("Enter");
        await Expect(ada.Composer).ToHaveValueAsync(new string('x', 4001));
    }

    private static ILocator Chip(Window window, string name) =>
        window.Message("leave nickname").GetByRole(AriaRole.Button, new() { NameRegex = new($"^{name}") });

    private async Task<MessageRef> AskAsync()
    {
        var message = await house.Platform.PostAsync(Script.Question(TimeProvider.System.GetUtcNow().AddHours(2)));
        await house.Platform.AddReactionsAsync(message, Script.Emoji, Cancellation);
        return message;
    }
}
