using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using QuizBot.Playground.Live;
using QuizBot.Playground.Page;
using QuizBot.Playground.Security;

namespace QuizBot.Playground;

public static class PlaygroundEndpoints
{
    /// <summary>Maps the page at <c>/</c> and what belongs to it below <c>/playground/</c>.</summary>
    public static void MapPlayground(this IEndpointRouteBuilder endpoints)
    {
        var guard = endpoints.ServiceProvider.GetRequiredService<LocalPageOnly>();
        var files = endpoints.ServiceProvider.GetRequiredService<PageFiles>();
        var socket = endpoints.ServiceProvider.GetRequiredService<PageSocket>();

        var page = guard.Guard(files.SendAsync);
        endpoints.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], page);
        endpoints.MapMethods("/playground/{file}", [HttpMethods.Get, HttpMethods.Head], page);

        var live = endpoints.CreateApplicationBuilder();
        live.UseWebSockets(new() { KeepAliveInterval = TimeSpan.FromSeconds(15), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        live.Run(guard.Guard(socket.AcceptAsync));
        endpoints.Map("/playground/ws", live.Build());
    }
}
