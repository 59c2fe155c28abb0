using System.Text.Json;
using QuizBot.Chat;
using QuizBot.Slack.Client.Web;
using QuizBot.Slack.Client.Wire;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client.Socket;

/// <summary>Opens one connection, once.</summary>
internal sealed class SocketOpener(
    WebTransport transport, HttpMessageInvoker upgrade, SlackClientOptions options, Func<Stream, SlackSocket> start, TimeProvider time)
{
    /// <summary>Socket Mode is switched off for the app.</summary>
    public const string SwitchedOff = "link_disabled";

    private static readonly SlackCall Open = new("apps.connections.open", new Dictionary<string, string>()) { IsRepeatable = true };

    /// <returns>A connection on which Slack has said hello, or what went wrong for now.</returns>
    /// <exception cref="PlatformRefusedException">Slack refuses the token.</exception>
    public async Task<SlackResult<SlackSocket>> OpenAsync(CancellationToken cancellation)
    {
        var answer = await transport.CallAsync(Open, options.AppToken!, cancellation);
        if (answer.Failure is { } failure)
            return Refusals.OfAppToken(failure, options.Section) is { } why ? throw new PlatformRefusedException(why) : failure;
        if (Url(answer.Body!.Value) is not { } url)
            return new SlackFailure("bad_answer", "There is no wss address in it.");
        using var limit = new CancellationTokenSource(options.Times.Opening, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        SlackSocket? socket = null;
        try
        {
            socket = start(await SocketHandshake.ConnectAsync(upgrade, url, either.Token));
            if (await socket.Hello.WaitAsync(either.Token))
            {
                var open = socket;
                socket = null;
                return open;
            }

            return new SlackFailure(await socket.Leaving switch
            {
                SocketEnd.SwitchedOff => SwitchedOff,
                SocketEnd.TooMany => "too_many_websockets",
                _ => "no_hello",
            });
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SlackFailure("timeout", "The connection was not open in time.");
        }
        catch (HttpRequestException fault)
        {
            return new SlackFailure("connection", fault.Message);
        }
        finally
        {
            if (socket is not null)
                await socket.AbortAsync();
        }
    }

    // A ticket stands in it: it is never logged. An emulator on this machine may do without TLS.
    private Uri? Url(JsonElement answer) =>
        Uri.TryCreate(answer.Text("url"), UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeWss || (url.Scheme == Uri.UriSchemeWs && url.IsLoopback && options.ApiBaseUrl.IsLoopback)) ? url : null;
}
