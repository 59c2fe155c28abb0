using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using QuizBot.Playground.Security;
using QuizBot.Playground.Tests.Driving;

namespace QuizBot.Playground.Tests;

public sealed class SecurityTests : IAsyncLifetime
{
    private PlaygroundHouse house = null!;
    private HttpClient http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Authority => house.Address.Authority;

    public async ValueTask InitializeAsync()
    {
        house = await PlaygroundHouse.OpenAsync();
        http = new HttpClient { BaseAddress = house.Address };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await house.DisposeAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/playground/app.js")]
    [InlineData("/playground/playground.css")]
    [InlineData("/playground/favicon.svg")]
    public async Task File_Asked_ComesWithItsHeadersAndTag(string path)
    {
        var response = await http.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await http.SendAsync(again, Cancellation)).StatusCode);
        again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\""));
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(again, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task File_NotThere_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/playground/secrets.json", Cancellation)).StatusCode);

    [Theory]
    [InlineData("evil.example:{port}")]
    [InlineData("127.0.0.1.evil.example:{port}")]
    [InlineData("localhost.evil.example:{port}")]
    [InlineData("10.0.0.1:{port}")]
    [InlineData("127.0.0.1:1")]
    [InlineData("127.0.0.1")]
    public async Task Request_ForeignHost_IsRefused(string host)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host.Replace("{port}", house.Address.Port.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(request, Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task Request_LoopbackHost_IsServed(string host)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = $"{host}:{house.Address.Port}";
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(request, Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("https://{authority}")]
    [InlineData("http://{authority}.evil.example")]
    public async Task Request_ForeignOrigin_IsRefused(string origin)
    {
        origin = origin.Replace("{authority}", Authority, StringComparison.Ordinal);
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Origin", origin);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(request, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(origin));
    }

    [Fact]
    public async Task Socket_WithoutOrigin_IsRefused() => Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(null));

    [Fact]
    public async Task Socket_OwnOrigin_IsAccepted() => Assert.Equal(HttpStatusCode.SwitchingProtocols, await ConnectAsync($"http://{Authority}"));

    [Fact]
    public async Task Socket_PlainRequest_AsksForAnUpgrade() =>
        Assert.Equal(HttpStatusCode.UpgradeRequired, (await http.GetAsync("/playground/ws", Cancellation)).StatusCode);

    [Theory]
    [InlineData("192.168.1.7", 403)]
    [InlineData("2001:db8::1", 403)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("::1", 200)]
    public async Task Request_RemoteAddress_MustBeLoopback(string remote, int status)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        context.Connection.LocalPort = 5080;
        context.Request.Scheme = "http";
        context.Request.Host = new("127.0.0.1", 5080);
        await new LocalPageOnly(NullLogger<LocalPageOnly>.Instance).Guard(_ => Task.CompletedTask)(context);
        Assert.Equal(status, context.Response.StatusCode);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://192.168.1.7:5080", false)]
    [InlineData("http://example.org", false)]
    [InlineData("https://127.0.0.1:5080", false)]
    [InlineData("http://127.0.0.1:5080/path", false)]
    [InlineData("127.0.0.1:5080", false)]
    [InlineData("", false)]
    public void Options_Url_MustBeLoopback(string url, bool isValid)
    {
        var result = new PlaygroundOptionsValidator().Validate(null, new() { Url = url });
        Assert.Equal(isValid, result.Succeeded);
        if (!isValid)
            Assert.Contains("Playground:Url must be", result.FailureMessage, StringComparison.Ordinal);
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(',', response.Headers.GetValues(name));

    private async Task<HttpStatusCode> ConnectAsync(string? origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            await socket.ConnectAsync(new($"ws://{Authority}/playground/ws"), Cancellation);
        }
        catch (WebSocketException)
        {
            // the status says why
        }
        return socket.HttpStatusCode;
    }
}
