using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using QuizBot.Slack.Client.Wire;
using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client.Http;

/// <summary>
/// Answers what Slack posts for any of the host's workspaces, in no web framework's terms. Nothing is read before its signature
/// was verified, and a workspace is told only what was signed under its own secret.
/// </summary>
internal sealed partial class SlackRequests(TimeProvider time, ILogger<SlackRequests> logger)
{
    /// <summary>Longer bodies are refused. Slack's longest, with a whole view in them, are some 100 KiB.</summary>
    public const int LongestBody = 1 << 20;

    /// <summary>Being heard at once; what comes beyond that Slack delivers again.</summary>
    public const int Most = 4096;

    private readonly AnsweredRequests answered = new(time);
    private readonly Lock gate = new();
    private volatile HttpWorkspace[] workspaces = [];
    private int underWay;

    /// <summary>Requests for this workspace are answered from now on, if only to be asked to come again.</summary>
    public HttpWorkspace Add(string signingSecret)
    {
        var added = new HttpWorkspace(signingSecret);
        lock (gate)
            workspaces = [.. workspaces, added];
        return added;
    }

    public void Remove(HttpWorkspace workspace)
    {
        lock (gate)
            workspaces = [.. workspaces.Where(w => w != workspace)];
    }

    /// <summary>Answers a request when what it tells is durable.</summary>
    public async ValueTask<SlackReply> AnswerAsync(SlackRequest request)
    {
        if (request.Body.Length > LongestBody)
            return SlackReply.TooLong;
        if (!Signature.TryRead(request.Signature, request.Timestamp, time.GetUtcNow(), out var signature))
            return Refuse("no signature of this time");
        var signers = Array.FindAll(workspaces, w => w.Signed(signature, request));
        return signers.Length == 0 ? Refuse("a signature under no signing secret") : await answered.AnswerAsync(signature, () => ReadAsync(request, signers));
    }

    private async Task<SlackReply> ReadAsync(SlackRequest request, HttpWorkspace[] signers)
    {
        if (RequestReader.Challenge(request) is { } challenge)
            return new SlackReply(200, Encoding.UTF8.GetBytes(challenge), "text/plain");
        if (request.RetryNumber is not null)
            Again(request.RetryNumber, request.RetryReason);
        Reading reading;
        try
        {
            reading = RequestReader.Read(request, $"{request.Timestamp}:{request.Signature![3..27]}");
        }
        catch (JsonException fault)
        {
            Malformed(request.Body.Length, fault.Message);
            return SlackReply.Malformed;
        }

        if (reading.Event is not { } heard)
        {
            PassedOver(reading.PassedOver);
            return SlackReply.Heard;
        }

        var workspace = Array.Find(signers, w => w.Team == heard.Team);
        if (workspace?.Hear is { } hear)
            return await HearAsync(hear, reading);
        if (workspace is not null || signers.Any(w => w.Team is null))
            return SlackReply.Busy;
        return Refuse("a team that is not of this signing secret");
    }

    private async Task<SlackReply> HearAsync(Func<SlackEvent, ValueTask<SlackAcknowledgement>> hear, Reading reading)
    {
        try
        {
            if (Interlocked.Increment(ref underWay) > Most)
                return SlackReply.Busy;
            var answer = await hear.HearAsync(reading);
            return answer.Payload is { Length: > 0 } payload && reading.Event is CommandUsed or ActionTaken or ViewSubmitted ? new SlackReply(200, payload) : SlackReply.Heard;
        }
        catch (Exception fault)
        {
            NotHeard(fault, reading.Event!.GetType().Name);
            return SlackReply.Failed;
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    private SlackReply Refuse(string why)
    {
        Refused(why);
        return SlackReply.Forged;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request that claims to be Slack's was refused: {Why}")]
    private partial void Refused(string why);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Slack delivers again, try {Retry}: {Reason}")]
    private partial void Again(string retry, string? reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Passed over: {Type}")]
    private partial void PassedOver(string type);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request of {Length} bytes from Slack was not understood and is passed over: {Why}")]
    private partial void Malformed(int length, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} was not taken in, so Slack is asked to deliver it again")]
    private partial void NotHeard(Exception fault, string what);
}
