using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using QuizBot.Emulators.Slack;

namespace QuizBot.Emulators.Tests.Slack.Harness;

/// <summary>Calls the Web API as a bot does, or as one should not.</summary>
internal sealed class ApiClient(SlackEmulator slack, string token) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = new(slack.ApiBaseUrl) };

    /// <summary>The token in the header; null for none.</summary>
    public string? Token { get; set; } = token;

    /// <summary>Form-encoded; objects become JSON.</summary>
    public Task<Reply> CallAsync(string method, object? arguments = null) => SendAsync(method, new FormUrlEncodedContent(Texts(arguments)));

    public Task<Reply> JsonAsync(string method, object arguments, string type = "application/json; charset=utf-8") =>
        TextAsync(method, JsonSerializer.Serialize(arguments), type);

    public Task<Reply> TextAsync(string method, string body, string? type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return SendAsync(method, content);
    }

    public async Task<Reply> GetAsync(string methodAndQuery)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, methodAndQuery);
        return await SendAsync(request);
    }

    /// <summary>To an address of its own, such as a response_url, without any token.</summary>
    public async Task<(int Status, string Body)> PostAsync(Uri url, object body)
    {
        using var bare = new HttpClient();
        using var content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var response = await bare.PostAsync(url, content, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => client.Dispose();

    private static Dictionary<string, string> Texts(object? arguments) => arguments is null ? [] : JsonSerializer.SerializeToElement(arguments)
        .EnumerateObject().Where(one => one.Value.ValueKind != JsonValueKind.Null)
        .ToDictionary(one => one.Name, one => one.Value.ValueKind == JsonValueKind.String ? one.Value.GetString()! : one.Value.GetRawText());

    private async Task<Reply> SendAsync(string method, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method) { Content = content };
        return await SendAsync(request);
    }

    private async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        if (Token is not null)
            request.Headers.Authorization = new("Bearer", Token);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return new((int)response.StatusCode, document.RootElement.Clone(), response.Headers);
    }
}
