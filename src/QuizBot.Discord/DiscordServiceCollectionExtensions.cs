using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using QuizBot.Chat;
using QuizBot.Chat.Doctor;
using QuizBot.Discord.Channels;
using QuizBot.Discord.Client;
using QuizBot.Discord.Doctor;
using QuizBot.Discord.Failures;
using QuizBot.Discord.Interactions;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord;

public static class DiscordServiceCollectionExtensions
{
    /// <summary>Adds Discord as one more <see cref="IChatPlatform"/>, over our own client unless another <see cref="IDiscordClient"/> was added before.</summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DiscordOptions>().Bind(configuration.GetSection(DiscordOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IDiscordClient>(NewClient);
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

    private static DiscordClient NewClient(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<DiscordOptions>>().Value;
        return new DiscordClient(
            new DiscordClientOptions(new DiscordToken(options.Token))
            {
                ApiBaseUrl = new Uri(options.ApiBaseUrl),
                Shards = options.Shards is { } shards ? ShardRange.Parse(shards) : null,
            },
            services.GetRequiredService<TimeProvider>(), Random.Shared, services.GetRequiredService<ILogger<DiscordClient>>());
    }
}
