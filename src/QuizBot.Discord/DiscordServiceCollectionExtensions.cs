using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using QuizBot.Chat;
using QuizBot.Chat.Doctor;
using QuizBot.Discord.Channels;
using QuizBot.Discord.Doctor;
using QuizBot.Discord.Failures;
using QuizBot.Discord.Interactions;

namespace QuizBot.Discord;

public static class DiscordServiceCollectionExtensions
{
    /// <summary>Adds Discord as one more <see cref="IChatPlatform"/>, over the <see cref="Seam.IDiscordClient"/> that is added beside it.</summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DiscordOptions>().Bind(configuration.GetSection(DiscordOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Outages>();
        services.TryAddSingleton<DeniedChannels>();
        services.TryAddSingleton<ChannelCheck>();
        services.TryAddSingleton<FailureReader>();
        services.TryAddSingleton<PostFinder>();
        services.TryAddSingleton<Posts>();
        services.TryAddSingleton<Reactions>();
        services.TryAddSingleton<HandlerThreads>();
        services.TryAddSingleton<GatewayTrial>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChatPlatform, DiscordPlatform>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPlatformDoctor, DiscordDoctor>());
        return services;
    }
}
