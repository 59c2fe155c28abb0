using QuizBot.Chat.Commands;

namespace QuizBot.Chat.Doctor;

/// <summary>Examines how a platform is set up, for the operator; beside a running bot too.</summary>
public interface IPlatformDoctor
{
    /// <summary>The platform's name, as <see cref="IChatPlatform.Name"/>.</summary>
    string Name { get; }

    /// <summary>Looks at everything that must be right, in the order in which it is mended; what hangs on something wrong is left out.</summary>
    /// <param name="channels">The channels that are posted in.</param>
    /// <param name="commands">The commands that must be offered.</param>
    /// <param name="cancellation">Gives up.</param>
    IAsyncEnumerable<Finding> ExamineAsync(IReadOnlyList<ChannelRef> channels, CommandCatalogue commands, CancellationToken cancellation);
}
