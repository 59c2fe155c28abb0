using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using QuizBot.Chat;
using QuizBot.Playground.Actions;
using QuizBot.Playground.Live;
using QuizBot.Playground.Page;
using QuizBot.Playground.Security;
using QuizBot.Playground.Store;

namespace QuizBot.Playground;

public static class PlaygroundServiceCollectionExtensions
{
    /// <summary>
    /// Adds the playground as one more <see cref="IChatPlatform"/>. Its page needs <see cref="PlaygroundEndpoints.MapPlayground"/>
    /// and a server that listens at <see cref="PlaygroundOptions.Url"/>.
    /// </summary>
    public static IServiceCollection AddPlayground(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PlaygroundOptions>().Bind(configuration.GetSection(PlaygroundOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PlaygroundOptions>, PlaygroundOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ChatDatabase>();
        services.TryAddSingleton<ChatStore>();
        services.TryAddSingleton<BotLine>();
        services.TryAddSingleton<PlaygroundHub>();
        services.TryAddSingleton<PageActions>();
        services.TryAddSingleton<PageFrames>();
        services.TryAddSingleton<PageSocket>();
        services.TryAddSingleton<PageFiles>();
        services.TryAddSingleton<LocalPageOnly>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChatPlatform, PlaygroundPlatform>());
        return services;
    }
}
