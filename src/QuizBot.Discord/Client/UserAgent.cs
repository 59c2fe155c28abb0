namespace QuizBot.Discord.Client;

/// <summary>How the bot presents itself, in the form that Discord requires.</summary>
internal static class UserAgent
{
    public static string Value { get; } = $"DiscordBot (https://github.com/quizbot/quizbot, {typeof(UserAgent).Assembly.GetName().Version!.ToString(3)})";
}
