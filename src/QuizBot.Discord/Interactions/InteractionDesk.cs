using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Chat.Messages;
using QuizBot.Chat.Replies;
using QuizBot.Discord.Channels;
using QuizBot.Discord.Events;
using QuizBot.Discord.Rendering;
using QuizBot.Discord.Seam;
using QuizBot.Discord.Snowflakes;

namespace QuizBot.Discord.Interactions;

/// <summary>
/// Answers commands, buttons and forms. Discord takes an answer for 3 s: what is not ready by half of that is deferred, and shown
/// when it is there.
/// </summary>
internal sealed partial class InteractionDesk(
    IChatEvents events, IDiscordClient client, HandlerThreads threads, InFlight work, EventOrder order, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1_500);

    // Discord forgets an interaction after 15 minutes.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(14.5);
    private readonly SeenInteractions _seen = new();
    private readonly InteractionReplies _replies = new(client);

    /// <summary>Begins to answer; returns at once.</summary>
    public void Take(DiscordInteraction interaction)
    {
        if (_seen.IsNew(interaction.Origin.Id))
            work.Watch("answering an interaction", AnswerAsync(interaction, time.GetTimestamp()));
        else
            Again(interaction.Origin.Id);
    }

    private Task AnswerAsync(DiscordInteraction interaction, long heard) => interaction switch
    {
        CompletionAsked asked => CompleteAsync(asked, heard),
        { Origin.Guild: { } guild } => ServeAsync(interaction, ToEvent(interaction, guild), heard),
        _ => SendAsync(interaction, InteractionReplies.Now(interaction, new PrivateReply(InteractionReplies.Line(
            "I work in the channels of a server, where a team plays together. Please use my commands there."))), heard),
    };

    private async Task ServeAsync(DiscordInteraction interaction, ChatEvent happened, long heard)
    {
        var handling = threads.Run(() => events.HandleAsync(happened, work.GivenUp).AsTask());
        if (await IsReadyAsync(handling))
        {
            await SendAsync(interaction, InteractionReplies.Now(interaction, await ReplyAsync(handling)), heard);
            return;
        }

        await SendAsync(interaction, InteractionReplies.Deferral(interaction), heard);
        var reply = await ReplyAsync(handling);
        if (time.GetElapsedTime(heard) is var took && took > Lifetime)
        {
            TooLate(interaction.Origin.Id, took);
            return;
        }

        var shown = await _replies.ShowAsync(interaction, reply, work.GivenUp);
        if (!shown.IsDone)
            NotShown(interaction.Origin.Id, shown.Failure, took);
    }

    private async Task CompleteAsync(CompletionAsked asked, long heard)
    {
        IReadOnlyList<DiscordCommandChoice> choices = [];
        if (asked.Origin.Guild is not null)
        {
            var finding = threads.Run(() => events.CompleteAsync(asked.Path, asked.Option, asked.Typed, work.GivenUp).AsTask());
            // There is no deferral for this one: the member types on meanwhile.
            if (await IsReadyAsync(finding))
                choices = [.. (await finding).Take(25).Select(c => new DiscordCommandChoice(Cutting.Short(c.Label, 100), Cutting.Head(c.Value, 100)))];
        }

        await SendAsync(asked, new InteractionAnswer.Completions(choices), heard);
    }

    private async Task<bool> IsReadyAsync(Task task)
    {
        using var enough = new CancellationTokenSource();
        await Task.WhenAny(task, Task.Delay(Patience, time, enough.Token));
        await enough.CancelAsync();
        return task.IsCompleted;
    }

    private async Task<ChatReply?> ReplyAsync(Task<ChatReply?> handling)
    {
        try
        {
            return await handling;
        }
        catch (Exception fault) when (!work.GivenUp.IsCancellationRequested)
        {
            Faulted(fault);
            return new PrivateReply(InteractionReplies.Line("Something went wrong on my side. Please try again.", ChatTone.Problem));
        }
    }

    private async Task SendAsync(DiscordInteraction interaction, InteractionAnswer answer, long heard)
    {
        var sent = await client.AnswerAsync(interaction.Origin, answer, work.GivenUp);
        // Answered twice is answered: the first time its confirmation got lost.
        const int AnsweredAlready = 40060;
        if (!sent.IsDone && sent.Failure.Code != AnsweredAlready)
            NotAnswered(interaction.Origin.Id, sent.Failure, time.GetElapsedTime(heard));
    }

    private ChatEvent ToEvent(DiscordInteraction interaction, ulong guild)
    {
        var origin = interaction.Origin;
        var (id, channel) = (Snowflake.Text(origin.Id), DiscordIds.Channel(guild, origin.Channel));
        var member = new ChatMember(
            Snowflake.Text(origin.User.Id), origin.User.Name, origin.User.IsBot, DiscordPermission.ManageServer.IsIn(origin.Permissions));
        return interaction switch
        {
            CommandUsed used => new CommandInvoked(id, channel, member, used.Path, used.Options),
            ButtonClicked clicked => new ButtonPressed(id, DiscordIds.Message(channel, clicked.Message), member, clicked.CustomId, order.Next()),
            ModalSent sent => new FormSubmitted(id, channel, member, sent.CustomId, sent.Fields, order.Next()),
            _ => throw new NotSupportedException($"Nobody answers {interaction.GetType().Name}."),
        };
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Discord delivered interaction {Interaction} again")]
    private partial void Again(ulong interaction);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Interaction {Interaction} could not be answered after {Took}: {Failure}")]
    private partial void NotAnswered(ulong interaction, DiscordFailure failure, TimeSpan took);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reply to interaction {Interaction} could not be shown after {Took}: {Failure}")]
    private partial void NotShown(ulong interaction, DiscordFailure failure, TimeSpan took);

    [LoggerMessage(Level = LogLevel.Error, Message = "Interaction {Interaction} took {Took}, longer than Discord keeps it; its reply was not shown")]
    private partial void TooLate(ulong interaction, TimeSpan took);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord: handling an interaction faulted")]
    private partial void Faulted(Exception fault);
}
