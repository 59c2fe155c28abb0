using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Deliveries;

/// <summary>Posts deliveries to the app's URLs, signed.</summary>
internal sealed class HttpCourier(SlackWorld world, Courier courier) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Asks whether an URL belongs to the app, as when somebody types it in at Slack.</summary>
    public async Task<bool> VerifyAsync(EmulatedApp app, Uri url, CancellationToken cancel)
    {
        var challenge = SlackIds.Secret();
        var body = SlackJson.Text(new System.Text.Json.Nodes.JsonObject { ["token"] = app.VerificationToken, ["challenge"] = challenge, ["type"] = "url_verification" });
        using var request = Signed(app, url, body, "application/json");
        using var deadline = new CancellationTokenSource(world.Options.Deadline, world.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        using var response = await client.SendAsync(request, either.Token);
        var answer = await response.Content.ReadAsStringAsync(either.Token);
        return response.IsSuccessStatusCode && (answer.Trim() == challenge || answer.Contains($"\"{challenge}\"", StringComparison.Ordinal)
            || answer.Trim() == $"challenge={challenge}");
    }

    public void Send(EmulatedDelivery delivery, DeliveryAttempt attempt, AttemptFault fault)
    {
        var app = delivery.Workspace.App;
        var url = delivery.Kind switch
        {
            DeliveryKind.Event => app.EventsUrl,
            DeliveryKind.Command => app.CommandsUrl,
            _ => app.InteractivityUrl,
        };
        if (url is null)
        {
            delivery.End(delivery.Kind == DeliveryKind.Event ? DeliveryState.Unheard : DeliveryState.Failed);
            return;
        }
        _ = SendAsync(delivery, attempt, fault, app, url);
    }

    public void Dispose() => client.Dispose();

    private async Task SendAsync(EmulatedDelivery delivery, DeliveryAttempt attempt, AttemptFault fault, EmulatedApp app, Uri url)
    {
        var (failure, again) = ("http_timeout", true);
        JsonElement? payload = null;
        try
        {
            using var deadline = new CancellationTokenSource(world.Options.Deadline, world.Time);
            if (fault.IsLost)
                await Task.Delay(Timeout.InfiniteTimeSpan, world.Time, deadline.Token);
            using var request = Request(delivery, attempt, app, url);
            using var response = await client.SendAsync(request, deadline.Token);
            var answer = await response.Content.ReadAsStringAsync(deadline.Token);
            attempt.Status = (int)response.StatusCode;
            failure = response.IsSuccessStatusCode ? "" : "http_error";
            again = !(response.Headers.TryGetValues("x-slack-no-retry", out var no) && no.Contains("1"));
            payload = Parse(answer);
            if (fault.IgnoresAcknowledgement)
                failure = "http_timeout";
        }
        catch (OperationCanceledException)
        {
            // Three seconds are over.
        }
        catch (HttpRequestException refused)
        {
            failure = refused.HttpRequestError == HttpRequestError.SecureConnectionError ? "ssl_error" : "connection_failed";
        }
        catch (ObjectDisposedException)
        {
            return;
        }
        lock (world.Gate)
            if (failure.Length == 0)
                courier.Acknowledged(delivery, attempt, payload);
            else
                courier.Failed(delivery, attempt, failure, again);
    }

    private HttpRequestMessage Request(EmulatedDelivery delivery, DeliveryAttempt attempt, EmulatedApp app, Uri url)
    {
        var (body, type) = delivery.Kind switch
        {
            DeliveryKind.Event => (delivery.Payload, "application/json"),
            DeliveryKind.Command => (Form(delivery.Json), "application/x-www-form-urlencoded"),
            _ => ("payload=" + Uri.EscapeDataString(delivery.Payload), "application/x-www-form-urlencoded"),
        };
        var request = Signed(app, url, body, type);
        if (attempt.Retry > 0)
        {
            request.Headers.Add("x-slack-retry-num", attempt.Retry.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("x-slack-retry-reason", attempt.Reason);
        }
        return request;
    }

    private HttpRequestMessage Signed(EmulatedApp app, Uri url, string body, string type)
    {
        var timestamp = world.NowSeconds.ToString(CultureInfo.InvariantCulture);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        request.Headers.UserAgent.ParseAdd("Slackbot 1.0 (+https://api.slack.com/robots)");
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", SlackSignature.Of(app.SigningSecret, timestamp, body));
        return request;
    }

    private static string Form(JsonElement fields) => string.Join('&', fields.EnumerateObject()
        .Where(field => field.Value.ValueKind != JsonValueKind.Null)
        .Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value.ToString()).Replace("%20", "+", StringComparison.Ordinal)}"));

    private static JsonElement? Parse(string answer)
    {
        if (answer.Length == 0)
            return null;
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Plain text answers a command, too.
            return JsonSerializer.SerializeToElement(answer);
        }
    }
}
