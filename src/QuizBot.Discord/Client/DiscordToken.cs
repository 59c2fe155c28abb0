using System.Net.Http.Headers;
using QuizBot.Chat;

namespace QuizBot.Discord.Client;

/// <summary>The bot's token, which never leaves this but towards Discord.</summary>
public sealed class DiscordToken
{
    private const int Longest = 512;

    /// <summary>Takes a token.</summary>
    /// <exception cref="PlatformRefusedException">It cannot be one; see <see cref="Problem"/>.</exception>
    public DiscordToken(string? text)
    {
        if (Problem(text) is { } problem)
            throw new PlatformRefusedException(problem);
        Secret = text!;
    }

    /// <summary>The token itself.</summary>
    internal string Secret { get; }

    /// <summary>The token as HTTP sends it.</summary>
    internal AuthenticationHeaderValue Header => new("Bot", Secret);

    /// <summary>Why a text cannot be a token, in one line with the remedy; null if it may be one.</summary>
    public static string? Problem(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "Discord:Token is empty. Copy the bot's token from the Bot page of the Discord developer portal.";
        if (text.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase))
            return "Discord:Token begins with \"Bot \". Give the token alone.";
        if (text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return "Discord:Token holds a space or line break, perhaps at its end. Give the token alone, on one line.";
        return text.Length <= Longest && text.All(c => c is > ' ' and <= '~')
            ? null
            : "Discord:Token is too long or holds a character that no token has. Copy it again from the Bot page of the Discord developer portal.";
    }

    /// <summary>Not the token.</summary>
    public override string ToString() => "(token)";

    /// <summary>A text without the token, should somebody have sent it back.</summary>
    internal string Hide(string text) => text.Replace(Secret, "(token)", StringComparison.Ordinal);
}
