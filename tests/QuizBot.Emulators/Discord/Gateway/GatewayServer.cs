using System.Text.Json;
using Microsoft.AspNetCore.Http;
using QuizBot.Emulators.Discord.Json;
using QuizBot.Emulators.Wire;

namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>Accepts connections and speaks Discord's opcodes with each.</summary>
internal sealed class GatewayServer(DiscordWorld world, GatewayHub hub)
{
    private const int LargestPayload = 4096;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private int connections;

    public async Task ServeAsync(HttpContext context)
    {
        if (!ServerSocket.IsAskedFor(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var query = context.Request.Query;
        var record = new GatewayConnectionRecord
        {
            Number = Interlocked.Increment(ref connections),
            OpenedAt = world.Time.GetUtcNow(),
            Query = context.Request.QueryString.Value ?? "",
            IsCompressed = query["compress"] == "zlib-stream",
        };
        var socket = await ServerSocket.AcceptAsync(context);
        using var connection = new GatewayConnection(socket, record, world.Time);
        hub.Add(connection);
        var writing = connection.WriteAsync();
        try
        {
            if (query["v"] != "10" && query["v"] != "9")
                connection.Close(CloseCode.InvalidVersion);
            else if (query["encoding"] != "json" || !(query["compress"].Count == 0 || record.IsCompressed))
                connection.Close(CloseCode.DecodeError);
            else
                connection.Send(Payloads.Hello(world.Options.HeartbeatInterval));
            await using var watch = new HeartbeatWatch(connection, world);
            await ListenAsync(connection, watch);
        }
        finally
        {
            connection.Release(world.Time.GetUtcNow());
            // What is still queued, a close above all, is let out before the stream goes.
            connection.Finish();
            await writing;
            hub.Remove(connection);
            record.End();
        }
    }

    private async Task ListenAsync(GatewayConnection connection, HeartbeatWatch watch)
    {
        var sent = new Queue<DateTimeOffset>();
        while (true)
        {
            var message = await connection.ReadAsync();
            if (connection.IsHalfOpen && message.Kind != SocketMessageKind.Gone)
                continue;
            switch (message.Kind)
            {
                case SocketMessageKind.Gone:
                    return;
                case SocketMessageKind.Close:
                    Closed(connection, message);
                    return;
                case SocketMessageKind.Ping:
                    connection.Send(new Outgoing(message.Data, Kind: SocketMessageKind.Pong));
                    continue;
                case SocketMessageKind.Pong:
                    continue;
            }
            if (connection.Record.ClosedByServer is not null)
                continue;
            var now = world.Time.GetUtcNow();
            sent.Enqueue(now);
            while (now - sent.Peek() >= Minute)
                sent.Dequeue();
            if (sent.Count > 120)
                connection.Close(CloseCode.RateLimited);
            else if (message.Data.Length > LargestPayload)
                connection.Close(CloseCode.DecodeError);
            else
                Hear(connection, message.Data, watch, now);
        }
    }

    private static void Closed(GatewayConnection connection, SocketMessage message)
    {
        if (connection.Record.ClosedByServer is null)
        {
            connection.Record.ClosedByClient = message.CloseCode;
            // 1000 and 1001 end the session; any other code keeps it for a resume.
            if (connection.Session is { } session && message.CloseCode is 1000 or 1001)
                session.IsOver = true;
            connection.Send(new Outgoing(message.Data, Kind: SocketMessageKind.Close));
        }
    }

    private void Hear(GatewayConnection connection, ReadOnlyMemory<byte> bytes, HeartbeatWatch watch, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("op", out var op) || !op.IsWhole(out var opcode))
            {
                connection.Close(CloseCode.DecodeError);
                return;
            }
            connection.Record.Received.Add(new(now, opcode, root.GetRawText()));
            var data = root.TryGetProperty("d", out var d) ? d : default;
            if (opcode == 1)
            {
                if (data.ValueKind is not (JsonValueKind.Null or JsonValueKind.Number))
                    connection.Close(CloseCode.DecodeError);
                else
                {
                    watch.Beat();
                    connection.Record.Heartbeats++;
                    connection.Send(Payloads.Ack);
                }
                return;
            }
            if (opcode is not (2 or 3 or 4 or 6 or 8 or 31))
                connection.Close(CloseCode.UnknownOpcode);
            else if (data.ValueKind != JsonValueKind.Object)
                connection.Close(CloseCode.DecodeError);
            else if (opcode is 2 or 6 && connection.Session is not null)
                connection.Close(CloseCode.AlreadyAuthenticated);
            else if (opcode == 2)
                hub.Identify(connection, data);
            else if (opcode == 6)
                hub.Resume(connection, data);
            else if (connection.Session is null)
                connection.Close(CloseCode.NotAuthenticated);
            else if (opcode == 8)
                MemberRequests.Answer(world, connection, data);
        }
        catch (JsonException)
        {
            connection.Close(CloseCode.DecodeError);
        }
    }
}
