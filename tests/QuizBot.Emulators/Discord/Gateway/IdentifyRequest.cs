using System.Text.Json;
using QuizBot.Emulators.Discord.Json;

namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>What a client says of itself, or the code with which it is refused.</summary>
internal readonly record struct IdentifyRequest(int? Refusal, int Shard = 0, int Shards = 1, Intents Intents = Intents.None)
{
    private const int GuildsOfAShard = 2500;

    public static IdentifyRequest Read(JsonElement data, DiscordWorld world)
    {
        if (!data.TryGetProperty("token", out var token) || token.ValueKind != JsonValueKind.String
            || !data.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            return new(CloseCode.DecodeError);
        if (!world.IsToken(token.GetString()!))
            return new(CloseCode.AuthenticationFailed);
        if (data.TryGetProperty("large_threshold", out var threshold) && !(threshold.IsWhole(out var large) && large is >= 50 and <= 250))
            return new(CloseCode.DecodeError);
        if (!data.TryGetProperty("intents", out var bits))
            return new(CloseCode.DecodeError);
        if (!bits.IsWhole(out var intents) || intents < 0 || (intents & ~(int)Intents.Known) != 0)
            return new(CloseCode.InvalidIntents);
        if (((Intents)intents & Intents.Privileged & ~world.Options.AllowedPrivilegedIntents) != 0)
            return new(CloseCode.DisallowedIntents);
        var (shard, shards) = (0, 1);
        if (data.TryGetProperty("shard", out var pair) && pair.ValueKind != JsonValueKind.Null
            && !(pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2
                && pair[0].ValueKind == JsonValueKind.Number && pair[1].ValueKind == JsonValueKind.Number
                && pair[0].IsWhole(out shard) && pair[1].IsWhole(out shards) && shard >= 0 && shards > shard))
            return new(CloseCode.InvalidShard);
        var session = new GatewaySession("", shard, shards, default, world.Options);
        if (world.Guilds.Values.Count(guild => guild.Bot is not null && session.Covers(guild.Id)) > GuildsOfAShard && world.Options.RequiresSharding)
            return new(CloseCode.ShardingRequired);
        return new(null, shard, shards, (Intents)intents);
    }
}
