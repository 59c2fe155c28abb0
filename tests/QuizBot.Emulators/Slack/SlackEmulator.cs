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
using QuizBot.Emulators.Recording;
using QuizBot.Emulators.Slack.Api;
using QuizBot.Emulators.Slack.Control;
using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Slack.Interactions;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack;

/// <summary>A Slack of one's own on loopback: Web API, Socket Mode and signed HTTP delivery, with the deeds of members and a record of what the app did.</summary>
public sealed partial class SlackEmulator : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SlackWorld world;
    private readonly ApiServer api;
    private readonly SocketServer sockets;
    private readonly ControlServer control;

    private SlackEmulator(WebApplication app, SlackWorld world)
    {
        this.app = app;
        this.world = world;
        api = new(world);
        sockets = new(world);
        Faults = new(world, api);
        control = SlackControl.Server(this);
    }

    public SlackEmulatorOptions Options => world.Options;

    /// <summary>With a slash at the end, as the setting Slack:ApiBaseUrl wants it.</summary>
    public string ApiBaseUrl => world.HttpUrl + "/api/";

    public string HttpUrl => world.HttpUrl;

    /// <summary>What can go wrong.</summary>
    public SlackFaults Faults { get; }

    /// <summary>Every call of the Web API and of a response_url.</summary>
    public Journal<RecordedCall> Calls => api.Calls;

    /// <summary>Every Socket Mode connection, with how it ended.</summary>
    public Journal<ConnectionRecord> Connections => world.Courier.Records;

    /// <summary>Everything that was sent to an app.</summary>
    public Journal<EmulatedDelivery> Deliveries => world.Courier.Deliveries;

    /// <summary>Everything posted, by bots and by members, ephemeral messages included.</summary>
    public Journal<EmulatedMessage> Messages => world.Messages;

    /// <summary>Every edit and deletion, as the message is then.</summary>
    public Journal<EmulatedMessage> Edits => world.Edits;

    /// <summary>Each time a view was opened, published or changed.</summary>
    public Journal<EmulatedView> Views => world.Views;

    /// <summary>Everything that members did which wants an acknowledgement.</summary>
    public Journal<EmulatedInteraction> Interactions => world.Interactions;

    public IReadOnlyList<EmulatedApp> Apps
    {
        get
        {
            lock (world.Gate)
                return [.. world.Apps];
        }
    }

    public IReadOnlyList<EmulatedWorkspace> Workspaces
    {
        get
        {
            lock (world.Gate)
                return [.. world.Workspaces];
        }
    }

    internal SlackWorld World => world;

    /// <summary>Starts on 127.0.0.1.</summary>
    /// <param name="time">The clock of deadlines, limits and lifetimes.</param>
    public static async Task<SlackEmulator> StartAsync(SlackEmulatorOptions options, TimeProvider time, CancellationToken cancel = default)
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
        var emulator = new SlackEmulator(app, new(options, time));
        app.Run(emulator.ServeAsync);
        await app.StartAsync(cancel);
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        emulator.world.HttpUrl = address;
        emulator.world.SocketUrl = "ws" + address["http".Length..];
        return emulator;
    }

    /// <exception cref="AggregateException">The emulator itself has a defect, which showed.</exception>
    public async ValueTask DisposeAsync()
    {
        Faults.DropConnections();
        world.Courier.Dispose();
        await app.DisposeAsync();
        if (world.Defects.All is { Count: > 0 } defects)
            throw new AggregateException("The emulator has a defect.", defects);
    }

    private async Task ServeAsync(HttpContext context)
    {
        try
        {
            await RouteAsync(context);
        }
        catch (Exception defect) when (defect is not (OperationCanceledException or IOException))
        {
            world.Defects.Add(defect);
            throw;
        }
    }

    private Task RouteAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/api", out var method))
            return api.ServeAsync(context, method);
        if (path.StartsWithSegments("/link"))
            return sockets.ServeAsync(context);
        if (path.StartsWithSegments("/commands") || path.StartsWithSegments("/actions"))
            return api.RespondAsync(context);
        if (path.StartsWithSegments(ControlServer.Prefix, out var verb))
            return control.ServeAsync(context, verb);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
