using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Forms;

/// <summary>Reads rows of buttons and menus.</summary>
internal static class ComponentForm
{
    /// <returns>Null when the body says nothing of components.</returns>
    public static List<EmulatedRow>? Read(Fields body)
    {
        if (body.Objects("components", 5) is not { } list)
            return null;
        var (rows, ids, next) = (new List<EmulatedRow>(), new HashSet<string>(), 1);
        foreach (var row in list)
        {
            if (row.OneOf("type", required: true, 1) is null)
                continue;
            var rowId = next++;
            var components = new List<EmulatedComponent>();
            foreach (var one in row.Objects("components", 5, 1, required: true) ?? [])
                if (Read(one, next++, ids) is { } component)
                    components.Add(component);
            if (components.Count > 1 && components.Exists(component => component is EmulatedSelect))
                row.Wrong("components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
            rows.Add(new(rowId, components));
        }
        return rows;
    }

    private static EmulatedComponent? Read(Fields one, int id, HashSet<string> ids) => one.OneOf("type", required: true, 2, 3, 5, 6, 7, 8) switch
    {
        null => null,
        2 => ReadButton(one, id, ids),
        var type => ReadSelect(one, (int)type, id, ids),
    };

    private static EmulatedButton? ReadButton(Fields one, int id, HashSet<string> ids)
    {
        var style = one.OneOf("style", required: true, 1, 2, 3, 4, 5);
        var (label, url, emoji) = (one.Text("label", 80), one.Url("url", 512), EmojiForm.Read(one));
        var customId = style == 5 ? one.Text("custom_id", 100) : CustomId(one, ids);
        if (style == 5 && url is null)
            one.Wrong("url", "BASE_TYPE_REQUIRED", "A url is required");
        if (url is not null && (style != 5 || customId is not null))
            one.Wrong("custom_id", "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
        if (string.IsNullOrEmpty(label) && emoji is null)
            one.Wrong("label", "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or an emoji is required");
        return style is null ? null : new(id, customId)
        {
            Style = (int)style,
            Label = label,
            Url = url,
            Emoji = emoji,
            Disabled = one.Flag("disabled") ?? false,
        };
    }

    private static EmulatedSelect ReadSelect(Fields one, int type, int id, HashSet<string> ids)
    {
        var (min, max) = (one.Number("min_values", 0, 25) ?? 1, one.Number("max_values", 1, 25) ?? 1);
        var options = type == 3 ? (one.Objects("options", 25, 1, required: true) ?? []).ConvertAll(ReadOption) : [];
        if (options.Select(option => option.Value).Distinct().Count() < options.Count)
            one.Wrong("options", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
        if (min > max || type == 3 && max > options.Count && one.HasValue("max_values"))
            one.Wrong("max_values", "BASE_TYPE_MAX", "The maximum is more than there are options, or less than the minimum");
        return new(type, id, CustomId(one, ids))
        {
            Placeholder = one.Text("placeholder", 150),
            MinValues = (int)min,
            MaxValues = (int)max,
            Disabled = one.Flag("disabled") ?? false,
            Options = options,
        };
    }

    private static EmulatedSelectOption ReadOption(Fields option) => new(
        option.Text("label", 100, required: true) ?? "",
        option.Text("value", 100, required: true) ?? "")
    {
        Description = option.Text("description", 100),
        Emoji = EmojiForm.Read(option),
        IsDefault = option.Flag("default") ?? false,
    };

    private static string? CustomId(Fields one, HashSet<string> ids)
    {
        var id = one.Text("custom_id", 100, 1);
        if (string.IsNullOrEmpty(id))
            one.Wrong("custom_id", "COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required");
        else if (!ids.Add(id))
            one.Wrong("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        return id;
    }
}
