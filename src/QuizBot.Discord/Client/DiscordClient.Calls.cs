using System.Globalization;
using System.Text.Json;
using QuizBot.Discord.Client.Gateway;
using QuizBot.Discord.Client.Rest;
using QuizBot.Discord.Client.Wire;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client;

/// <content>The calls.</content>
public sealed partial class DiscordClient
{
    private const int AlreadyAcknowledged = 40060, ThreadExists = 160004;

    private delegate T JsonRead<out T>(ref JsonCursor cursor);

    /// <inheritdoc/>
    public async ValueTask<DiscordResult<ulong>> PostAsync(ulong channel, OutgoingMessage message, CancellationToken cancellation) =>
        await AskAsync(message.Nonce is null ? RestRoutes.PostOnce : RestRoutes.Post, channel, Text($"/channels/{channel}/messages"), IdReader.Of, cancellation, MessageWriter.Post(message));

    /// <inheritdoc/>
    public async ValueTask<DiscordResult> EditAsync(ulong channel, ulong message, OutgoingMessage content, CancellationToken cancellation) =>
        await DoAsync(RestRoutes.Edit, channel, Text($"/channels/{channel}/messages/{message}"), cancellation, MessageWriter.Edit(content));

    /// <inheritdoc/>
    public async ValueTask<DiscordResult<IReadOnlyList<FoundMessage>>> ListMessagesAsync(ulong channel, ulong after, int limit, CancellationToken cancellation) =>
        await AskAsync(RestRoutes.ListMessages, channel, Text($"/channels/{channel}/messages?limit={limit}") + After(after), MessageReader.Messages, cancellation);

    /// <inheritdoc/>
    public async ValueTask<DiscordResult> AddReactionAsync(ulong channel, ulong message, string emoji, CancellationToken cancellation) =>
        await DoAsync(RestRoutes.AddReaction, channel, Reaction(channel, message, emoji) + "/@me", cancellation);

    /// <inheritdoc/>
    public async ValueTask<DiscordResult> RemoveReactionAsync(ulong channel, ulong message, ulong user, string emoji, CancellationToken cancellation) =>
        await DoAsync(RestRoutes.RemoveReaction, channel, Reaction(channel, message, emoji) + (user == identity?.User.Id ? "/@me" : Text($"/{user}")), cancellation);

    /// <inheritdoc/>
    public async ValueTask<DiscordResult<IReadOnlyList<DiscordUser>>> ListReactionsAsync(ulong channel, ulong message, string emoji, ulong after, CancellationToken cancellation) =>
        await AskAsync(RestRoutes.ListReactions, channel, Reaction(channel, message, emoji) + "?limit=100" + After(after), UserReader.Users, cancellation);

    /// <inheritdoc/>
    public async ValueTask<DiscordResult<ulong>> StartThreadAsync(ulong channel, ulong message, string name, CancellationToken cancellation)
    {
        var request = new RestRequest(RestRoutes.StartThread, channel, Text($"/channels/{channel}/messages/{message}/threads"), BodyWriter.Thread(name));
        var answer = await pump.SendAsync(request, cancellation);
        var result = Read(answer, IdReader.Of);
        // Our own first attempt, whose answer was lost.
        return answer.Repeated && result.Failure?.Code == ThreadExists ? message : result;
    }

    /// <inheritdoc/>
    public async ValueTask<DiscordResult<ulong>> OpenDirectMessagesAsync(ulong user, CancellationToken cancellation) =>
        await AskAsync(RestRoutes.OpenDirectMessages, 0, "/users/@me/channels", IdReader.Of, cancellation, BodyWriter.Recipient(user));

    /// <inheritdoc/>
    public async ValueTask<DiscordResult<DiscordChannel>> GetChannelAsync(ulong channel, CancellationToken cancellation) =>
        await AskAsync(RestRoutes.Channel, channel, Text($"/channels/{channel}"), ChannelReader.Channel, cancellation);

    /// <inheritdoc/>
    public async ValueTask<DiscordResult<DiscordGuild>> GetGuildAsync(ulong guild, CancellationToken cancellation) =>
        await AskAsync(RestRoutes.Guild, guild, Text($"/guilds/{guild}"), GuildReader.Guild, cancellation);

    /// <inheritdoc/>
    public async ValueTask<DiscordResult<IReadOnlyList<DiscordChannel>>> ListChannelsAsync(ulong guild, CancellationToken cancellation) =>
        await AskAsync(RestRoutes.GuildChannels, guild, Text($"/guilds/{guild}/channels"), ChannelReader.Channels, cancellation);

    /// <inheritdoc/>
    public async ValueTask<DiscordResult<DiscordMember>> GetMemberAsync(ulong guild, ulong user, CancellationToken cancellation) =>
        await AskAsync(RestRoutes.Member, guild, Text($"/guilds/{guild}/members/{user}"), UserReader.WholeMember, cancellation);

    /// <inheritdoc/>
    public async ValueTask<DiscordResult<IReadOnlyList<DiscordCommand>>> ListCommandsAsync(ulong? guild, CancellationToken cancellation)
    {
        var who = await KnowSelfAsync(cancellation);
        return who.IsDone
            ? await AskAsync(RestRoutes.ListCommands, guild ?? 0, Commands(who.Value, guild), CommandReader.Commands, cancellation)
            : who.Failure;
    }

    /// <inheritdoc/>
    public async ValueTask<DiscordResult> SetCommandsAsync(ulong? guild, IReadOnlyList<DiscordCommand> commands, CancellationToken cancellation)
    {
        var who = await KnowSelfAsync(cancellation);
        return who.IsDone
            ? await DoAsync(RestRoutes.SetCommands, guild ?? 0, Commands(who.Value, guild), cancellation, CommandWriter.Write(commands, everywhere: guild is null))
            : who.Failure;
    }

    /// <inheritdoc/>
    public async ValueTask<DiscordResult> AnswerAsync(InteractionOrigin interaction, InteractionAnswer answer, CancellationToken cancellation)
    {
        var request = new RestRequest(RestRoutes.Callback, 0, Text($"/interactions/{interaction.Id}/{Uri.EscapeDataString(interaction.Token)}/callback"), AnswerWriter.Write(answer));
        var told = await interactions.SendAsync(request, cancellation);
        var result = Read(told);
        // Our own first attempt, whose answer was lost.
        return told.Repeated && result.Failure?.Code == AlreadyAcknowledged ? default : result;
    }

    /// <inheritdoc/>
    public ValueTask<DiscordResult> EditAnswerAsync(InteractionOrigin interaction, OutgoingMessage content, CancellationToken cancellation) =>
        AnswerLaterAsync(RestRoutes.EditAnswer, interaction, "/messages/@original", MessageWriter.Edit(content), cancellation);

    /// <inheritdoc/>
    public ValueTask<DiscordResult> FollowUpAsync(InteractionOrigin interaction, OutgoingMessage content, CancellationToken cancellation) =>
        AnswerLaterAsync(RestRoutes.FollowUp, interaction, "", MessageWriter.FollowUp(content), cancellation);

    /// <inheritdoc/>
    public async ValueTask<DiscordResult<DiscordIdentity>> IdentifyAsync(CancellationToken cancellation)
    {
        var application = await AskAsync(RestRoutes.Application, 0, "/applications/@me", IdReader.Of, cancellation);
        if (!application.IsDone)
            return application.Failure;
        var user = await AskAsync(RestRoutes.Me, 0, "/users/@me", UserReader.Someone, cancellation);
        if (!user.IsDone)
            return user.Failure;
        return identity = new DiscordIdentity(application.Value, user.Value);
    }

    /// <inheritdoc/>
    public async ValueTask<DiscordResult<DiscordGateway>> GetGatewayAsync(CancellationToken cancellation)
    {
        var answer = await AskGatewayOrFailAsync(cancellation);
        return answer.IsDone ? new DiscordGateway(answer.Value.Shards, answer.Value.SessionsLeft, answer.Value.SessionsReset) : answer.Failure;
    }

    private async Task<DiscordResult<GatewayAnswer>> AskGatewayOrFailAsync(CancellationToken cancellation) =>
        await AskAsync(RestRoutes.Gateway, 0, "/gateway/bot", (ref JsonCursor cursor) => GatewayAnswer.Read(ref cursor, options.ApiBaseUrl), cancellation);

    private async ValueTask<DiscordResult<DiscordIdentity>> KnowSelfAsync(CancellationToken cancellation) =>
        identity is { } known ? known : await IdentifyAsync(cancellation);

    private async ValueTask<DiscordResult> AnswerLaterAsync(RestRoute route, InteractionOrigin interaction, string path, byte[] body, CancellationToken cancellation)
    {
        var who = await KnowSelfAsync(cancellation);
        if (!who.IsDone)
            return who.Failure;
        var request = new RestRequest(route, 0, Text($"/webhooks/{who.Value.ApplicationId}/{Uri.EscapeDataString(interaction.Token)}") + path, body);
        return Read(await interactions.SendAsync(request, cancellation));
    }

    private async Task<DiscordResult> DoAsync(RestRoute route, ulong major, string path, CancellationToken cancellation, byte[]? body = null) =>
        Read(await pump.SendAsync(new RestRequest(route, major, path, body), cancellation));

    private async Task<DiscordResult<T>> AskAsync<T>(RestRoute route, ulong major, string path, JsonRead<T> read, CancellationToken cancellation, byte[]? body = null) =>
        Read(await pump.SendAsync(new RestRequest(route, major, path, body), cancellation), read);

    private DiscordResult Read(RestAnswer answer) => new(answer.IsDone ? null : Fail(answer));

    private DiscordResult<T> Read<T>(RestAnswer answer, JsonRead<T> read)
    {
        if (!answer.IsDone)
            return Fail(answer);
        try
        {
            var cursor = new JsonCursor(answer.Body);
            var value = read(ref cursor);
            cursor.End();
            return new DiscordResult<T>(value, null);
        }
        catch (JsonException fault)
        {
            return new DiscordFailure(answer.Status, 0, $"Discord's answer makes no sense: {fault.Message}", MayHaveHappened: true);
        }
    }

    private DiscordFailure Fail(RestAnswer answer)
    {
        var failure = answer.Trouble is { } trouble ? new DiscordFailure(answer.Status, 0, trouble) : ErrorReader.Read(answer.Status, answer.Body);
        return failure with
        {
            Message = options.Token.Hide(failure.Message),
            MayHaveHappened = answer.MayHaveHappened,
            RetryAfter = answer.Limits.RetryAfter,
        };
    }

    private static string Reaction(ulong channel, ulong message, string emoji) =>
        Text($"/channels/{channel}/messages/{message}/reactions/{Uri.EscapeDataString(emoji)}");

    private static string Commands(DiscordIdentity who, ulong? guild) => guild is { } one
        ? Text($"/applications/{who.ApplicationId}/guilds/{one}/commands")
        : Text($"/applications/{who.ApplicationId}/commands");

    private static string After(ulong id) => id == 0 ? "" : Text($"&after={id}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
