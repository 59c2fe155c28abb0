using System.Collections.Concurrent;
using System.Text.Json;
using QuizBot.Playground.Protocol;
using QuizBot.Playground.Store;

namespace QuizBot.Playground.Live;

/// <summary>Tells every page what has changed.</summary>
internal sealed class PlaygroundHub : IDisposable
{
    public const int MostPages = 100;
    private readonly ConcurrentDictionary<PageConnection, byte> pages = new();
    private readonly ChatDatabase database;
    private readonly BotLine line;

    public PlaygroundHub(ChatDatabase database, BotLine line)
    {
        this.database = database;
        this.line = line;
        database.Changed += Tell;
        line.Changed += Tell;
    }

    public int Count => pages.Count;

    public void Add(PageConnection page) => pages.TryAdd(page, 0);

    public void Remove(PageConnection page) => pages.TryRemove(page, out _);

    /// <summary>Drops every connection; the pages come back by themselves.</summary>
    public void DropAll()
    {
        foreach (var page in pages.Keys)
            page.Drop();
    }

    public void Dispose()
    {
        database.Changed -= Tell;
        line.Changed -= Tell;
    }

    private void Tell(IReadOnlyList<StoredMessage> changed)
    {
        foreach (var message in changed)
            Tell(new ServerFrame.Changed(WireMessage.From(message)), page => message.IsSeenBy(page.Me!.Id));
    }

    private void Tell(WireBot state) => Tell(new ServerFrame.BotChanged(state), _ => true);

    private void Tell(ServerFrame frame, Predicate<PageConnection> isFor)
    {
        byte[]? bytes = null;
        foreach (var page in pages.Keys)
        {
            if (page.Me is not null && isFor(page))
                page.Send(bytes ??= JsonSerializer.SerializeToUtf8Bytes(frame, PlaygroundJson.Default.ServerFrame));
        }
    }
}
