using System.Text.Json;
using Microsoft.Extensions.Logging;
using QuizBot.Playground.Actions;
using QuizBot.Playground.Protocol;
using QuizBot.Playground.Store;
using QuizBot.Playground.World;

namespace QuizBot.Playground.Live;

/// <summary>Takes what pages send. Whatever it is, it is answered, and the connection lives on.</summary>
internal sealed partial class PageFrames(ChatStore store, BotLine line, PageActions actions, TimeProvider time, ILogger<PageFrames> logger)
{
    private const int PageSize = 50;
    private const int MostMissed = 500;

    public async Task TakeAsync(PageConnection page, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        string? id = null;
        try
        {
            if (Parse(bytes, out var refusal) is not { } frame)
            {
                page.Send(refusal!);
                return;
            }
            id = (frame as ClientFrame.Request)?.Id;
            if (await AnswerAsync(page, frame, cancellation) is { } answer)
                page.Send(answer);
        }
        catch (OperationCanceledException)
        {
            // The page or the application is going: the page asks again when it is back.
        }
        catch (Exception fault)
        {
            var reference = Guid.NewGuid().ToString("N")[..8];
            LogFailed(fault, reference);
            page.Send(new ServerFrame.Refused($"The playground could not do that. Its log says more, at {reference}.", id));
        }
    }

    private static ClientFrame? Parse(ReadOnlyMemory<byte> bytes, out ServerFrame.Refused? refusal)
    {
        refusal = null;
        if (bytes.IsEmpty)
        {
            refusal = new("This frame is empty or longer than a mebibyte.");
            return null;
        }
        try
        {
            if (JsonSerializer.Deserialize(bytes.Span, PlaygroundJson.Default.ClientFrame) is { } frame)
                return frame;
            refusal = new("This frame is null.");
        }
        catch (JsonException fault)
        {
            refusal = new($"This frame is not JSON that the playground understands: see {fault.Path ?? "$"}, byte {fault.BytePositionInLine ?? 0}.");
        }
        catch (NotSupportedException)
        {
            refusal = new("This frame has no type.");
        }
        return null;
    }

    private async ValueTask<ServerFrame?> AnswerAsync(PageConnection page, ClientFrame frame, CancellationToken cancellation)
    {
        if (frame is ClientFrame.Hello hello)
            return Greet(page, hello);
        if (page.Me is not { } me)
            return new ServerFrame.Refused("Say hello first.", (frame as ClientFrame.Request)?.Id);
        switch (frame)
        {
            case ClientFrame.History history:
                return Page(me, history);
            case ClientFrame.Complete complete:
                return new ServerFrame.Completed(
                    complete.Id, await line.CompleteAsync(complete.Command, complete.Option, complete.Typed, cancellation));
            case ClientFrame.Action action:
                return new ServerFrame.Done(action.Id, await actions.DoAsync(me, action).WaitAsync(cancellation));
            default:
                return new ServerFrame.Refused($"The playground does not take a {frame.GetType().Name}.");
        }
    }

    private ServerFrame.Earlier Page(Person me, ClientFrame.History asked)
    {
        var messages = store.Page(me.Id, asked.Channel, asked.Thread, asked.Before ?? long.MaxValue, PageSize + 1);
        var root = asked.Thread is { } id && store.Find(id) is { } found && found.IsSeenBy(me.Id) ? WireMessage.From(found) : null;
        var more = messages.Count > PageSize;
        return new(asked.Id, [.. messages.Skip(more ? 1 : 0).Select(WireMessage.From)], more, root);
    }

    private ServerFrame.Refused? Greet(PageConnection page, ClientFrame.Hello hello)
    {
        if (page.Me is not null)
            return new("This page said hello before.");
        if (Cast.FindPerson(hello.As) is not { } me || me == Cast.QuizBot)
            return new($"There is no member '{hello.As}'.");
        // Under the store's lock: nothing may happen between what the page missed and what it is told from now on.
        store.CatchUp(me.Id, hello.After, MostMissed + 1, (missed, sequence, newest) =>
        {
            var restart = hello.After is null || hello.After > sequence || missed.Count > MostMissed;
            page.Send(new ServerFrame.Welcome(
                me.Id, time.GetUtcNow().ToUnixTimeMilliseconds(), sequence, newest, restart ? [] : [.. missed.Select(WireMessage.From)], restart, line.State));
            page.Me = me;
        });
        return null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page's frame failed; reference {Reference}")]
    private partial void LogFailed(Exception fault, string reference);
}
