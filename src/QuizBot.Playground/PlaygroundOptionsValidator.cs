using Microsoft.Extensions.Options;
using QuizBot.Playground.Security;

namespace QuizBot.Playground;

internal sealed class PlaygroundOptionsValidator : IValidateOptions<PlaygroundOptions>
{
    public ValidateOptionsResult Validate(string? name, PlaygroundOptions options)
    {
        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || url.PathAndQuery != "/")
            return Fail($"Playground:Url must be an address such as http://127.0.0.1:5080, and is '{options.Url}'.");
        if (!Loopback.IsName(url.Host))
            return Fail($"Playground:Url must be a loopback address (127.0.0.1, [::1] or localhost), for anyone who reaches the playground may act as any member; it is '{options.Url}'.");
        if (string.IsNullOrWhiteSpace(options.DataPath))
            return Fail("Playground:DataPath must name a file such as data/playground.db, and is empty.");
        return ValidateOptionsResult.Success;
    }

    private static ValidateOptionsResult Fail(string line) => ValidateOptionsResult.Fail(line);
}
