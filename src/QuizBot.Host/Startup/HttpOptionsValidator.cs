using Microsoft.Extensions.Options;

namespace QuizBot.Host.Startup;

internal sealed class HttpOptionsValidator : IValidateOptions<HttpOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpOptions options) =>
        // The server takes + and * for every address of the machine.
        options.Url is null || (Uri.TryCreate(options.Url.Replace("//+", "//host", StringComparison.Ordinal).Replace("//*", "//host", StringComparison.Ordinal), UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp && url.PathAndQuery == "/")
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Http:Url must be an address such as {HttpOptions.DefaultUrl}, and is '{options.Url}'.");
}
