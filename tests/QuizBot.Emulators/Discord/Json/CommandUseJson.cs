using System.Globalization;
using System.Text.Json;
using QuizBot.Emulators.Discord.Commands;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Json;

/// <summary>The data of a command that was used, or is being typed.</summary>
internal static class CommandUseJson
{
    public static void Write(Utf8JsonWriter json, CommandUse use)
    {
        json.WriteStartObject();
        json.WriteId("id"u8, use.Command.Id);
        json.WriteString("name"u8, use.Command.Name);
        json.WriteNumber("type"u8, use.Command.Type);
        if (use.Command.GuildId is { } guild)
            json.WriteId("guild_id"u8, guild);
        WriteOptions(json, use, 0);
        WriteResolved(json, use);
        json.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter json, CommandUse use, int depth)
    {
        json.WriteStartArray("options"u8);
        if (depth < use.Branch.Count)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, use.Branch[depth].Name);
            json.WriteNumber("type"u8, use.Branch[depth].Type);
            WriteOptions(json, use, depth + 1);
            json.WriteEndObject();
        }
        else
            foreach (var (option, value, isFocused) in use.Given)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, option.Name);
                json.WriteNumber("type"u8, option.Type);
                json.WritePropertyName("value"u8);
                CommandJson.WriteValue(json, value switch
                {
                    EmulatedMember member => member.Id.ToString(CultureInfo.InvariantCulture),
                    EmulatedChannel channel => channel.Id.ToString(CultureInfo.InvariantCulture),
                    EmulatedRole role => role.Id.ToString(CultureInfo.InvariantCulture),
                    _ => value,
                });
                if (isFocused)
                    json.WriteBoolean("focused"u8, true);
                json.WriteEndObject();
            }
        json.WriteEndArray();
    }

    private static void WriteResolved(Utf8JsonWriter json, CommandUse use)
    {
        var values = use.Given.Select(given => given.Value).ToList();
        if (!values.Exists(value => value is EmulatedMember or EmulatedChannel or EmulatedRole))
            return;
        json.WriteStartObject("resolved"u8);
        WriteMap(json, "users"u8, values.OfType<EmulatedMember>(), member => member.Id, (json, member) => UserJson.Write(json, member.User));
        WriteMap(json, "members"u8, values.OfType<EmulatedMember>().Where(member => !member.HasLeft), member => member.Id, (json, member) =>
        {
            json.WriteStartObject();
            MemberJson.WriteFields(json, member, withUser: false);
            json.WriteString("permissions"u8, ((ulong)PermissionRules.InGuild(member)).ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
        });
        WriteMap(json, "channels"u8, values.OfType<EmulatedChannel>(), channel => channel.Id, ChannelJson.Write);
        WriteMap(json, "roles"u8, values.OfType<EmulatedRole>(), role => role.Id, RoleJson.Write);
        json.WriteEndObject();
    }

    private static void WriteMap<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<T> items, Func<T, ulong> id, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject(name);
        foreach (var item in items)
        {
            json.WritePropertyName(id(item).ToString(CultureInfo.InvariantCulture));
            write(json, item);
        }
        json.WriteEndObject();
    }
}
