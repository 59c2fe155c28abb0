using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace QuizBot.Playground.Tests.Browser;

/// <summary>A window of a browser, with the words for what is on the page.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> errors = new();
    private readonly IBrowserContext context;

    public Window(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.PageError += (_, error) => errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            // A lost connection is written to the console by the browser itself, and so is an icon that it cannot load any more.
            if (message.Type is "error" or "warning" && !message.Text.Contains("WebSocket connection", StringComparison.Ordinal)
                && !message.Text.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal))
                errors.Enqueue(message.Text);
        };
    }

    public IPage Page { get; }

    public ILocator Composer => Page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^Message #") });

    public ILocator Messages => Page.GetByRole(AriaRole.Log, new() { NameRegex = new("^Messages") });

    public ILocator Articles => Messages.GetByRole(AriaRole.Article);

    public ILocator Menu => Page.GetByRole(AriaRole.Listbox, new() { Name = "Commands" });

    /// <summary>The message that holds a text.</summary>
    public ILocator Message(string text) => Articles.Filter(new() { HasText = text });

    /// <summary>Writes a line and sends it with Enter.</summary>
    public async Task SendAsync(string text)
    {
        await Composer.FillAsync(text);
        await Composer.PressAsync("Enter");
    }

    /// <summary>Opens the drawer where the channels are in one.</summary>
    public async Task OpenChannelsAsync()
    {
        var drawer = Page.GetByRole(AriaRole.Button, new() { Name = "Channels" });
        if (await drawer.IsVisibleAsync())
            await drawer.ClickAsync();
    }

    /// <summary>Texts that are harder to read than WCAG's level AA allows.</summary>
    public Task<string[]> FaintTextsAsync() => Page.EvaluateAsync<string[]>(Contrast.Script);

    /// <summary>Looks at what is on the page now: no text may be faint, and nothing may be wider than the window.</summary>
    public async Task LookAsync(string name)
    {
        Assert.Empty(await FaintTextsAsync());
        Assert.True(await Page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= innerWidth"));
        await ShotAsync(name);
    }

    private async Task ShotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("QUIZBOT_SHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.Empty(errors);
    }
}
