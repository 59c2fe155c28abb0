using Microsoft.Extensions.Time.Testing;
using QuizBot.Emulators.Discord;
using QuizBot.Emulators.Discord.Rest;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Tests.Discord.Harness;

/// <summary>An emulated Discord with one guild, one channel and one member, on a clock that the test moves.</summary>
internal sealed class Town : IAsyncDisposable
{
    private Town(DiscordEmulator discord, FakeTimeProvider time)
    {
        Discord = discord;
        Time = time;
        Wire = new(discord);
        Guild = discord.AddGuild("Team");
        Channel = discord.AddChannel(Guild, "general");
        Ada = discord.AddMember(Guild, "ada");
    }

    public DiscordEmulator Discord { get; }

    public FakeTimeProvider Time { get; }

    public Wire Wire { get; }

    public EmulatedGuild Guild { get; }

    public EmulatedChannel Channel { get; }

    public EmulatedMember Ada { get; }

    public string Messages => $"/channels/{Channel.Id}/messages";

    public string Commands => $"/applications/{Discord.ApplicationId}/commands";

    public static Task<Town> BuildAsync() => BuildAsync(new() { RateLimits = RateLimits.None, LimitsIdentify = false });

    public static async Task<Town> BuildAsync(DiscordEmulatorOptions options)
    {
        var time = new FakeTimeProvider(new(2025, 11, 24, 9, 0, 0, TimeSpan.Zero));
        return new(await DiscordEmulator.StartAsync(options, time, TestContext.Current.CancellationToken), time);
    }

    /// <summary>The bot posts, and the emulator has it.</summary>
    public async Task<EmulatedMessage> PostAsync(object body)
    {
        var reply = await Wire.PostAsync(Messages, body);
        Assert.Equal(200, reply.Status);
        return Find(Channel, reply.Id);
    }

    public Task<EmulatedMessage> PostAsync(string text = "hello") => PostAsync(new { content = text });

    public static EmulatedMessage Find(EmulatedChannel channel, string id) => channel.Messages.Single(message => $"{message.Id}" == id);

    public string Reactions(EmulatedMessage message, string emoji) => $"{Messages}/{message.Id}/reactions/{Uri.EscapeDataString(emoji)}";

    /// <summary>The bot answers an interaction.</summary>
    public Task<Reply> AnswerAsync(QuizBot.Emulators.Discord.Interactions.EmulatedInteraction interaction, object body, string query = "") =>
        Wire.PostAsync($"/interactions/{interaction.Id}/{interaction.Token}/callback{query}", body);

    public string Webhook(QuizBot.Emulators.Discord.Interactions.EmulatedInteraction interaction) => $"/webhooks/{Discord.ApplicationId}/{interaction.Token}";

    public ValueTask DisposeAsync()
    {
        Wire.Dispose();
        return Discord.DisposeAsync();
    }
}
