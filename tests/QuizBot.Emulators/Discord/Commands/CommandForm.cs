using System.Text.Json;
using System.Text.RegularExpressions;
using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Commands;

/// <summary>Reads a command within Discord's limits.</summary>
internal static partial class CommandForm
{
    private const int MostCharacters = 8000;

    public static EmulatedCommand Read(Fields body)
    {
        var type = (int)(body.OneOf("type", required: false, 1, 2, 3) ?? 1);
        var name = type == 1 ? Name(body, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid") : body.Text("name", 32, 1, required: true) ?? "";
        var description = type == 1 ? body.Text("description", 100, 1, required: true) : null;
        if (type != 1 && body.HasValue("description") && body.Text("description", 100) is { Length: > 0 })
            body.Wrong("description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION", "Context menu commands cannot have a description");
        Localizations(body, "name_localizations", 32);
        Localizations(body, "description_localizations", 100);
        var options = OptionForm.ReadAll(body, depth: 0);
        var permissions = Permissions(body);
        var contexts = Numbers(body, "contexts", 2);
        var integrations = Numbers(body, "integration_types", 1);
        var nsfw = body.Flag("nsfw") ?? false;
        body.Flag("dm_permission");
        if (Size(name, description, options) > MostCharacters)
            body.Wrong("", "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MostCharacters})");
        return new(name, type)
        {
            Description = description ?? "",
            Options = options,
            DefaultMemberPermissions = permissions,
            Contexts = contexts,
            IsNsfw = nsfw,
            Shape = JsonSerializer.Serialize(new { description, options, permissions, contexts, integrations, nsfw }),
        };
    }

    public static string Name(Fields body, string code, string message)
    {
        var name = body.Text("name", 32, 1, required: true);
        if (!string.IsNullOrEmpty(name) && (!ValidName().IsMatch(name) || name.EnumerateRunes().Any(rune => System.Text.Rune.ToLowerInvariant(rune) != rune)))
            body.Wrong("name", code, message);
        return name ?? "";
    }

    public static void Localizations(Fields body, string name, int max)
    {
        if (body.Object(name) is not { } texts)
            return;
        foreach (var text in texts.Json.EnumerateObject())
            if (!Locales.Contains(text.Name))
                texts.Wrong(text.Name, "BASE_TYPE_CHOICES", "Value must be one of Discord's locales.");
            else
                texts.Text(text.Name, max, 1);
    }

    private static Permissions? Permissions(Fields body)
    {
        if (!body.HasValue("default_member_permissions"))
            return null;
        var number = body.Number("default_member_permissions", 0);
        return number is null ? null : (Permissions)number;
    }

    private static List<int>? Numbers(Fields body, string name, int max)
    {
        if (body.List(name, max + 1) is not { } list)
            return null;
        var numbers = new List<int>();
        for (var i = 0; i < list.Count; i++)
            if (list[i].ValueKind == JsonValueKind.Number && list[i].TryGetInt32(out var number) && number >= 0 && number <= max)
                numbers.Add(number);
            else
                body.Wrong($"{name}/{i}", "BASE_TYPE_CHOICES", $"Value must be one of ({string.Join(", ", Enumerable.Range(0, max + 1))}).");
        if (numbers.Distinct().Count() < numbers.Count)
            body.Wrong(name, "BASE_TYPE_UNIQUE", "Items must be unique.");
        return numbers;
    }

    private static int Size(string name, string? description, IEnumerable<EmulatedOption> options) =>
        Fields.Length(name) + Fields.Length(description ?? "") + options.Sum(option =>
            Size(option.Name, option.Description, option.Options)
            + option.Choices.Sum(choice => Fields.Length(choice.Name) + Fields.Length(choice.Value.ToString()!)));

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$")]
    private static partial Regex ValidName();

    private static readonly HashSet<string> Locales =
    [
        "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-ES", "es-419", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "ko",
        "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
    ];
}
