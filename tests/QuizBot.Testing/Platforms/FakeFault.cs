using QuizBot.Chat;

namespace QuizBot.Testing.Platforms;

/// <summary>How calls to the fake platform go wrong.</summary>
/// <param name="Operation">Which calls.</param>
/// <param name="Failure">What they return.</param>
/// <param name="Times">How many of them, until they go well again.</param>
/// <param name="Happened">True where it is done all the same, and only its answer is lost.</param>
/// <param name="Channel">Only in this channel; or null.</param>
public sealed record FakeFault(
    FakeOperation Operation, ChatFailure Failure, int Times = int.MaxValue, bool Happened = false, ChannelRef? Channel = null);
