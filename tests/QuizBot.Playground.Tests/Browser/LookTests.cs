using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using QuizBot.Playground.Tests.Driving;

namespace QuizBot.Playground.Tests.Browser;

/// <summary>How the page looks. With QUIZBOT_SHOTS set to a folder, pictures are left there.</summary>
[Collection<SharedBrowser>]
public sealed class LookTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280, 860)]
    [InlineData(ColorScheme.Dark, 1280, 860)]
    [InlineData(ColorScheme.Light, 320, 640)]
    [InlineData(ColorScheme.Dark, 390, 800)]
    public async Task Page_RealConversation_IsReadable(ColorScheme scheme, int width, int height)
    {
        var time = new FakeTimeProvider(Conversation.Start);
        await using var house = await PlaygroundHouse.OpenWithAsync(Script.Bot(), Script.Commands, time);
        await Conversation.PlayAsync(house, time);
        await using var window = await browser.OpenAsync(house.Address, options: new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = height },
        });
        var page = window.Page;
        var name = $"{scheme}-{width}".ToLowerInvariant();
        await Assertions.Expect(window.Message("leave nickname empty")).ToBeVisibleAsync();
        await window.LookAsync($"{name}-1-open");

        await window.Message("leave nickname empty").GetByRole(AriaRole.Button, new() { Name = "1️⃣" }).ClickAsync();
        await Assertions.Expect(window.Message("leave nickname empty").GetByText("Your answer")).ToBeVisibleAsync();
        await window.LookAsync($"{name}-2-answered");

        await window.Composer.FillAsync("/");
        await Assertions.Expect(window.Menu).ToBeVisibleAsync();
        await window.LookAsync($"{name}-3-menu");
        await window.Composer.FillAsync("/quiz start ");
        await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Name = "Databases" })).ToBeVisibleAsync();
        await window.LookAsync($"{name}-4-options");
        await window.Composer.FillAsync("/question suggest");
        await window.Composer.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await window.LookAsync($"{name}-5-form");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await window.Composer.FillAsync("/stats");
        await window.Composer.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Ada's record")).ToBeVisibleAsync();
        await window.LookAsync($"{name}-6-private");

        await window.Message("forbids phantom reads").ScrollIntoViewIfNeededAsync();
        await window.Message("forbids phantom reads").HoverAsync();
        await window.LookAsync($"{name}-7-closed");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("3 replies") }).ClickAsync();
        await Assertions.Expect(page.GetByText("I take the half point.")).ToBeVisibleAsync();
        await window.LookAsync($"{name}-8-thread");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the thread" }).ClickAsync();

        await window.Message("Leaderboard").ScrollIntoViewIfNeededAsync();
        await window.LookAsync($"{name}-9-board");
        await window.OpenChannelsAsync();
        await window.LookAsync($"{name}-10-channels");
        await page.GetByRole(AriaRole.Link, new() { Name = "quiz-night" }).ClickAsync();
        await Assertions.Expect(page.GetByText("This is the beginning of #quiz-night")).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(true);
        house.Hub.DropAll();
        await Assertions.Expect(page.GetByText("Reconnecting…")).ToBeVisibleAsync();
        await window.SendAsync("Is anyone there?");
        await Assertions.Expect(page.GetByText("Waiting for the connection…")).ToBeVisibleAsync();
        await window.LookAsync($"{name}-11-away");
    }
}
