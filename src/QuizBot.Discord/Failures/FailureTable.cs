using QuizBot.Chat;
using QuizBot.Discord.Channels;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Failures;

/// <summary>Discord's error codes in Chat's terms. https://discord.com/developers/docs/topics/opcodes-and-status-codes#json</summary>
internal static class FailureTable
{
    public const int MissingAccess = 50001, MissingPermissions = 50013, ThreadIsThere = 160004, NotInThisKindOfChannel = 50024;

    public static bool IsUnknownGuild(this DiscordFailure failure) => failure.Code is 10004 or MissingAccess;

    public static bool IsUnknownMember(this DiscordFailure failure) => failure.Code is 10007 or 10013;

    /// <summary>A failure by its code alone. Details of <see cref="ChatFailureKind.Forbidden"/> complete "I lack a permission in the channel (…)".</summary>
    public static ChatFailure Of(DiscordFailure failure, DiscordAct act) => failure.Code switch
    {
        10003 => new(ChatFailureKind.ChannelGone, "the channel is deleted"),
        10004 => new(ChatFailureKind.WorkspaceGone, "the server is deleted, or I was removed from it"),
        10008 => new(ChatFailureKind.MessageGone, "the message is deleted"),
        50035 when act == DiscordAct.Reply && IsLostReference(failure) => new(ChatFailureKind.MessageGone, "the message to answer is deleted"),
        50083 => new(ChatFailureKind.ChannelGone, "the thread is archived"),
        MissingAccess => Forbidden(DiscordPermission.ViewChannel.Name),
        MissingPermissions => Forbidden(Needed(act).Name),
        160002 => Forbidden(DiscordPermission.ReadMessageHistory.Name),
        160005 => Forbidden($"{DiscordPermission.ManageThreads.Name}, for the thread is locked"),
        160006 or 160007 => Forbidden("the server has as many open threads as Discord allows; archive some"),
        30010 => Forbidden("the message has 20 different reactions, the most that Discord allows"),
        50007 => Forbidden("the member takes no direct messages from this server"),
        50008 or 40058 or NotInThisKindOfChannel => Forbidden("this kind of channel takes no such messages; a text channel does"),
        90001 => Forbidden("the message's author has blocked me"),
        200000 or 200001 or 240000 => Forbidden("AutoMod blocks my message; exempt my role in Server Settings, AutoMod"),
        // Discord's own brakes beside the rate limits: slow mode, edits of old messages, writes to a channel or server, new direct messages.
        20016 or 20022 or 20028 or 20029 or 30046 or 40003 or 40004 or 40006 or 40062 or 130000 =>
            new(ChatFailureKind.Unavailable, Words(failure), failure.RetryAfter),
        _ => ByStatus(failure),
    };

    /// <summary>The permission that an act needs first.</summary>
    public static DiscordPermission Needed(DiscordAct act) => act switch
    {
        DiscordAct.React => DiscordPermission.AddReactions,
        DiscordAct.Unreact => DiscordPermission.ManageMessages,
        DiscordAct.OpenThread => DiscordPermission.CreatePublicThreads,
        DiscordAct.Read => DiscordPermission.ReadMessageHistory,
        _ => DiscordPermission.SendMessages,
    };

    private static ChatFailure ByStatus(DiscordFailure failure) => failure.Status switch
    {
        // Discord may have done it although its answer got lost.
        0 or >= 500 => new(failure.MayHaveHappened ? ChatFailureKind.Doubtful : ChatFailureKind.Unavailable, Words(failure), failure.RetryAfter),
        429 => new(ChatFailureKind.Unavailable, Words(failure), failure.RetryAfter),
        // A token that was changed stops the whole connection, with a line of its own.
        401 => new(ChatFailureKind.Unavailable, "Discord does not take the token any more"),
        // Without a code it is not Discord's API that speaks, but what stands before it.
        403 when failure.Code == 0 => new(ChatFailureKind.Unavailable, Words(failure)),
        403 => Forbidden(Words(failure)),
        404 => new(ChatFailureKind.ChannelGone, Words(failure)),
        _ => new(ChatFailureKind.Invalid, Words(failure)),
    };

    // https://discord.com/developers/docs/reference#error-messages
    private static bool IsLostReference(DiscordFailure failure) =>
        failure.Message.Contains("message_reference", StringComparison.Ordinal) || failure.Message.Contains("REPLIES_UNKNOWN_MESSAGE", StringComparison.Ordinal);

    private static ChatFailure Forbidden(string detail) => new(ChatFailureKind.Forbidden, detail);

    private static string Words(DiscordFailure failure) => $"Discord: {failure}";
}
