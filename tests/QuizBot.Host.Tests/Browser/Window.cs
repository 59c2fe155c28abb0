using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace QuizBot.Host.Tests.Browser;

/// <summary>A member's window, with the words for what is on the page. Any error on the page fails the test.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly IBrowserContext _context;
    private readonly IPage _page;
    private readonly string _shots;

    private Window(IBrowserContext context, IPage page, string shots)
    {
        (_context, _page, _shots) = (context, page, shots);
        page.PageError += (_, error) => _errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            // A lost connection is written to the console by the browser itself.
            if (message.Type is "error" or "warning" && !message.Text.Contains("WebSocket connection", StringComparison.Ordinal))
                _errors.Enqueue(message.Text);
        };
    }

    public ILocator Composer => _page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^Message #") });

    public ILocator Messages => _page.GetByRole(AriaRole.Log, new() { NameRegex = new("^Messages") });

    public ILocator Articles => Messages.GetByRole(AriaRole.Article);

    public ILocator Menu => _page.GetByRole(AriaRole.Listbox, new() { Name = "Commands" });

    /// <summary>The line that says that the connection is lost.</summary>
    public ILocator Connection => _page.Locator("#connection");

    public static async Task<Window> OpenAsync(IBrowser browser, Uri address, string member, string shots)
    {
        var context = await browser.NewContextAsync(new() { Locale = "en-GB", TimezoneId = "Europe/Berlin", ViewportSize = new() { Width = 1280, Height = 860 } });
        // A busy machine is no fault of the page's.
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        var page = await context.NewPageAsync();
        var window = new Window(context, page, shots);
        await page.GotoAsync($"{address}?as={member}");
        return window;
    }

    /// <summary>The messages that hold a text.</summary>
    public ILocator Message(string text) => Articles.Filter(new() { HasText = text });

    /// <summary>A reaction below a message.</summary>
    public ILocator React(ILocator message, string emoji) =>
        message.GetByRole(AriaRole.Group, new() { Name = "Reactions" }).GetByRole(AriaRole.Button, new() { NameRegex = new("^" + emoji) });

    public Task GoToAsync(string channel) =>
        _page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { NameRegex = new(channel) }).ClickAsync();

    public async Task SayAsync(string text)
    {
        await Composer.FillAsync(text);
        await Composer.PressAsync("Enter");
    }

    /// <summary>Answers a question of a quiz, whichever kind it is.</summary>
    public async Task AnswerAsync(string title, int choice)
    {
        var buttons = Message(title).Locator(".buttons").GetByRole(AriaRole.Button);
        if (await buttons.CountAsync() > 1)
        {
            await buttons.Nth(choice).ClickAsync();
            return;
        }

        await buttons.First.ClickAsync();
        var form = _page.GetByRole(AriaRole.Dialog);
        await form.GetByRole(AriaRole.Textbox).FillAsync("a guess");
        await form.GetByRole(AriaRole.Textbox).PressAsync("Enter");
    }

    public async Task ShotAsync(string name) => await _page.ScreenshotAsync(new() { Path = Path.Combine(_shots, name + ".png") });

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_errors);
    }
}
