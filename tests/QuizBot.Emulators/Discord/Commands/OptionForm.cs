using System.Text.Json;
using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Discord.Interactions;

namespace QuizBot.Emulators.Discord.Commands;

/// <summary>Reads the options of a command or subcommand.</summary>
internal static class OptionForm
{
    public static List<EmulatedOption> ReadAll(Fields owner, int depth)
    {
        var (options, names) = (new List<EmulatedOption>(), new HashSet<string>());
        var optionalBefore = false;
        foreach (var fields in owner.Objects("options", 25) ?? [])
        {
            if (Read(fields, depth) is not { } option)
                continue;
            if (!names.Add(option.Name))
                fields.Wrong("name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
            if (option.IsRequired && optionalBefore)
                fields.Wrong("", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            optionalBefore |= !option.IsRequired;
            options.Add(option);
        }
        if (options.Exists(IsBranch) && options.Exists(option => !IsBranch(option)))
            owner.Wrong("options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types");
        return options;
    }

    private static bool IsBranch(EmulatedOption option) => option.Type is EmulatedOption.Subcommand or EmulatedOption.Group;

    private static EmulatedOption? Read(Fields fields, int depth)
    {
        var type = fields.OneOf("type", required: true, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        var name = CommandForm.Name(fields, "STRING_TYPE_REGEX", "String value did not match validation regex.");
        var description = fields.Text("description", 100, 1, required: true) ?? "";
        CommandForm.Localizations(fields, "name_localizations", 32);
        CommandForm.Localizations(fields, "description_localizations", 100);
        if (type is null)
            return null;
        if (depth > (type == EmulatedOption.Group ? 0 : type == EmulatedOption.Subcommand ? 1 : 2))
            fields.Wrong("type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-commands cannot be nested that deep");
        var choices = Choices(fields, (int)type);
        var autocomplete = fields.Flag("autocomplete") ?? false;
        if (autocomplete && (choices.Count > 0 || type is not (EmulatedOption.Text or EmulatedOption.Whole or EmulatedOption.Number)))
            fields.Wrong("autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", "Autocomplete is for texts and numbers without choices");
        var (minLength, maxLength) = (fields.Number("min_length", 0, 6000), fields.Number("max_length", 1, 6000));
        if (minLength > maxLength)
            fields.Wrong("max_length", "NUMBER_TYPE_MIN", "The maximum is less than the minimum");
        return new((int)type, name, description)
        {
            IsRequired = fields.Flag("required") ?? false,
            Choices = choices,
            Options = type is EmulatedOption.Subcommand or EmulatedOption.Group ? ReadAll(fields, depth + (type == EmulatedOption.Group ? 1 : 2)) : [],
            HasAutocomplete = autocomplete,
            MinValue = Double(fields, "min_value"),
            MaxValue = Double(fields, "max_value"),
            MinLength = (int?)minLength,
            MaxLength = (int?)maxLength,
            ChannelTypes = fields.List("channel_types", 20)?.ConvertAll(one => one.ValueKind == JsonValueKind.Number && one.TryGetInt32(out var kind) ? kind : -1),
        };
    }

    private static double? Double(Fields fields, string name)
    {
        if (!fields.HasValue(name))
            return null;
        var value = fields.Json.GetProperty(name);
        if (value.ValueKind == JsonValueKind.Number)
            return value.GetDouble();
        fields.Wrong(name, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not float.");
        return null;
    }

    private static List<EmulatedChoice> Choices(Fields fields, int type)
    {
        if (fields.Objects("choices", 25) is not { } list)
            return [];
        if (list.Count > 0 && type is not (EmulatedOption.Text or EmulatedOption.Whole or EmulatedOption.Number))
            fields.Wrong("choices", "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", "This option type cannot have choices");
        return ChoiceForm.Read(list, type);
    }
}
