using System.Runtime.InteropServices;
using QuizBot.Emulators.Discord;
using QuizBot.Emulators.Slack;

if (args is ["slack"] or ["slack", "--port", _] && int.TryParse(args is [_, _, var asked] ? asked : "5091", out var slackPort))
    return await SlackProgram.RunAsync(slackPort);
if (args is not (["discord"] or ["discord", "--port", _]) || !int.TryParse(args is [_, _, var given] ? given : "5090", out var port))
{
    Console.Error.WriteLine("Say which: dotnet run --project tests/QuizBot.Emulators -- discord [--port 5090], or slack [--port 5091]");
    return 2;
}
var stopped = new TaskCompletionSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.TrySetResult();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
DiscordEmulator discord;
try
{
    discord = await DiscordEmulator.StartAsync(new() { Port = port }, TimeProvider.System, CancellationToken.None);
}
catch (IOException taken)
{
    Console.Error.WriteLine($"{taken.Message} Choose another with --port.");
    return 1;
}
var guild = discord.AddGuild("Emulated server");
discord.AddChannel(guild, "general");
discord.AddMember(guild, "ada");
discord.AddMember(guild, "bashir");
Console.WriteLine($"""
    Discord is emulated here until Ctrl-C.
      Discord__ApiBaseUrl={discord.ApiBaseUrl}
      Discord__Token={discord.Token}
    The page to drive it: {discord.HttpUrl}/_control/
    """);
await stopped.Task;
try
{
    await discord.DisposeAsync();
    return 0;
}
catch (InvalidOperationException judged)
{
    Console.Error.WriteLine(judged.Message);
    return 3;
}
