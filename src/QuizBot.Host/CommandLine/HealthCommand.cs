using System.CommandLine;
using QuizBot.Host.Startup;

namespace QuizBot.Host.CommandLine;

/// <summary><c>health</c>: asks the running bot whether it lives; for a container's health check, whose image has no other client.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static Command Create()
    {
        var command = new Command("health", "Ask the bot that runs here whether it lives: exit code 0 or 1.");
        command.SetAction(async (_, cancellation) =>
        {
            var configuration = BotBuilder.Create().Configuration;
            var url = configuration["Http:Url"] ?? configuration["Playground:Url"] ?? HttpOptions.DefaultUrl;
            // What listens everywhere is asked here.
            var address = new Uri(url.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("//+", "//127.0.0.1", StringComparison.Ordinal).Replace("//*", "//127.0.0.1", StringComparison.Ordinal));
            using var client = new HttpClient { Timeout = Patience };
            try
            {
                using var answer = await client.GetAsync(new Uri(address, "/health/live"), cancellation);
                Console.WriteLine($"{address} answers {(int)answer.StatusCode}");
                return answer.IsSuccessStatusCode ? 0 : 1;
            }
            catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException)
            {
                Console.Error.WriteLine($"error: {address} does not answer.");
                return 1;
            }
        });
        return command;
    }
}
