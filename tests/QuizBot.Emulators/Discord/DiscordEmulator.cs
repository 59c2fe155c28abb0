using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using QuizBot.Emulators.Control;
using QuizBot.Emulators.Discord.Commands;
using QuizBot.Emulators.Discord.Control;
using QuizBot.Emulators.Discord.Gateway;
using QuizBot.Emulators.Discord.Interactions;
using QuizBot.Emulators.Discord.Rest;
using QuizBot.Emulators.Discord.World;
using QuizBot.Emulators.Judging;
using QuizBot.Emulators.Recording;

namespace QuizBot.Emulators.Discord;

/// <summary>A Discord of one's own on loopback: REST and gateway, with the deeds of members and a record of what the bot did.</summary>
public sealed partial class DiscordEmulator : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DiscordWorld world;
    private readonly RestServer rest;
    private readonly GatewayServer gateway;
    private readonly ControlServer control;

    private DiscordEmulator(WebApplication app, DiscordWorld world)
    {
        this.app = app;
        this.world = world;
        rest = new(world);
        gateway = new(world, world.Hub);
        Faults = new(world, rest);
        control = DiscordControl.Server(this);
    }

    public DiscordEmulatorOptions Options => world.Options;

    public string Token => world.Options.Token;

    public ulong ApplicationId => world.ApplicationId;

    /// <summary>The bot's account.</summary>
    public EmulatedUser Bot => world.Bot;

    /// <summary>With the version and without a slash at the end, as the setting Discord:ApiBaseUrl wants it.</summary>
    public string ApiBaseUrl => world.HttpUrl + "/api/v10";

    public string HttpUrl => world.HttpUrl;

    public string GatewayUrl => world.GatewayUrl;

    /// <summary>What can go wrong.</summary>
    public DiscordFaults Faults { get; }

    /// <summary>Every request that came under /api.</summary>
    public Journal<RecordedRequest> Requests => rest.Requests;

    /// <summary>Every connection to the gateway, with how it ended.</summary>
    public Journal<GatewayConnectionRecord> Connections => world.Hub.Records;

    /// <summary>Everything that members did which wants an answer.</summary>
    public Journal<EmulatedInteraction> Interactions { get; } = new();

    /// <summary>How many more identifies this day allows.</summary>
    public int StartsLeft => world.Hub.StartLimit.Remaining;

    /// <summary>Answers of 401, 403 and 429 in the last ten minutes; at 10,000 the address is shut out.</summary>
    public int InvalidRequests => rest.Limiter.InvalidRequests;

    public IReadOnlyList<EmulatedGuild> Guilds
    {
        get
        {
            lock (world.Gate)
                return [.. world.Guilds.Values];
        }
    }

    /// <summary>How often commands were registered.</summary>
    public int CommandRegistrations => world.Commands.Registrations;

    internal DiscordWorld World => world;

    /// <summary>Starts on 127.0.0.1.</summary>
    /// <param name="time">The clock of deadlines, limits and lifetimes.</param>
    public static async Task<DiscordEmulator> StartAsync(DiscordEmulatorOptions options, TimeProvider time, CancellationToken cancel)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.AddServerHeader = false;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        var emulator = new DiscordEmulator(app, new(options, time));
        app.Run(emulator.ServeAsync);
        await app.StartAsync(cancel);
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        emulator.world.HttpUrl = address;
        emulator.world.GatewayUrl = "ws" + address["http".Length..];
        return emulator;
    }

    /// <summary>The registered commands: those of all guilds, or of one.</summary>
    public IReadOnlyList<EmulatedCommand> Commands(EmulatedGuild? guild = null)
    {
        lock (world.Gate)
            return world.Commands.Of(guild?.Id);
    }

    /// <summary>What in all requests and answers so far is not as Discord describes it.</summary>
    public async Task<IReadOnlyList<Violation>> JudgeAsync()
    {
        if (world.Options.Judge is { } judge)
            await judge.DrainAsync();
        lock (rest.Violations)
            return [.. rest.Violations];
    }

    /// <exception cref="InvalidOperationException">Something was not as Discord describes it.</exception>
    public async ValueTask DisposeAsync()
    {
        Faults.DropConnections();
        await app.DisposeAsync();
        if (await JudgeAsync() is { Count: > 0 } violations)
            throw new InvalidOperationException("Not as Discord describes it:\n" + string.Join('\n', violations));
    }

    private Task ServeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/api"))
            return rest.ServeAsync(context);
        if (path.StartsWithSegments("/attachments", out var file))
            return Attachments.ServeAsync(context, world, file);
        if (path.StartsWithSegments(ControlServer.Prefix, out var verb))
            return control.ServeAsync(context, verb);
        return gateway.ServeAsync(context);
    }
}
