using System.Text.Json;

namespace QuizBot.Emulators.Discord.Forms;

/// <summary>Whom a message may notify.</summary>
internal sealed record AllowedMentions(bool Everyone, bool AllUsers, bool AllRoles, IReadOnlySet<ulong> Users, IReadOnlySet<ulong> Roles, bool RepliedUser)
{
    public static readonly AllowedMentions All = new(true, true, true, new HashSet<ulong>(), new HashSet<ulong>(), true);

    public static AllowedMentions? Read(Fields body)
    {
        if (body.Object("allowed_mentions") is not { } fields)
            return null;
        var parse = new HashSet<string>();
        var list = fields.List("parse", 1000);
        for (var i = 0; i < list?.Count; i++)
            if (list[i].ValueKind == JsonValueKind.String && list[i].GetString() is "users" or "roles" or "everyone")
                parse.Add(list[i].GetString()!);
            else
                fields.Wrong($"parse/{i}", "BASE_TYPE_CHOICES", "Value must be one of ('users', 'everyone', 'roles').");
        var (users, roles) = (fields.Snowflakes("users", 100), fields.Snowflakes("roles", 100));
        Exclude(fields, parse, "users", users);
        Exclude(fields, parse, "roles", roles);
        return new(parse.Contains("everyone"), parse.Contains("users"), parse.Contains("roles"),
            (users ?? []).ToHashSet(), (roles ?? []).ToHashSet(), fields.Flag("replied_user") ?? false);
    }

    private static void Exclude(Fields fields, HashSet<string> parse, string name, List<ulong>? ids)
    {
        if (parse.Contains(name) && ids is { Count: > 0 })
            fields.Wrong("", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                $"parse:[\"{name}\"] and {name}: [ids...] are mutually exclusive.");
    }
}
