namespace QuizBot.Discord.Seam;

/// <summary>
/// All that the adapter asks of Discord, in no library's terms. Calls may come from many threads at once. A client obeys
/// Discord's rate limits by waiting, repeats what certainly did not happen, and returns every expected failure.
/// </summary>
public interface IDiscordClient
{
    /// <summary>Who the bot is; null until Discord has said so.</summary>
    DiscordIdentity? Identity { get; }

    /// <summary>Whether every shard of this process is heard at this moment.</summary>
    bool IsConnected { get; }

    /// <summary>
    /// Connects and hands in what it hears until cancelled; reconnects by itself. Events of one guild arrive in their order.
    /// Interactions are handed in at once; other events wait while <paramref name="hear"/> does, which is how it is slowed down.
    /// </summary>
    /// <exception cref="Chat.PlatformRefusedException">Discord refuses the token, the intents or the shards.</exception>
    Task RunAsync(Func<DiscordEvent, ValueTask> hear, CancellationToken cancellation);

    /// <summary>Posts a message. With a nonce, a repeat within some minutes gives the first one.</summary>
    ValueTask<DiscordResult<ulong>> PostAsync(ulong channel, OutgoingMessage message, CancellationToken cancellation);

    ValueTask<DiscordResult> EditAsync(ulong channel, ulong message, OutgoingMessage content, CancellationToken cancellation);

    /// <summary>Messages of a channel, the newest first.</summary>
    /// <param name="channel">The channel or thread.</param>
    /// <param name="after">Only younger ones than this id, then the oldest of them; 0 for the newest of all.</param>
    /// <param name="limit">1 to 100.</param>
    /// <param name="cancellation">Gives up.</param>
    ValueTask<DiscordResult<IReadOnlyList<FoundMessage>>> ListMessagesAsync(ulong channel, ulong after, int limit, CancellationToken cancellation);

    /// <summary>Adds the bot's own reaction; once there, again is no failure.</summary>
    ValueTask<DiscordResult> AddReactionAsync(ulong channel, ulong message, string emoji, CancellationToken cancellation);

    ValueTask<DiscordResult> RemoveReactionAsync(ulong channel, ulong message, ulong user, string emoji, CancellationToken cancellation);

    /// <summary>Who reacted with one emoji, by id.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="message">The message.</param>
    /// <param name="emoji">A Unicode emoji.</param>
    /// <param name="after">Only larger ids than this.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>At most 100: fewer say that there are no more.</returns>
    ValueTask<DiscordResult<IReadOnlyList<DiscordUser>>> ListReactionsAsync(ulong channel, ulong message, string emoji, ulong after, CancellationToken cancellation);

    /// <summary>Starts a thread below a message; its id is the message's.</summary>
    ValueTask<DiscordResult<ulong>> StartThreadAsync(ulong channel, ulong message, string name, CancellationToken cancellation);

    /// <summary>The channel in which one user is written to privately.</summary>
    ValueTask<DiscordResult<ulong>> OpenDirectMessagesAsync(ulong user, CancellationToken cancellation);

    ValueTask<DiscordResult<DiscordChannel>> GetChannelAsync(ulong channel, CancellationToken cancellation);

    /// <summary>A guild with its roles and owner.</summary>
    ValueTask<DiscordResult<DiscordGuild>> GetGuildAsync(ulong guild, CancellationToken cancellation);

    ValueTask<DiscordResult<IReadOnlyList<DiscordChannel>>> ListChannelsAsync(ulong guild, CancellationToken cancellation);

    /// <summary>A member; 10007 or 10013 where they are not (any more) in the guild.</summary>
    ValueTask<DiscordResult<DiscordMember>> GetMemberAsync(ulong guild, ulong user, CancellationToken cancellation);

    /// <summary>The commands that are registered, for everyone or for one guild.</summary>
    ValueTask<DiscordResult<IReadOnlyList<DiscordCommand>>> ListCommandsAsync(ulong? guild, CancellationToken cancellation);

    /// <summary>Replaces all commands, for everyone or for one guild.</summary>
    ValueTask<DiscordResult> SetCommandsAsync(ulong? guild, IReadOnlyList<DiscordCommand> commands, CancellationToken cancellation);

    /// <summary>Answers an interaction, once and within 3 s of its being sent; waits behind no other traffic.</summary>
    ValueTask<DiscordResult> AnswerAsync(InteractionOrigin interaction, InteractionAnswer answer, CancellationToken cancellation);

    /// <summary>Replaces the first answer (also a deferred one), within 15 minutes.</summary>
    ValueTask<DiscordResult> EditAnswerAsync(InteractionOrigin interaction, OutgoingMessage content, CancellationToken cancellation);

    /// <summary>One more message about an interaction, within 15 minutes.</summary>
    ValueTask<DiscordResult> FollowUpAsync(InteractionOrigin interaction, OutgoingMessage content, CancellationToken cancellation);

    /// <summary>Asks Discord who the bot is; for <c>doctor</c> and the start.</summary>
    ValueTask<DiscordResult<DiscordIdentity>> IdentifyAsync(CancellationToken cancellation);

    /// <summary>Where the gateway is and how many shards it wants; for <c>doctor</c>.</summary>
    ValueTask<DiscordResult<DiscordGateway>> GetGatewayAsync(CancellationToken cancellation);
}
