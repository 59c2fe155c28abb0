using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace QuizBot.Host.Startup;

/// <summary>Tells a taken port before the bot begins to work: the web server is the last to start.</summary>
internal static class AddressCheck
{
    /// <exception cref="IOException">As the server would throw it: something listens there.</exception>
    public static void Run(IConfiguration configuration)
    {
        foreach (var url in (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            // A name other than an address is the server's own business.
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
                || !IPAddress.TryParse(uri.Host == "localhost" ? "127.0.0.1" : uri.Host.Trim('[', ']'), out var address))
                continue;
            using var listener = new TcpListener(address, uri.Port);
            try
            {
                listener.Start();
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                throw new IOException($"Failed to bind to address {url}: address already in use.", new AddressInUseException(taken.Message, taken));
            }
        }
    }
}
