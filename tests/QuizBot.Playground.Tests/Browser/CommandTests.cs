using Microsoft.Playwright;
using QuizBot.Chat.Events;
using static Microsoft.Playwright.Assertions;

namespace QuizBot.Playground.Tests.Browser;

/// <summary>Commands, forms and what they bring.</summary>
public sealed class CommandTests(BrowserFixture browser) : PageTest(browser)
{
    [Fact]
    public async Task CommandMenu_ByKeyboard_CompletesCommandAndOptions()
    {
        await using var ada = await OpenAsync();
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
        Assert.Equal("/quiz start databases difficulty:easy", (await Bot.HearAsync<CommandTyped>()).Text);
    }

    [Fact]
    public async Task CommandMenu_MembersManagersAndEscape_BehaveAsAMenuDoes()
    {
        await using var diego = await OpenAsync("?as=diego");
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
        Assert.Equal("/stats <@mei>", (await Bot.HearAsync<CommandTyped>()).Text);
    }

    [Fact]
    public async Task Form_FilledByKeyboard_IsSent()
    {
        await using var ada = await OpenAsync();
        await ada.SendAsync("/question suggest");
        var dialog = ada.Page.GetByRole(AriaRole.Dialog, new() { Name = "Propose a question" });
        await Expect(dialog.GetByLabel("Question", new() { Exact = true })).ToBeFocusedAsync();
        await ada.Page.Keyboard.TypeAsync("What is 2 + 2?");
        await dialog.GetByLabel("Right answer").FillAsync("4");
        await dialog.GetByLabel("Right answer").PressAsync("Enter");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(ada.Message("A manager will look at: What is 2 + 2?")).ToContainTextAsync("Only you can see this");
        Assert.Equal("4", (await Bot.HearAsync<FormSubmitted>()).Fields["right"]);
    }

    [Fact]
    public async Task Form_Cancelled_SendsNothing()
    {
        await using var ada = await OpenAsync();
        await ada.SendAsync("/question suggest");
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await ada.SendAsync("done");
        await Expect(ada.Message("done")).ToBeVisibleAsync();
        Assert.Empty(Bot.Rest().OfType<FormSubmitted>());
    }

    [Fact]
    public async Task PrivateMessage_OfOneMember_IsHiddenFromOthersAndUpdated()
    {
        await using var ada = await OpenAsync("?as=ada");
        await using var mei = await OpenAsync("?as=mei");
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
    public async Task Send_TooLong_IsHeldBackAndSaidSo()
    {
        await using var ada = await OpenAsync();
        await ada.Composer.FillAsync(new string('x', 4001));
        await Expect(ada.Page.GetByText("1 character too many")).ToBeVisibleAsync();
        await ada.Composer.PressAsync("Enter");
        await Expect(ada.Composer).ToHaveValueAsync(new string('x', 4001));
    }
}
