using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using QuizBot.Emulators.Recording;

namespace QuizBot.Emulators.Tests.Slack.Harness;

/// <summary>An app behind an URL: it keeps what is posted to it, and answers as it is told.</summary>
internal sealed class HttpApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private HttpApp(WebApplication app) => this.app = app;

    public Journal<Posted> Posts { get; } = new();

    /// <summary>Null answers 200 with nothing.</summary>
    public Func<Posted, HttpResponse, Task>? Answer { get; set; }

    public Uri Url { get; private set; } = null!;

    public static async Task<HttpApp> StartAsync(Office office)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var http = new HttpApp(app);
        app.Run(http.HearAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        http.Url = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/slack");
        office.Slack.UseHttp(office.App, http.Url, http.Url, http.Url);
        return http;
    }

    public Task<Posted> NextAsync(int nth = 1) => Posts.NthAsync(nth, _ => true, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HearAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var posted = new Posted(context.Request.Headers.ToDictionary(one => one.Key.ToLowerInvariant(), one => one.Value.ToString()), await reader.ReadToEndAsync());
        Posts.Add(posted);
        if (Answer is { } answer)
            await answer(posted, context.Response);
    }
}
