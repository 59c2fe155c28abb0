using QuizBot.Discord.Tests.Driving;
using QuizBot.Testing.Platforms;

namespace QuizBot.Discord.Tests;

/// <summary>What every platform must do, done by the adapter with our own client before an emulated Discord.</summary>
public sealed class DiscordContractTests : ChatPlatformContract
{
    protected override async Task<IChatPlatformDriver> StartAsync() => await ContractDriver.StartAsync(Events);
}
