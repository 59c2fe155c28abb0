using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using QuizBot.Slack.Client.Socket;
using QuizBot.Slack.Seam;

namespace QuizBot.Benchmarks.Slack;

/// <summary>The Slack client's Socket Mode alone: reaction events from a server that only writes ready frames, acknowledged after a hop over the thread pool.</summary>
internal static class SocketScenario
{
    private const int Events = 200_000, Rounds = 4;

    public static async Task<int> RunAsync()
    {
        var frames = Frames();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        for (var round = 1; round <= Rounds; round++)
        {
            var opening = SocketHandshake.ConnectAsync(http, new Uri($"ws://{listener.LocalEndpoint}/"), CancellationToken.None);
            using var server = await AcceptAsync(listener);
            var socket = new SlackSocket(
                await opening, new Deliveries(HearAsync, NullLogger.Instance), new Presence(() => { }), new SocketTimes(), TimeProvider.System, NullLogger.Instance);
            var (allocated, cpu, started) = (GC.GetTotalAllocatedBytes(), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            var writing = server.WriteAsync(frames);
            // Each acknowledgement: a head of 2 bytes, a mask of 4, {"envelope_id":"…"} with 36 characters.
            await server.ReadExactlyAsync(new byte[Events * 60]);
            await writing;
            var taken = Stopwatch.GetElapsedTime(started);
            Console.WriteLine(
                $"Round {round}: {Events / taken.TotalSeconds:N0} events a second heard and acknowledged, server included; "
                + $"processor {(Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / Events:F1} µs and {(GC.GetTotalAllocatedBytes() - allocated) / Events} bytes each");
            await socket.AbortAsync();
        }

        return 0;
    }

    private static async ValueTask<SlackAcknowledgement> HearAsync(SlackEvent heard)
    {
        await Task.Yield();
        return default;
    }

    private static async Task<NetworkStream> AcceptAsync(TcpListener listener)
    {
        var stream = new NetworkStream(await listener.AcceptSocketAsync(), ownsSocket: true);
        var request = new byte[4096];
        var asked = Encoding.ASCII.GetString(request, 0, await stream.ReadAsync(request));
        var key = asked.Split("Sec-WebSocket-Key: ")[1].Split("\r\n")[0];
#pragma warning disable CA5350 // RFC 6455 says SHA-1.
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"));
        return stream;
    }

    private static byte[] Frames()
    {
        using var all = new MemoryStream();
        for (var i = 0; i < Events; i++)
        {
            var envelope = Encoding.UTF8.GetBytes($$$"""
                {"envelope_id":"{{{Guid.NewGuid()}}}","payload":{"token":"XXYYZZ","team_id":"T061EG9R6","context_team_id":"T061EG9R6","context_enterprise_id":null,"api_app_id":"A0FFV41KK","event":{"type":"reaction_added","user":"U061F{{{i % 5000:d4}}}","reaction":"one","item":{"type":"message","channel":"C0G9QF9GZ","ts":"1360782400.498405"},"item_user":"U0G9QF9C6","event_ts":"1360782804.083113"},"type":"event_callback","event_id":"Ev{{{i:d9}}}","event_time":1360782804,"authorizations":[{"enterprise_id":null,"team_id":"T061EG9R6","user_id":"U0G9QF9C6","is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false,"event_context":"4-eyJldCI6InJlYWN0aW9uX2FkZGVkIn0"},"type":"events_api","accepts_response_payload":false,"retry_attempt":0,"retry_reason":""}
                """);
            all.Write([0x81, 126, (byte)(envelope.Length >> 8), (byte)envelope.Length]);
            all.Write(envelope);
        }

        return all.ToArray();
    }
}
