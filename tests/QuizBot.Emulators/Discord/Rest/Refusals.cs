namespace QuizBot.Emulators.Discord.Rest;

/// <summary>Discord's refusals, by its numbers and in its words.</summary>
internal static class Refusals
{
    public static readonly Answer NotFound = Answer.Refused(404, 0, "404: Not Found");
    public static readonly Answer MethodNotAllowed = Answer.Refused(405, 0, "405: Method Not Allowed");
    public static readonly Answer Unauthorized = Answer.Refused(401, 0, "401: Unauthorized");
    public static readonly Answer BlockedByCloudflare = Answer.Refused(403, 40333, "internal network error");
    public static readonly Answer InvalidVersion = Answer.Refused(400, 50041, "Invalid API version provided.");
    public static readonly Answer InvalidJson = Answer.Refused(400, 50109, "The request body contains invalid JSON.");
    public static readonly Answer TooLarge = Answer.Refused(413, 40005, "Request entity too large");
    public static readonly Answer UnknownChannel = Answer.Refused(404, 10003, "Unknown Channel");
    public static readonly Answer UnknownGuild = Answer.Refused(404, 10004, "Unknown Guild");
    public static readonly Answer UnknownApplication = Answer.Refused(404, 10002, "Unknown Application");
    public static readonly Answer UnknownMember = Answer.Refused(404, 10007, "Unknown Member");
    public static readonly Answer UnknownMessage = Answer.Refused(404, 10008, "Unknown Message");
    public static readonly Answer UnknownUser = Answer.Refused(404, 10013, "Unknown User");
    public static readonly Answer UnknownEmoji = Answer.Refused(400, 10014, "Unknown Emoji");
    public static readonly Answer UnknownWebhook = Answer.Refused(404, 10015, "Unknown Webhook");
    public static readonly Answer UnknownInteraction = Answer.Refused(404, 10062, "Unknown interaction");
    public static readonly Answer UnknownCommand = Answer.Refused(404, 10063, "Unknown application command");
    public static readonly Answer TooManyReactions = Answer.Refused(400, 30010, "Maximum number of reactions reached (20)");
    public static readonly Answer AlreadyAcknowledged = Answer.Refused(400, 40060, "Interaction has already been acknowledged.");
    public static readonly Answer MissingAccess = Answer.Refused(403, 50001, "Missing Access");
    public static readonly Answer NotYourMessage = Answer.Refused(403, 50005, "Cannot edit a message authored by another user");
    public static readonly Answer EmptyMessage = Answer.Refused(400, 50006, "Cannot send an empty message");
    public static readonly Answer CannotMessageUser = Answer.Refused(403, 50007, "Cannot send messages to this user");
    public static readonly Answer NotATextChannel = Answer.Refused(400, 50008, "Cannot send messages in a non-text channel");
    public static readonly Answer MissingPermissions = Answer.Refused(403, 50013, "Missing Permissions");
    public static readonly Answer WrongChannelType = Answer.Refused(400, 50024, "Cannot execute action on this channel type");
    public static readonly Answer InvalidWebhookToken = Answer.Refused(401, 50027, "Invalid Webhook Token");
    public static readonly Answer ThreadArchived = Answer.Refused(400, 50083, "Thread is archived");
    public static readonly Answer NoHistoryToReply = Answer.Refused(400, 160002, "Cannot reply without permission to read message history");
    public static readonly Answer ThreadExists = Answer.Refused(400, 160004, "A thread has already been created for this message");
}
