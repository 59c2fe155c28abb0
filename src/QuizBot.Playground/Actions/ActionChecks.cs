using System.Globalization;
using QuizBot.Playground.Content;
using QuizBot.Playground.Protocol;
using QuizBot.Playground.World;

namespace QuizBot.Playground.Actions;

/// <summary>What can be refused without a look at the conversation.</summary>
internal static class ActionChecks
{
    /// <summary>Different emoji below one message (Discord's limit).</summary>
    public const int MostEmoji = 20;

    /// <summary>A plain sentence that says what is wrong, or null.</summary>
    public static string? Refusal(ClientFrame.Action frame) =>
        frame.Id.Length is < 1 or > 64 || !frame.Id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? "An action's id has 1 to 64 letters, digits and hyphens."
            : frame switch
            {
                ClientFrame.Say say => Channel(say.Channel) ?? TooLong("A message", say.Text) ?? Empty(say.Text),
                ClientFrame.React react => EmojiForm.IsEmoji(react.Emoji) ? null : "This is not an emoji.",
                ClientFrame.Press press => Action(press.Button),
                ClientFrame.Submit submit => Channel(submit.Channel) ?? Action(submit.Form) ?? Fields(submit.Fields),
                _ => null,
            };

    private static string? Channel(string channel) => Cast.FindRoom(channel) is null ? "There is no such channel." : null;

    private static string? Action(string action) => action.Length is 0 or > 100 ? "An action has 1 to 100 characters." : null;

    private static string? Empty(string text) => Words.Clean(text).Length == 0 ? "The message is empty." : null;

    private static string? TooLong(string what, string text) => text.Length <= Words.Longest
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{what} has at most {Words.Longest:N0} characters; this one has {text.Length:N0}.");

    private static string? Fields(IReadOnlyDictionary<string, string> fields) =>
        fields.Count > 5 ? "A form has at most 5 fields." : fields.Values.Select(v => TooLong("A field", v)).FirstOrDefault(r => r is not null);
}
