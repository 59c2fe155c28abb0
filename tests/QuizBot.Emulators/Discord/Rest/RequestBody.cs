using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Rest;

/// <summary>What came with a request: JSON, and perhaps files.</summary>
internal sealed class RequestBody
{
    private const long Most = 25 * 1024 * 1024;

    public string Text { get; private init; } = "";

    public JsonElement Json { get; private init; }

    public IReadOnlyDictionary<int, EmulatedFile> Files { get; private init; } = new Dictionary<int, EmulatedFile>();

    public Answer? Refusal { get; private init; }

    public static async Task<RequestBody> ReadAsync(HttpRequest request, Snowflakes ids, CancellationToken cancel)
    {
        if (HttpMethods.IsGet(request.Method))
            return new();
        if (request.ContentLength > Most)
            return new() { Refusal = Refusals.TooLarge };
        if (request.HasFormContentType && request.ContentType!.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return await ReadFormAsync(request, ids, cancel);
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancel);
        if (bytes.Length == 0)
            return new();
        var text = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        return request.HasJsonContentType()
            ? Parse(text)
            : new() { Text = text, Refusal = Answer.Refused(400, 50035, "Expected \"Content-Type\" header to be one of {'application/json'}.") };
    }

    private static async Task<RequestBody> ReadFormAsync(HttpRequest request, Snowflakes ids, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(cancel);
        var files = new Dictionary<int, EmulatedFile>();
        foreach (var file in form.Files)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancel);
            var index = file.Name is ['f', 'i', 'l', 'e', 's', '[', .. var digits, ']'] && int.TryParse(digits, out var given) ? given : files.Count;
            files[index] = new(ids.Next(), file.FileName, file.ContentType, bytes.ToArray());
        }
        var parsed = Parse(form.TryGetValue("payload_json", out var json) ? json.ToString() : "{}");
        return new() { Text = parsed.Text, Json = parsed.Json, Refusal = parsed.Refusal, Files = files };
    }

    private static RequestBody Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return new() { Text = text, Json = document.RootElement.Clone() };
        }
        catch (JsonException)
        {
            return new() { Text = text, Refusal = Refusals.InvalidJson };
        }
    }
}
