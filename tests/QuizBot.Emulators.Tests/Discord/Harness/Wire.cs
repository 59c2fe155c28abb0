using System.Text;
using System.Text.Json;
using QuizBot.Emulators.Discord;

namespace QuizBot.Emulators.Tests.Discord.Harness;

/// <summary>A bot that is nothing but requests.</summary>
internal sealed class Wire(DiscordEmulator discord) : IDisposable
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("null").RootElement.Clone();

    private readonly HttpClient http = new();

    public string? Authorization { get; set; } = "Bot " + discord.Token;

    public string UserAgent { get; set; } = "DiscordBot (https://example.org/quizbot, 1.0)";

    public string Base { get; set; } = discord.ApiBaseUrl;

    public Task<Reply> GetAsync(string path) => SendAsync("GET", path);

    public Task<Reply> PostAsync(string path, object body) => SendAsync("POST", path, body);

    public Task<Reply> PatchAsync(string path, object body) => SendAsync("PATCH", path, body);

    public Task<Reply> PutAsync(string path, object? body = null) => SendAsync("PUT", path, body);

    public Task<Reply> DeleteAsync(string path) => SendAsync("DELETE", path);

    public Task<Reply> SendAsync(string method, string path, object? body = null) =>
        SendAsync(method, path, body is null ? null : new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"));

    public async Task<Reply> SendAsync(string method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(new(method), Base + path) { Content = content };
        if (Authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        return new((int)response.StatusCode, isJson ? JsonDocument.Parse(text).RootElement.Clone() : Nothing, response.Headers);
    }

    public void Dispose() => http.Dispose();
}
