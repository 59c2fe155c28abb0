using System.IO.Compression;
using System.Net.WebSockets;
using System.Text.Json;
using QuizBot.Emulators.Discord;
using QuizBot.Emulators.Discord.Gateway;

namespace QuizBot.Emulators.Tests.Discord.Harness;

/// <summary>The least that can speak with a gateway.</summary>
internal sealed class GatewayClient : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly DiscordEmulator discord;
    private readonly MemoryStream packed = new();
    private ZLibStream? inflate;

    private GatewayClient(DiscordEmulator discord)
    {
        this.discord = discord;
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
    }

    public string SessionId { get; private set; } = "";

    public int Sequence { get; private set; }

    public JsonElement Ready { get; private set; }

    public JsonElement Hello { get; private set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<GatewayClient> OpenAsync(DiscordEmulator discord, string query = "?v=10&encoding=json")
    {
        var client = new GatewayClient(discord);
        await client.socket.ConnectAsync(new(discord.GatewayUrl + query), Cancel);
        return client;
    }

    /// <summary>Connected, greeted, identified and told READY.</summary>
    public static async Task<GatewayClient> ConnectAsync(DiscordEmulator discord, Intents intents = Intents.Guilds | Intents.GuildMessages | Intents.GuildMessageReactions, string query = "?v=10&encoding=json", int[]? shard = null)
    {
        var client = await OpenAsync(discord, query);
        client.Hello = await client.ReceiveAsync();
        await client.IdentifyAsync(intents, shard);
        client.Ready = await client.EventAsync("READY");
        client.SessionId = client.Ready.GetProperty("session_id").GetString()!;
        return client;
    }

    public Task IdentifyAsync(Intents intents, int[]? shard = null, string? token = null) => SendAsync(new
    {
        op = 2,
        d = new { token = token ?? discord.Token, intents = (int)intents, properties = new { os = "linux", browser = "test", device = "test" }, shard = shard ?? [0, 1] },
    });

    public Task ResumeAsync(string session, int sequence, string? token = null) =>
        SendAsync(new { op = 6, d = new { token = token ?? discord.Token, session_id = session, seq = sequence } });

    public Task SendAsync(object payload) => SendTextAsync(payload as string ?? JsonSerializer.Serialize(payload));

    /// <summary>The next payload; an InvalidOperationException tells of a close.</summary>
    public async Task<JsonElement> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, Cancel);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException($"Closed with {(int?)socket.CloseStatus}: {socket.CloseStatusDescription}");
            message.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage)
                continue;
            var bytes = part.MessageType == WebSocketMessageType.Binary ? Inflate(message.ToArray()) : message.ToArray();
            using var document = JsonDocument.Parse(bytes);
            var payload = document.RootElement.Clone();
            if (payload.TryGetProperty("s", out var sequence) && sequence.ValueKind == JsonValueKind.Number)
                Sequence = sequence.GetInt32();
            return payload;
        }
    }

    /// <summary>The data of the next event of a name; others before it are passed over.</summary>
    public async Task<JsonElement> EventAsync(string name)
    {
        while (true)
        {
            var payload = await ReceiveAsync();
            if (payload.GetProperty("op").GetInt32() == 0 && payload.GetProperty("t").GetString() == name)
                return payload.GetProperty("d");
        }
    }

    /// <summary>The next payload of an opcode.</summary>
    public async Task<JsonElement> OpcodeAsync(int opcode)
    {
        while (true)
            if (await ReceiveAsync() is var payload && payload.GetProperty("op").GetInt32() == opcode)
                return payload.GetProperty("d");
    }

    /// <summary>Reads until the emulator closes, and says with which code.</summary>
    public async Task<int> ClosedAsync()
    {
        try
        {
            while (true)
                await ReceiveAsync();
        }
        catch (InvalidOperationException)
        {
            return (int)socket.CloseStatus!;
        }
    }

    public Task CloseAsync(int code) => socket.CloseAsync((WebSocketCloseStatus)code, "", Cancel);

    public void Abort() => socket.Abort();

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        inflate?.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task SendTextAsync(string text) =>
        socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Cancel);

    /// <summary>One context for the whole connection, each message ending with a sync flush.</summary>
    private byte[] Inflate(byte[] bytes)
    {
        Assert.Equal([0, 0, 0xFF, 0xFF], bytes[^4..]);
        var at = packed.Position;
        packed.Write(bytes);
        packed.Position = at;
        inflate ??= new(packed, CompressionMode.Decompress);
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (inflate.Read(buffer) is > 0 and var count)
        {
            text.Write(buffer, 0, count);
            if (count < buffer.Length)
                break;
        }
        return text.ToArray();
    }
}
