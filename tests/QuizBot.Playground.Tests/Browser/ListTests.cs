using Microsoft.Playwright;
using QuizBot.Chat.Messages;
using QuizBot.Playground.Tests.Driving;
using static Microsoft.Playwright.Assertions;

namespace QuizBot.Playground.Tests.Browser;

/// <summary>The list of messages.</summary>
public sealed class ListTests(BrowserFixture browser) : PageTest(browser)
{
    [Fact]
    public async Task Thread_OpenedByKeyboard_TakesRepliesAndGivesTheFocusBack()
    {
        var message = await AskAsync();
        await House.Platform.OpenThreadAsync(message, "Talk about it", Cancellation);
        await using var ada = await OpenAsync("?as=ada");
        await using var mei = await OpenAsync("?as=mei");
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
    public async Task List_ScrolledUp_StaysAndOffersTheNewMessages()
    {
        await using var mei = await House.EnterAsync("mei");
        for (var i = 0; i < 120; i++)
            await mei.SayAsync("team", $"line {i}");
        await using var ada = await OpenAsync();
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
        await using var mei = await House.EnterAsync("mei");
        for (var i = 0; i < 120; i++)
            await mei.SayAsync("team", $"line {i}.");
        await using var ada = await OpenAsync();
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
    public async Task NewMessage_FromOthers_IsAnnouncedAsPlainText()
    {
        await using var ada = await OpenAsync();
        await Expect(ada.Page.GetByText("This is the beginning of #team")).ToBeVisibleAsync();
        await AskAsync();
        await Expect(ada.Page.Locator("[aria-live=polite]")).ToContainTextAsync("QuizBot: Question of the day: which option lets a form leave nickname empty?");
    }

    [Fact]
    public async Task Data_ThatLooksLikeMarkup_StaysText()
    {
        const string Evil = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        await House.Platform.PostAsync(new(
        [
            new HeadingBlock(Evil), new TextBlock(ChatText.Bold(Evil) + ChatText.Code(Evil) + ChatText.Member("x", Evil)), new CodeBlock(Evil),
            new ChoicesBlock([new("1️⃣", Evil), new("2️⃣", Evil)]), new TableBlock([new(Evil)], [new([Evil])]), new ButtonsBlock([new(Evil, Evil)]), new NoteBlock(Evil),
        ])
        {
            Summary = Evil,
        });
        await using var ada = await OpenAsync();
        await ada.SendAsync(Evil);
        await Expect(ada.Articles).ToHaveCountAsync(2);
        await Expect(ada.Messages.Locator("img, script")).ToHaveCountAsync(0);
        await ada.SendAsync("see https://example.org/a?b=c#d, `code` and @Mei");
        var link = ada.Message("see https").GetByRole(AriaRole.Link);
        await Expect(link).ToHaveAttributeAsync("href", "https://example.org/a?b=c#d");
        await Expect(link).ToHaveAttributeAsync("rel", "noopener noreferrer");
    }
}
