using QuizBot.Emulators.Discord.Interactions;

namespace QuizBot.Emulators.Discord.Forms;

/// <summary>Reads a form of up to five parts: text inputs, each in a row or in a label, and texts to read.</summary>
internal static class ModalForm
{
    private const int Row = 1, TextInput = 4, TextDisplay = 10, Label = 18;

    public static EmulatedModal Read(Fields data)
    {
        var (inputs, texts, ids, next) = (new List<EmulatedInput>(), new List<EmulatedText>(), new HashSet<string>(), 1);
        foreach (var outer in data.Objects("components", 5, 1, required: true) ?? [])
        {
            if (outer.OneOf("type", required: true, Row, TextDisplay, Label) is not { } type)
                continue;
            next++;
            if (type == TextDisplay)
                texts.Add(new(next - 1, outer.Text("content", 4000, 1, required: true) ?? ""));
            else if (type == Row)
                foreach (var one in outer.Objects("components", 1, 1, required: true) ?? [])
                    Add(inputs, one, one.Text("label", 45, 1, required: true), next++, ids, isInLabel: false);
            else if (outer.Object("component", required: true) is { } inner)
            {
                outer.Text("description", 100);
                Add(inputs, inner, outer.Text("label", 45, 1, required: true), next++, ids, isInLabel: true);
            }
        }
        return new(data.Text("custom_id", 100, 1, required: true) ?? "", data.Text("title", 45, 1, required: true) ?? "", inputs) { Texts = texts };
    }

    private static void Add(List<EmulatedInput> inputs, Fields one, string? label, int id, HashSet<string> ids, bool isInLabel)
    {
        if (one.OneOf("type", required: true, TextInput) is null)
            return;
        var customId = one.Text("custom_id", 100, 1, required: true);
        if (customId is not null && !ids.Add(customId))
            one.Wrong("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        var style = one.OneOf("style", required: true, 1, 2);
        var (min, max) = (one.Number("min_length", 0, 4000) ?? 0, one.Number("max_length", 1, 4000) ?? 4000);
        if (min > max)
            one.Wrong("max_length", "NUMBER_TYPE_MIN", "The maximum is less than the minimum");
        inputs.Add(new(id, customId ?? "", label ?? "", style == 2, isInLabel)
        {
            IsRequired = one.Flag("required") ?? true,
            MinLength = (int)min,
            MaxLength = (int)max,
            Value = one.Text("value", 4000),
            Placeholder = one.Text("placeholder", 100),
        });
    }
}
