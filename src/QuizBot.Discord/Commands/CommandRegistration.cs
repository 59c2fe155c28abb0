using Microsoft.Extensions.Logging;
using QuizBot.Chat.Commands;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Commands;

/// <summary>Offers the commands where Discord does not have them as they are; a failure is tried again until it goes well.</summary>
/// <param name="client">Discord.</param>
/// <param name="guild">The only guild that is offered them, for development; null for all.</param>
/// <param name="time">Waits.</param>
/// <param name="logger">Tells.</param>
internal sealed partial class CommandRegistration(IDiscordClient client, ulong? guild, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5), Longest = TimeSpan.FromMinutes(10);

    public async Task RunAsync(CommandCatalogue catalogue, CancellationToken cancellation)
    {
        var commands = CommandRenderer.Render(catalogue);
        for (var pause = First; ; pause = pause * 2 > Longest ? Longest : pause * 2)
        {
            if (await TryAsync(commands, cancellation) is not { } failure)
                return;
            NotOffered(failure, pause, guild is null ? "" : " Is the bot in the server of Discord:CommandGuild, invited with the scope applications.commands?");
            await Task.Delay(failure.RetryAfter is { } advice && advice > pause ? advice : pause, time, cancellation);
        }
    }

    private async Task<DiscordFailure?> TryAsync(IReadOnlyList<DiscordCommand> commands, CancellationToken cancellation)
    {
        var there = await client.ListCommandsAsync(guild, cancellation);
        if (!there.IsDone)
            return there.Failure;
        if (CommandComparison.AreSame(there.Value, commands))
            return null;
        var set = await client.SetCommandsAsync(guild, commands, cancellation);
        if (set.IsDone)
            Offered(commands.Count);
        return set.Failure;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Offered {Count} changed commands to Discord; clients show them after a restart at the latest")]
    private partial void Offered(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The commands could not be offered to Discord: {Failure}; again in {Pause}.{Hint}")]
    private partial void NotOffered(DiscordFailure failure, TimeSpan pause, string hint);
}
