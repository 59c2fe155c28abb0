using System.Globalization;
using System.Text.Json;
using QuizBot.Emulators.Discord.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>Opcode 8: a bot asks who somebody is. Without the privileged intent it may ask by id, or by the beginning of a name.</summary>
internal static class MemberRequests
{
    public static void Answer(DiscordWorld world, GatewayConnection connection, JsonElement data)
    {
        lock (world.Gate)
        {
            if (Id(data, "guild_id") is not { } guildId || !world.Guilds.TryGetValue(guildId, out var guild) || guild.Bot is null)
            {
                connection.Close(CloseCode.DecodeError);
                return;
            }
            var (found, missing) = (new List<EmulatedMember>(), new List<ulong>());
            if (data.TryGetProperty("user_ids", out var ids))
            {
                var wanted = ids.ValueKind == JsonValueKind.Array ? ids.EnumerateArray().ToList() : [ids];
                if (wanted.Count > 100)
                {
                    connection.Close(CloseCode.DecodeError);
                    return;
                }
                foreach (var text in wanted)
                    if (ulong.TryParse(text.ToString(), CultureInfo.InvariantCulture, out var id))
                        if (guild.MembersUnguarded.TryGetValue(id, out var member))
                            found.Add(member);
                        else
                            missing.Add(id);
            }
            else if (data.TryGetProperty("query", out var query) && data.TryGetProperty("limit", out var limit) && limit.IsWhole(out var most))
            {
                // The whole list is what the privileged intent is for.
                if (query.ToString().Length == 0 && !connection.Session!.Intents.HasFlag(Intents.GuildMembers))
                {
                    connection.Close(CloseCode.DisallowedIntents);
                    return;
                }
                found.AddRange(guild.MembersUnguarded.Values.Where(member => member.User.Name.StartsWith(query.ToString(), StringComparison.OrdinalIgnoreCase)));
                if (most > 0 && found.Count > most)
                    found.RemoveRange(most, found.Count - most);
            }
            else
            {
                connection.Close(CloseCode.DecodeError);
                return;
            }
            var nonce = data.TryGetProperty("nonce", out var given) ? given.ToString() : null;
            connection.Session!.Dispatch(Chunk(guild, found, missing, nonce));
        }
    }

    private static GatewayEvent Chunk(EmulatedGuild guild, List<EmulatedMember> found, List<ulong> missing, string? nonce) =>
        GatewayEvent.Of("GUILD_MEMBERS_CHUNK", (guild, found, missing, nonce), static (json, chunk) =>
        {
            json.WriteStartObject();
            json.WriteId("guild_id"u8, chunk.guild.Id);
            json.WriteEach("members"u8, chunk.found, MemberJson.Write);
            json.WriteNumber("chunk_index"u8, 0);
            json.WriteNumber("chunk_count"u8, 1);
            json.WriteIds("not_found"u8, chunk.missing);
            json.WriteOptional("nonce"u8, chunk.nonce);
            json.WriteEndObject();
        });

    private static ulong? Id(JsonElement data, string name) =>
        data.TryGetProperty(name, out var text) && ulong.TryParse(text.ToString(), CultureInfo.InvariantCulture, out var id) ? id : null;
}
