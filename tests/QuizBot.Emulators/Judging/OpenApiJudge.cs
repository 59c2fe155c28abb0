using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Json.Schema;

namespace QuizBot.Emulators.Judging;

/// <summary>Checks requests and answers against a platform's published description, in the order they came and beside the emulator's work.</summary>
public sealed partial class OpenApiJudge
{
    private static readonly Lazy<OpenApiJudge?> discord = new(() => Find("discord/openapi.json", DiscordCorrections.Apply));

    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.Hierarchical };

    private readonly Lazy<OpenApiDescription> description;
    private readonly Channel<(Exchange? Exchange, ICollection<Violation>? To, TaskCompletionSource? Done)> queue = Channel.CreateUnbounded<(Exchange?, ICollection<Violation>?, TaskCompletionSource?)>();
    private readonly HashSet<Exchange> known = [];

    private OpenApiJudge(string path, Action<JsonObject> correct)
    {
        description = new(() => new(path, correct));
        _ = Task.Run(WorkAsync);
    }

    /// <summary>Judges by Discord's own file; null where the folder of published schemas is not beside the repository.</summary>
    public static OpenApiJudge? Discord => discord.Value;

    /// <summary>Why there is no judge.</summary>
    public static string WhyAbsent => "The published schemas (../shared/schemas) are not beside the repository.";

    internal void Judge(Exchange exchange, ICollection<Violation> violations) => queue.Writer.TryWrite((exchange, violations, null));

    /// <summary>Ends when everything handed in before is judged.</summary>
    internal Task DrainAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Writer.TryWrite((null, null, done));
        return done.Task;
    }

    private static OpenApiJudge? Find(string file, Action<JsonObject> correct)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "schemas", file) is var path && File.Exists(path))
                return new(path, correct);
        return null;
    }

    private async Task WorkAsync()
    {
        await foreach (var (exchange, violations, done) in queue.Reader.ReadAllAsync())
        {
            if (exchange is not null && known.Add(Shape(exchange)))
                try
                {
                    foreach (var violation in Check(exchange))
                        lock (violations!)
                            violations.Add(violation);
                }
                catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or JsonSchemaException)
                {
                    lock (violations!)
                        violations.Add(new($"{exchange.Method} {exchange.Route}", $"cannot be judged: {fault.Message}", exchange.Request));
                }
            done?.TrySetResult();
        }
    }

    /// <summary>Two exchanges that differ by ids and times alone are judged once: the library takes milliseconds for each.</summary>
    private static Exchange Shape(Exchange exchange) => exchange with
    {
        Request = Variable().Replace(exchange.Request, "1"),
        Answer = Variable().Replace(exchange.Answer, "1"),
    };

    private IEnumerable<Violation> Check(Exchange exchange)
    {
        var where = $"{exchange.Method} {exchange.Route} {exchange.Status}";
        if (!description.Value.Has(exchange.Method, exchange.Route))
        {
            yield return new(where, "There is no such route.", exchange.Request);
            yield break;
        }
        // What was refused may be as wrong as it likes.
        if (exchange.Status < 300 && description.Value.Request(exchange.Method, exchange.Route) is { } request && exchange.Request.Length > 0)
            foreach (var what in Errors(request, exchange.Request))
                yield return new(where, "request " + what, exchange.Request);
        // A server error is no part of any description.
        if (exchange.Status >= 500)
            yield break;
        var (isDescribed, answer) = description.Value.Answer(exchange.Method, exchange.Route, exchange.Status);
        if (!isDescribed)
            yield return new(where, "Such a status is not described.", exchange.Answer);
        else if (answer is not null)
            foreach (var what in Errors(answer, exchange.Answer))
                yield return new(where, "answer " + what, exchange.Answer);
    }

    private static IEnumerable<string> Errors(JsonSchema schema, string text)
    {
        using var document = JsonDocument.Parse(text.Length == 0 ? "null" : text);
        var result = schema.Evaluate(document.RootElement, Options);
        if (result.IsValid)
            return [];
        return [string.Join("; ", Failures(result).Distinct().Take(12))];
    }

    /// <summary>What failed and had no other way to succeed: the branches of a choice that was made are left out.</summary>
    private static IEnumerable<string> Failures(EvaluationResults result) =>
        result.IsValid ? [] :
        [
            .. (result.Errors ?? new Dictionary<string, string>()).Select(error => $"{result.InstanceLocation} {error.Key}: {error.Value}"),
            .. (result.Details ?? []).SelectMany(Failures),
        ];

    [GeneratedRegex(@"(?<![0-9])[1-9][0-9]{14,19}(?![0-9])|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?=[+Z])")]
    private static partial Regex Variable();
}
