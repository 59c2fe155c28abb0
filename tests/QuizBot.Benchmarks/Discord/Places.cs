using System.Diagnostics;
using QuizBot.Emulators.Discord;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Benchmarks.Discord;

/// <summary>Guilds of the emulator, as the scenarios want them.</summary>
internal static class Places
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public static string Root { get; } = FindRoot();

    public static Task<DiscordEmulator> EmulatorAsync(Func<DiscordEmulatorOptions, DiscordEmulatorOptions> with) =>
        DiscordEmulator.StartAsync(with(new DiscordEmulatorOptions { KeepsRequests = false, Judge = null }), TimeProvider.System, CancellationToken.None);

    /// <summary>Guilds of some channels, roles and members each.</summary>
    public static void Crowd(DiscordEmulator discord, int guilds)
    {
        for (var g = 0; g < guilds; g++)
        {
            var guild = discord.AddGuild($"Guild {g}");
            for (var i = 0; i < 10; i++)
                discord.AddChannel(guild, $"channel-{i}");
            for (var i = 0; i < 5; i++)
                discord.AddRole(guild, $"Role {i}");
            for (var i = 0; i < 5; i++)
                discord.AddMember(guild, $"member{g}-{i}");
        }
    }

    /// <summary>A guild with a channel in which a question stands, asked for by its manager's commands.</summary>
    public static async Task<EmulatedMessage> AskAsync(DiscordEmulator discord, string name, string answers)
    {
        var guild = discord.AddGuild(name);
        var channel = discord.AddChannel(guild, "general");
        var manager = discord.AddMember(guild, "manager", false, discord.AddRole(guild, "Manager", Permissions.ManageGuild));
        await WaitAsync(() => Task.FromResult(discord.Commands().Count > 0));
        await discord.UseCommand(
            manager, channel, "daily set", ("time", "23:59"), ("zone", "UTC"), ("close-after", "1d"), ("answers", answers), ("kind", "choices")).Shown;
        await discord.UseCommand(manager, channel, "daily now").Shown;
        EmulatedMessage? asked = null;
        await WaitAsync(() => Task.FromResult((asked = channel.Messages.FirstOrDefault(m =>
            m.OnlyFor is null && (answers == "buttons" ? m.Content.Buttons.Any() : m.Reactions.Count >= 2))) is not null));
        return asked!;
    }

    public static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        for (var started = Stopwatch.GetTimestamp(); !await isSo(); await Task.Delay(20))
        {
            if (Stopwatch.GetElapsedTime(started) > Longest)
                throw new TimeoutException("What the scenario waits for did not come.");
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "QuizBot.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("QuizBot.sln is in no folder above the benchmarks.");
    }
}
