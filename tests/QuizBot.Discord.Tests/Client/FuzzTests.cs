using System.Globalization;
using System.Text;
using System.Text.Json;
using QuizBot.Discord.Client.Gateway;
using QuizBot.Discord.Client.Rest;
using QuizBot.Discord.Client.Wire;
using QuizBot.Discord.Tests.Client.Gateway;

namespace QuizBot.Discord.Tests.Client;

/// <summary>
/// Nonsense of all kinds: nothing but the announced exceptions, no endless loop, no memory without bound.
/// QUIZBOT_FUZZ says how often (300 each); a failure names the seed.
/// </summary>
public sealed class FuzzTests
{
    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("QUIZBOT_FUZZ"), CultureInfo.InvariantCulture, out var times) ? times : 300;

    private static readonly string[] Good =
    [
        """{"t":"MESSAGE_REACTION_ADD","s":3,"op":0,"d":{"user_id":"1","type":0,"message_id":"2","member":{"user":{"username":"ada","id":"1","global_name":"Ada"},"roles":["8"],"nick":"Lady A"},"emoji":{"name":"1️⃣","id":null},"channel_id":"4","guild_id":"5"}}""",
        """{"op":0,"s":1,"t":"READY","d":{"v":10,"user":{"id":"1","username":"quizbot","bot":true},"session_id":"abc","resume_gateway_url":"wss://x.discord.gg","guilds":[{"unavailable":true,"id":"5"}],"application":{"id":"9"}}}""",
        """{"op":0,"s":1,"t":"GUILD_CREATE","d":{"id":"5","unavailable":false,"channels":[{"id":"4","name":"x","permission_overwrites":[]}],"roles":[]}}""",
        """{"op":0,"s":1,"t":"GUILD_DELETE","d":{"id":"5","unavailable":true}}""",
        """{"op":0,"s":1,"t":"THREAD_DELETE","d":{"id":"4","guild_id":"5"}}""",
        """{"op":0,"s":1,"t":"INTERACTION_CREATE","d":{"id":"11","token":"tok","type":2,"guild_id":"5","channel_id":"4","channel":{"type":11,"parent_id":"3"},"member":{"user":{"id":"1","username":"ada"},"permissions":"8"},"data":{"name":"daily","options":[{"type":1,"name":"set","options":[{"type":3,"name":"time","value":"09:00","focused":true}]}]}}}""",
        """{"op":0,"s":1,"t":"INTERACTION_CREATE","d":{"id":"11","token":"tok","type":5,"channel_id":"4","user":{"id":"1","username":"ada"},"data":{"custom_id":"f","components":[{"type":18,"component":{"type":4,"custom_id":"a","value":"x"}},{"type":1,"components":[{"type":4,"custom_id":"b","value":"y"}]}]}}}""",
        """{"op":10,"d":{"heartbeat_interval":41250}}""",
        """{"op":9,"d":false}""",
        """{"message":"Invalid Form Body","code":50035,"errors":{"embeds":{"0":{"title":{"_errors":[{"code":"X","message":"Too long."}]}}}}}""",
        """[{"id":"3","author":{"id":"9"},"nonce":"n1","flags":32,"embeds":[{"footer":{"text":"f"}}]}]""",
        """[{"name":"daily","description":"d","default_member_permissions":"32","options":[{"type":3,"name":"x","description":"y","choices":[{"name":"a","value":1}],"max_length":5}]}]""",
    ];

    [Fact]
    public void Readers_BytesChangedAtRandom_RefuseOrReadButNothingElse() => Each(random =>
    {
        var bytes = Encoding.UTF8.GetBytes(Good[random.Next(Good.Length)]);
        for (var changes = random.Next(1, 6); changes > 0; changes--)
            switch (random.Next(5))
            {
                case 0:
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes = bytes[..random.Next(1, bytes.Length + 1)];
                    break;
                case 2:
                    bytes = [.. bytes, .. bytes.AsSpan(random.Next(bytes.Length))];
                    break;
                case 3:
                    var at = random.Next(bytes.Length);
                    bytes = [.. bytes.AsSpan(0, at), .. Token(random), .. bytes.AsSpan(at)];
                    break;
                default:
                    var quote = bytes.AsSpan().IndexOf((byte)'"');
                    if (quote >= 0)
                        bytes = [.. bytes.AsSpan(0, quote), .. Token(random), .. bytes.AsSpan(quote + 1)];
                    break;
            }

        ReadWithAll(bytes);
    });

    [Fact]
    public void Readers_AnyBytes_RefuseOrReadButNothingElse() => Each(random =>
    {
        var bytes = new byte[random.Next(0, 200)];
        random.NextBytes(bytes);
        ReadWithAll(bytes);
    });

    [Fact]
    public void Readers_NestedWithoutEnd_Refuse()
    {
        foreach (var (open, name) in new[] { ("[", ""), ("{\"components\":[", "INTERACTION_CREATE"), ("{\"options\":[", "INTERACTION_CREATE"), ("{\"errors\":", "") })
        {
            var deep = string.Concat(Enumerable.Repeat(open, 100_000));
            ReadWithAll(Encoding.UTF8.GetBytes(deep));
            ReadWithAll(Encoding.UTF8.GetBytes($$"""{"op":0,"s":1,"t":"{{name}}","d":{{deep}}"""));
        }
    }

    [Fact]
    public async Task Connection_AnyFrames_EndsOrGoesOnInBoundedMemory()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var time = 0; time < Times; time++)
        {
            var random = new Random(time);
            using var socket = new ScriptedSocket { Url = new Uri("ws://127.0.0.1:1") };
            using var frames = new FrameReader(socket);
            using var deflated = new Deflated();
            for (var i = 0; i < 20; i++)
            {
                var bytes = random.Next(3) == 0 ? Encoding.UTF8.GetBytes(Good[random.Next(Good.Length)]) : new byte[random.Next(0, 3000)];
                if (random.Next(2) == 0)
                    random.NextBytes(bytes.AsSpan(0, random.Next(bytes.Length + 1)));
                if (random.Next(2) == 0)
                    bytes = deflated.Message(bytes);
                if (random.Next(4) == 0 && bytes.Length > 0)
                    bytes[random.Next(bytes.Length)] ^= (byte)random.Next(256);
                socket.Say(random.Next(3) == 0 ? System.Net.WebSockets.WebSocketMessageType.Text : System.Net.WebSockets.WebSocketMessageType.Binary, bytes, random.Next(8) != 0);
            }

            socket.CloseWith(4000);
            while (await frames.ReadAsync(TestContext.Current.CancellationToken) is { Kind: FrameKind.Json } frame)
                Try(json => Heard.Read(json, new GatewaySession(), new GuildRoster()), frame.Json.Span.ToArray(), $"seed {time}");
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 50 << 20);
    }

    private static void Each(Action<Random> test)
    {
        for (var time = 0; time < Times * 10; time++)
            try
            {
                test(new Random(time));
            }
            catch (Exception fault) when (fault is not JsonException)
            {
                throw new InvalidOperationException($"Seed {time}.", fault);
            }
    }

    private static byte[] Token(Random random) => Encoding.UTF8.GetBytes(random.Next(9) switch
    {
        0 => "null",
        1 => "\"99999999999999999999\"",
        2 => "-1e999",
        3 => "{",
        4 => "]",
        5 => "\"\\ud800\"",
        6 => "\"\\u0069d\":",
        7 => ",",
        _ => "[[[[",
    });

    private static void ReadWithAll(byte[] bytes)
    {
        Try(json => Heard.Read(json, new GatewaySession(), new GuildRoster()), bytes);
        Try(json => InteractionReader.Read(json), bytes);
        Try(json => ReadyData.Read(json), bytes);
        Try(json => ErrorReader.Read(400, json), bytes);
        Try(json => RateLimits.Read(429, new HttpResponseMessage().Headers, json), bytes);
        foreach (var read in (Reading[])[
            static (ref c) => MessageReader.Messages(ref c), static (ref c) => CommandReader.Commands(ref c), static (ref c) => ChannelReader.Channels(ref c),
            static (ref c) => GuildReader.Guild(ref c), static (ref c) => UserReader.WholeMember(ref c), static (ref c) => GatewayAnswer.Read(ref c, new Uri("http://127.0.0.1/"))])
            Try(json =>
            {
                var cursor = new JsonCursor(json);
                read(ref cursor);
                cursor.End();
            }, bytes);
    }

    private static void Try(Action<byte[]> read, byte[] json, string? what = null)
    {
        try
        {
            read(json);
        }
        catch (JsonException)
        {
            // As announced.
        }
        catch (Exception fault) when (what is not null)
        {
            throw new InvalidOperationException(what, fault);
        }
    }

    private delegate object Reading(ref JsonCursor cursor);
}
