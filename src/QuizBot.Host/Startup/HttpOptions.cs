namespace QuizBot.Host.Startup;

/// <summary>Section <c>Http</c>.</summary>
internal sealed class HttpOptions
{
    public const string Section = "Http";

    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Where health and metrics are; the playground's address when that is on, else <see cref="DefaultUrl"/>.</summary>
    public string? Url { get; set; }
}
