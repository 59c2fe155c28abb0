using System.Text.Json;
using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Discord.Interactions;

namespace QuizBot.Emulators.Discord.Commands;

/// <summary>Reads choices, whose values are of their option's type.</summary>
internal static class ChoiceForm
{
    public static List<EmulatedChoice> Read(List<Fields> list, int type)
    {
        var (choices, names) = (new List<EmulatedChoice>(), new HashSet<string>());
        foreach (var fields in list)
        {
            var name = fields.Text("name", 100, 1, required: true);
            CommandForm.Localizations(fields, "name_localizations", 100);
            var value = Value(fields, type);
            if (name is null || value is null)
                continue;
            if (!names.Add(name))
                fields.Wrong("name", "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", "Option choice name already exists");
            choices.Add(new(name, value));
        }
        return choices;
    }

    private static object? Value(Fields fields, int type)
    {
        if (type == EmulatedOption.Text)
            return fields.Text("value", 100, required: true);
        if (type == EmulatedOption.Whole)
            return fields.Number("value", -(1L << 53), 1L << 53, required: true);
        if (fields.HasValue("value") && fields.Json.GetProperty("value") is { ValueKind: JsonValueKind.Number } number)
            return number.GetDouble();
        fields.Wrong("value", "NUMBER_TYPE_COERCE", "Value is not float.");
        return null;
    }
}
