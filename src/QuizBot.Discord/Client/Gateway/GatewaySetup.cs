using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Gateway;

/// <summary>What all shards share.</summary>
internal sealed record GatewaySetup(
    DiscordClientOptions Options,
    Func<Uri, CancellationToken, Task<WebSocket>> Dial,
    IdentifyGate Gate,
    EventHandover Handover,
    Action<DiscordIdentity> Introduce,
    MonotonicClock Clock,
    TimeProvider Time,
    Jitter Jitter,
    ILogger Log);
