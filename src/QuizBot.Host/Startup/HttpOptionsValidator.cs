using Microsoft.Extensions.Options;

namespace QuizBot.Host.Startup;

internal sealed class HttpOptionsValidator : IValidateOptions<HttpOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpOptions options) =>
        options.Url is null || (Uri.TryCreate(options.Url, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp && url.PathAndQuery == "/")
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Http:Url must be an address such as {HttpOptions.DefaultUrl}, and is '{options.Url}'.");
}
