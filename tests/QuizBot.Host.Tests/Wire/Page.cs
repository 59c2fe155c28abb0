using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace QuizBot.Host.Tests.Wire;

/// <summary>
/// A member's page without a browser. Like the page it comes back whenever the connection is lost, catches up, and sends
/// again what was not acknowledged, under the same id.
/// </summary>
internal sealed class Page : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Uri _address;
    private readonly Lock _gate = new();
    private readonly Dictionary<long, PageMessage> _messages = [];
    private readonly Dictionary<string, (JsonObject Frame, TaskCompletionSource<JsonObject> Answer)> _open = [];
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;
    private PageConnection? _connection;
    private TaskCompletionSource _news = New();
    private long? _sequence;

    public Page(Uri address, string member)
    {
        (_address, Member) = (address, member);
        _running = RunAsync();
    }

    public string Member { get; }

    /// <summary>How often it had to come back.</summary>
    public int Returns { get; private set; }

    /// <summary>Every message it was told of, as it was told last.</summary>
    public IReadOnlyList<PageMessage> Messages
    {
        get
        {
            lock (_gate)
                return [.. _messages.Values.OrderBy(m => m.Id)];
        }
    }

    public Task<JsonObject> SayAsync(string channel, string text) =>
        ActAsync(new() { ["type"] = "say", ["channel"] = channel, ["text"] = text });

    public Task<JsonObject> ReactAsync(long message, string emoji, bool on = true) =>
        ActAsync(new() { ["type"] = "react", ["message"] = message, ["emoji"] = emoji, ["on"] = on });

    public Task<JsonObject> PressAsync(long message, string button) =>
        ActAsync(new() { ["type"] = "press", ["message"] = message, ["button"] = button });

    public Task<JsonObject> SubmitAsync(string channel, string form, string field, string value, long from) => ActAsync(new()
    {
        ["type"] = "submit",
        ["channel"] = channel,
        ["form"] = form,
        ["fields"] = new JsonObject { [field] = value },
        ["from"] = from,
    });

    /// <summary>Waits for a message, as it is or will be.</summary>
    public async Task<PageMessage> SeesAsync(Predicate<PageMessage> wanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            Task news;
            lock (_gate)
            {
                if (_messages.Values.FirstOrDefault(m => wanted(m)) is { } found)
                    return found;
                news = _news.Task;
            }

            await news.WaitAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }

    /// <summary>Does something, and waits until that is durable and handled, over however many connections.</summary>
    private async Task<JsonObject> ActAsync(JsonObject frame)
    {
        var id = Guid.NewGuid().ToString();
        frame["id"] = id;
        var answer = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        PageConnection? connection;
        lock (_gate)
        {
            _open.Add(id, (frame, answer));
            connection = _connection;
        }

        if (connection is not null)
            await SendAsync(connection, frame);
        return await answer.Task.WaitAsync(_end.Token);
    }

    private async Task RunAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var connection = await PageConnection.OpenAsync(_address, _end.Token);
                await connection.SendAsync(new() { ["type"] = "hello", ["as"] = Member, ["after"] = _sequence }, _end.Token);
                while (await connection.ReceiveAsync(_end.Token) is { } frame)
                    await TakeAsync(connection, frame);
            }
            catch (Exception lost) when (lost is WebSocketException or OperationCanceledException)
            {
                // The host was killed, or is not there yet.
            }

            lock (_gate)
                _connection = null;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TakeAsync(PageConnection connection, JsonObject frame)
    {
        switch (frame["type"]!.GetValue<string>())
        {
            case "welcome":
                await WelcomeAsync(connection, frame);
                break;
            case "changed":
                Note(frame["message"]!.AsObject());
                break;
            case "history":
                foreach (var message in frame["messages"]!.AsArray())
                    Note(message!.AsObject());
                break;
            case "done" or "refused":
                if (frame["id"]?.GetValue<string>() is { } id)
                    Answer(id, frame);
                break;
        }
    }

    private async Task WelcomeAsync(PageConnection connection, JsonObject frame)
    {
        if (_sequence is not null)
            Returns++;
        foreach (var message in frame["missed"]!.AsArray())
            Note(message!.AsObject());
        _sequence = Math.Max(_sequence ?? 0, frame["seq"]!.GetValue<long>());
        if (frame["restart"]!.GetValue<bool>())
        {
            foreach (var channel in frame["channels"]!.AsArray().Select(c => c!["id"]!.GetValue<string>()))
                await connection.SendAsync(new() { ["type"] = "history", ["id"] = "h-" + channel, ["channel"] = channel }, _end.Token);
        }

        List<JsonObject> again;
        lock (_gate)
        {
            _connection = connection;
            again = [.. _open.Values.Select(o => o.Frame)];
        }

        foreach (var open in again)
            await SendAsync(connection, open);
    }

    private async Task SendAsync(PageConnection connection, JsonObject frame)
    {
        try
        {
            await connection.SendAsync(frame, _end.Token);
        }
        catch (Exception lost) when (lost is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It is sent again over the next connection.
        }
    }

    private void Note(JsonObject json)
    {
        var message = new PageMessage(json);
        lock (_gate)
        {
            if (!_messages.TryGetValue(message.Id, out var known) || known.Sequence <= message.Sequence)
                _messages[message.Id] = message;
            _sequence = Math.Max(_sequence ?? 0, message.Sequence);
            _news.SetResult();
            _news = New();
        }
    }

    private void Answer(string id, JsonObject frame)
    {
        lock (_gate)
        {
            if (_open.Remove(id, out var open))
                open.Answer.SetResult(frame);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
