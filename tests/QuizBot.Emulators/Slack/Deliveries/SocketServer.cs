using System.Text.Json;
using Microsoft.AspNetCore.Http;
using QuizBot.Emulators.Slack.World;
using QuizBot.Emulators.Wire;

namespace QuizBot.Emulators.Slack.Deliveries;

/// <summary>Accepts Socket Mode connections and hears acknowledgements.</summary>
internal sealed class SocketServer(SlackWorld world)
{
    private int connections;

    public async Task ServeAsync(HttpContext context)
    {
        EmulatedApp? app;
        lock (world.Gate)
            if (!world.Courier.Tickets.Remove(context.Request.Query["ticket"].ToString(), out app))
                app = null;
        if (app is null || !ServerSocket.IsAskedFor(context))
        {
            context.Response.StatusCode = app is null ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
            return;
        }
        var record = new ConnectionRecord(Interlocked.Increment(ref connections), app, world.Now, world.Options.KeepsRecords);
        using var connection = new SocketConnection(await ServerSocket.AcceptAsync(context), record, world.Time);
        var writing = connection.WriteAsync();
        await using var ping = world.Time.CreateTimer(_ => connection.Send(new OutgoingFrame("Ping from applink-1"u8.ToArray(), SocketMessageKind.Ping)),
            null, world.Options.PingInterval, world.Options.PingInterval);
        await using var life = world.Options.ConnectionLifetime is { } lifetime
            ? world.Time.CreateTimer(_ => world.Courier.Refresh(connection, "refresh_requested"), null, lifetime, Timeout.InfiniteTimeSpan) : null;
        world.Courier.Add(app, connection);
        try
        {
            await ListenAsync(connection);
        }
        finally
        {
            world.Courier.Remove(app, connection);
            // What is still queued, a close above all, is let out before the stream goes.
            connection.Finish();
            await writing;
            record.End();
        }
    }

    private async Task ListenAsync(SocketConnection connection)
    {
        var record = connection.Record;
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
                    connection.IsClosing = true;
                    if (record.ClosedByServer is null)
                    {
                        record.ClosedByClient = message.CloseCode;
                        connection.Send(new OutgoingFrame(message.Data, SocketMessageKind.Close));
                    }
                    return;
                case SocketMessageKind.Ping:
                    record.PingsReceived++;
                    connection.Send(new OutgoingFrame(message.Data, SocketMessageKind.Pong));
                    continue;
                case SocketMessageKind.Pong:
                    record.PongsReceived++;
                    continue;
            }
            Hear(connection, message.Data);
        }
    }

    private void Hear(SocketConnection connection, ReadOnlyMemory<byte> bytes)
    {
        if (connection.Record.Received.IsKept)
            connection.Record.Received.Add(System.Text.Encoding.UTF8.GetString(bytes.Span));
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("envelope_id", out var id) && id.ValueKind == JsonValueKind.String)
                world.Courier.Acknowledge(connection, id.GetString()!, root.TryGetProperty("payload", out var payload) ? payload.Clone() : null);
            else
                connection.Record.StrayAcknowledgements++;
        }
        catch (JsonException)
        {
            connection.Record.StrayAcknowledgements++;
        }
    }
}
