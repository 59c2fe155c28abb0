using Microsoft.Playwright;
using QuizBot.Chat;
using QuizBot.Playground.Tests.Driving;

namespace QuizBot.Playground.Tests.Browser;

/// <summary>A test of the page in a browser, with a scripted bot.</summary>
[Collection<SharedBrowser>]
public abstract class PageTest(BrowserFixture browser) : IAsyncLifetime
{
    private PlaygroundHouse? house;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected ScriptedBot Bot { get; } = Script.Bot();

    protected PlaygroundHouse House => house ?? throw new InvalidOperationException("The house is not open yet.");

    public async ValueTask InitializeAsync() => house = await PlaygroundHouse.OpenWithAsync(Bot, Script.Commands);

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<Window> OpenAsync(string query = "?as=ada", BrowserNewContextOptions? options = null) =>
        browser.OpenAsync(House.Address, query, options);

    /// <summary>Asks the question of the day in #team.</summary>
    protected async Task<MessageRef> AskAsync()
    {
        var message = await House.Platform.PostAsync(Script.Question(TimeProvider.System.GetUtcNow().AddHours(2)));
        await House.Platform.AddReactionsAsync(message, Script.Emoji, Cancellation);
        return message;
    }

    /// <summary>A reaction below that question, by its emoji and count.</summary>
    protected static ILocator Chip(Window window, string name) =>
        window.Message("leave nickname").GetByRole(AriaRole.Button, new() { NameRegex = new($"^{name}") });
}
