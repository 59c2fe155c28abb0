using Microsoft.Extensions.Logging;
using QuizBot.Discord.Client.Rest;

namespace QuizBot.Discord.Client;

/// <summary>Every line that the client logs. None holds a token.</summary>
internal static partial class ClientLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord limits {Route} ({Scope}); next try in {Wait}")]
    public static partial void RateLimited(this ILogger log, RestRoute route, string scope, TimeSpan? wait);

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord: {Route} failed ({Why}); tried again in {Pause}")]
    public static partial void Repeated(this ILogger log, RestRoute route, string why, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "Discord refused {Count} requests in ten minutes; nothing is sent for {Pause}, as 10,000 would get this address banned. Look above for what was refused, such as a permission that is missing")]
    public static partial void TooManyInvalid(this ILogger log, int count, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord shard {Shard} of {Shards} is connected ({How})")]
    public static partial void Connected(this ILogger log, int shard, int shards, string how);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord shard {Shard} lost its connection: {Why}; next: {Next} in {Pause}")]
    public static partial void ConnectionEnded(this ILogger log, int shard, string why, string next, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord shard {Shard} heard {Length} bytes that make no sense, and skipped them: {Why}")]
    public static partial void NonsenseHeard(this ILogger log, int shard, int length, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord shard {Shard} was told to resume at an address that is not Discord's, which is refused: {Address}")]
    public static partial void ForeignResumeUrl(this ILogger log, int shard, string address);

    [LoggerMessage(Level = LogLevel.Error, Message = "A Discord event ({Event}) could not be handled")]
    public static partial void EventFailed(this ILogger log, Exception fault, string @event);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} Discord interactions were still being answered at the stop")]
    public static partial void InteractionsLeft(this ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "The bot began too many sessions on Discord today, and waits {Wait} for the next: one too many would cost the token. Does another process use the same token?")]
    public static partial void SessionsSpent(this ILogger log, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord does not say where its gateway is: {Why}")]
    public static partial void NoGateway(this ILogger log, string why);
}
