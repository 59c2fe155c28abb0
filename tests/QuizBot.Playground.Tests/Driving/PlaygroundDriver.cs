using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using QuizBot.Chat;

namespace QuizBot.Playground.Tests.Driving;

/// <summary>Acts as a member over the page's own protocol, without a browser.</summary>
public sealed class PlaygroundDriver : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly Lock gate = new();
    private readonly List<JsonObject> frames = [];
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task listening = Task.CompletedTask;

    private PlaygroundDriver(string member) => Member = member;

    public string Member { get; }

    /// <summary>The server's answer to hello.</summary>
    public JsonObject Welcome { get; private set; } = [];

    /// <summary>Connects as a member; with the last change they saw, where they were here before.</summary>
    public static async Task<PlaygroundDriver> ConnectAsync(Uri address, string member, long? after = null)
    {
        var driver = await OpenAsync(address, member);
        await driver.SendAsync(new JsonObject { ["type"] = "hello", ["as"] = member, ["after"] = after });
        driver.Welcome = await driver.WaitAsync(frame => Type(frame) is "welcome" or "refused");
        if (Type(driver.Welcome) == "refused")
            throw new InvalidOperationException(driver.Welcome["error"]!.GetValue<string>());
        return driver;
    }

    /// <summary>Connects without saying hello.</summary>
    public static async Task<PlaygroundDriver> OpenAsync(Uri address, string member = "ada")
    {
        var driver = new PlaygroundDriver(member);
        driver.socket.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority));
        await driver.socket.ConnectAsync(new($"ws://{address.Authority}/playground/ws"), Cancellation);
        driver.listening = driver.ListenAsync();
        return driver;
    }

    /// <summary>Ends when the connection does.</summary>
    public Task Closed => listening;

    /// <summary>Says something, or uses a command where it starts with a slash.</summary>
    public Task<JsonObject> SayAsync(string channel, string text, long? thread = null, string? id = null) =>
        ActAsync(new() { ["type"] = "say", ["channel"] = channel, ["text"] = text, ["thread"] = thread }, id);

    public Task<JsonObject> ReactAsync(MessageRef message, string emoji, bool on = true, string? id = null) =>
        ActAsync(new() { ["type"] = "react", ["message"] = Number(message), ["emoji"] = emoji, ["on"] = on }, id);

    public Task<JsonObject> PressAsync(MessageRef message, string action, string? id = null) =>
        ActAsync(new() { ["type"] = "press", ["message"] = Number(message), ["button"] = action }, id);

    public Task<JsonObject> SubmitAsync(string channel, string form, IReadOnlyDictionary<string, string> fields, MessageRef? from = null) =>
        ActAsync(new()
        {
            ["type"] = "submit",
            ["channel"] = channel,
            ["form"] = form,
            ["fields"] = new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value))),
            ["from"] = from is { } message ? Number(message) : null,
        });

    /// <summary>A page of a channel or thread, the newest before a message.</summary>
    public async Task<(IReadOnlyList<SeenMessage> Messages, bool More)> ReadAsync(string channel, long? thread = null, long? before = null)
    {
        var page = await AskAsync(new() { ["type"] = "history", ["channel"] = channel, ["thread"] = thread, ["before"] = before });
        return ([.. page["messages"]!.AsArray().Select(m => new SeenMessage(m!.AsObject()))], page["more"]!.GetValue<bool>());
    }

    /// <summary>The values offered, with their labels.</summary>
    public async Task<IReadOnlyList<string>> CompleteAsync(string command, string option, string typed)
    {
        var answer = await AskAsync(new() { ["type"] = "complete", ["command"] = command, ["option"] = option, ["typed"] = typed });
        return [.. answer["values"]!.AsArray().Select(v => $"{v!["value"]}: {v["label"]}")];
    }

    /// <summary>Waits until a message is there, as it must be: a change that was told since the connection.</summary>
    public async Task<SeenMessage> SeeAsync(Predicate<SeenMessage> wanted)
    {
        var frame = await WaitAsync(f => Type(f) == "changed" && wanted(new(f["message"]!.AsObject())));
        return new(frame["message"]!.AsObject());
    }

    /// <summary>The messages that changed since the connection, each as it was told.</summary>
    public IReadOnlyList<SeenMessage> Seen()
    {
        lock (gate)
            return [.. frames.Where(f => Type(f) == "changed").Select(f => new SeenMessage(f["message"]!.AsObject()))];
    }

    /// <summary>Sends an action with an id of its own or a given one, and waits until it is done.</summary>
    /// <returns>What came of it: <c>error</c> and <c>form</c>, each where there is one.</returns>
    public async Task<JsonObject> ActAsync(JsonObject frame, string? id = null)
    {
        var answer = await AskAsync(frame, id);
        return Type(answer) == "done" ? answer["outcome"]!.AsObject() : answer;
    }

    public async Task<JsonObject> AskAsync(JsonObject frame, string? id = null)
    {
        frame["id"] = id ??= Guid.NewGuid().ToString();
        await SendAsync(frame);
        return await WaitAsync(f => f["id"]?.GetValue<string>() == id);
    }

    public Task SendAsync(JsonObject frame) => SendAsync(frame.ToJsonString());

    public Task SendAsync(string frame) =>
        socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, Cancellation);

    /// <summary>The first frame of those that came and come that is the one.</summary>
    public async Task<JsonObject> WaitAsync(Predicate<JsonObject> wanted)
    {
        var seen = 0;
        while (true)
        {
            Task more;
            lock (gate)
            {
                for (; seen < frames.Count; seen++)
                {
                    if (wanted(frames[seen]))
                        return frames[seen];
                }
                more = news.Task;
            }
            await more.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await listening;
        socket.Dispose();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string? Type(JsonObject frame) => frame["type"]?.GetValue<string>();

    private static long Number(MessageRef message) => long.Parse(message.Id, CultureInfo.InvariantCulture);

    private async Task ListenAsync()
    {
        var buffer = new byte[1024 * 1024];
        var length = 0;
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(length), Cancellation);
                if (part.MessageType == WebSocketMessageType.Close)
                    return;
                length += part.Count;
                if (!part.EndOfMessage)
                    continue;
                Take(JsonNode.Parse(buffer.AsSpan(0, length))!.AsObject());
                length = 0;
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // the connection is over
        }
    }

    private void Take(JsonObject frame)
    {
        lock (gate)
        {
            frames.Add(frame);
            news.SetResult();
            news = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
