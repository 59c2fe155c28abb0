using Microsoft.Extensions.Time.Testing;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Contract;

/// <summary>The fake platform is one: what the game's tests show on it holds on the others.</summary>
public sealed class FakePlatformContractTests : ChatPlatformContract
{
    protected override Task<IChatPlatformDriver> StartAsync()
    {
        var fake = new FakePlatform(new FakeTimeProvider());
        return FakePlatformDriver.StartAsync(fake, Events);
    }
}
