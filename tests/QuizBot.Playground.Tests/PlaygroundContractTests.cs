using QuizBot.Playground.Tests.Driving;
using QuizBot.Testing.Platforms;

namespace QuizBot.Playground.Tests;

/// <summary>What the bot relies on of every platform, asked of the playground.</summary>
public sealed class PlaygroundContractTests : ChatPlatformContract
{
    protected override async Task<IChatPlatformDriver> StartAsync() => await ContractDriver.StartAsync(Events);
}
