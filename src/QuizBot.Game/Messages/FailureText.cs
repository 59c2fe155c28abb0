using QuizBot.Chat;
using QuizBot.Game.Places;

namespace QuizBot.Game.Messages;

/// <summary>A platform's failure in words for members. Its detail is for the log alone, but for a permission that somebody can give.</summary>
internal static class FailureText
{
    private const int MostDetail = 200;

    /// <summary>Ends a sentence, without its full stop.</summary>
    public static string Why(ChatFailure failure) => failure.Kind switch
    {
        ChatFailureKind.ChannelGone or ChatFailureKind.MessageGone => "the channel is deleted or archived, or I am not in it",
        ChatFailureKind.WorkspaceGone => "I was removed from this workspace",
        ChatFailureKind.Forbidden => $"I lack a permission in the channel ({Detail(failure)})",
        ChatFailureKind.Invalid => "the platform does not take my message",
        _ => "the platform does not answer at the moment",
    };

    /// <summary>The permission that is missing, at a length that can be kept.</summary>
    public static string Detail(ChatFailure failure) => PlainText.Short(PlainText.Clean(failure.Detail), MostDetail);
}
