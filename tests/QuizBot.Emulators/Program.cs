using QuizBot.Emulators.Discord;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
if (args is not ["discord", ..])
{
    Console.Error.WriteLine("Say which: dotnet run --project tests/QuizBot.Emulators -- discord [--port 5090]");
    return 2;
}
var port = args is [_, "--port", var given] && int.TryParse(given, out var number) ? number : 5090;
await using var discord = await DiscordEmulator.StartAsync(new() { Port = port }, TimeProvider.System, stop.Token);
var guild = discord.AddGuild("Emulated server");
discord.AddChannel(guild, "general");
Console.WriteLine($"Discord on {discord.ApiBaseUrl}, token {discord.Token}. Ctrl-C ends it.");
await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
return 0;
