using System.Text.RegularExpressions;
using Microsoft.Playwright;
using QuizBot.Chat.Events;
using QuizBot.Chat.Messages;
using QuizBot.Playground.Tests.Driving;
using static Microsoft.Playwright.Assertions;

namespace QuizBot.Playground.Tests.Browser;

/// <summary>How members answer.</summary>
public sealed class AnswerTests(BrowserFixture browser) : PageTest(browser)
{
    [Fact]
    public async Task Reactions_ByClickAndByKeyboard_AreSeenInBothWindows()
    {
        var message = await AskAsync();
        await using var ada = await OpenAsync("?as=ada");
        await using var mei = await OpenAsync("?as=mei");

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

        var heard = new[] { await Bot.HearAsync<ReactionChanged>(), await Bot.HearAsync<ReactionChanged>(), await Bot.HearAsync<ReactionChanged>() };
        Assert.Equal([("ada", "1️⃣", true), ("mei", "2️⃣", true), ("mei", "2️⃣", false)], heard.Select(r => (r.Member.Id, r.Emoji, r.Added)));
        Assert.All(heard, r => Assert.Equal(message, r.Message));
    }

    [Fact]
    public async Task Choice_Clicked_IsTheSameAsItsReaction()
    {
        await AskAsync();
        await using var ada = await OpenAsync();
        await Expect(ada.Page.GetByText("Answer with a reaction:")).ToBeVisibleAsync();
        await ada.Message("leave nickname").GetByText("required=False").ClickAsync();
        await Expect(ada.Message("leave nickname").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "required=False" })).ToContainTextAsync("Your answer");
        await Expect(ada.Page.GetByText("Answer with a reaction:")).ToBeHiddenAsync();
        Assert.Equal("3️⃣", (await Bot.HearAsync<ReactionChanged>()).Emoji);
    }

    [Fact]
    public async Task Palette_OtherEmoji_IsAddedByKeyboard()
    {
        await AskAsync();
        await using var ada = await OpenAsync();
        await ada.Message("leave nickname").GetByRole(AriaRole.Group, new() { Name = "Reactions" }).GetByRole(AriaRole.Button, new() { Name = "Add a reaction" }).PressAsync("Enter");
        await Expect(ada.Page.GetByRole(AriaRole.Dialog, new() { Name = "Add a reaction" })).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("ArrowRight");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(Chip(ada, "🎉 1")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal("🎉", (await Bot.HearAsync<ReactionChanged>()).Emoji);
    }

    [Fact]
    public async Task Bot_Edits_QuestionShowsItsCloseInPlace()
    {
        var message = await AskAsync();
        await using var ada = await OpenAsync();
        await Expect(ada.Message("leave nickname")).ToBeVisibleAsync();
        await House.Platform.EditAsync(message, Script.Closed, Cancellation);
        await Expect(ada.Articles).ToHaveCountAsync(1);
        await Expect(ada.Articles).ToContainTextAsync("(edited)");
        await Expect(ada.Articles.GetByRole(AriaRole.Listitem).Nth(2)).ToContainTextAsync("Right60% · 3");
        await Expect(ada.Page.GetByText("Answer with a reaction:")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Keycaps_OnAMachineWithoutAFontForThem_AreDrawnAndStayInTheText()
    {
        await AskAsync();
        await House.Platform.PostAsync(Posts.Saying("Your answer: 2️⃣ or 🔟, by 14:05"));
        await using var ada = await OpenAsync();
        var keycaps = ada.Page.Locator(".keycap");
        await Expect(keycaps).ToHaveCountAsync(10);
        Assert.Equal(["1", "2", "3", "4", "1", "2", "3", "4", "2", "10"], await keycaps.EvaluateAllAsync<string[]>("all => all.map(e => e.dataset.key)"));
        await Expect(ada.Message("by 14:05")).ToContainTextAsync("Your answer: 2️⃣ or 🔟, by 14:05");
        Assert.All(await keycaps.EvaluateAllAsync<string[]>("all => all.map(e => getComputedStyle(e).fontSize)"), size => Assert.Equal("0px", size));
    }

    [Theory]
    [InlineData(86_395, "in 1 day")]
    [InlineData(3_595, "in 59 minutes")]
    [InlineData(28_795, "in 8 hours")]
    [InlineData(-86_405, "1 day ago")]
    public async Task RelativeTime_OfHoursAndDays_IsTheNearest(int seconds, string says)
    {
        await using var ada = await OpenAsync();
        await Expect(ada.Composer).ToBeVisibleAsync();
        await House.Platform.PostAsync(new([new TextBlock("Closes " + ChatText.Time(TimeProvider.System.GetUtcNow().AddSeconds(seconds), TimeStyle.Relative))]) { Summary = "countdown" });
        await Expect(ada.Message("Closes")).ToContainTextAsync(says);
    }

    [Fact]
    public async Task RelativeTime_TimeGoesOn_CountsDown()
    {
        await using var ada = await OpenAsync();
        await Expect(ada.Composer).ToBeVisibleAsync();
        await House.Platform.PostAsync(new([new TextBlock("Closes " + ChatText.Time(TimeProvider.System.GetUtcNow().AddSeconds(40), TimeStyle.Relative))]) { Summary = "countdown" });
        await Expect(ada.Message("Closes in")).ToContainTextAsync(new Regex("in 3[89] seconds"));
        await Expect(ada.Message("Closes in")).ToContainTextAsync("in 37 seconds");
    }
}
