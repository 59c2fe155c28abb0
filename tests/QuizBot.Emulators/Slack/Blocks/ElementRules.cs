using System.Text.RegularExpressions;

namespace QuizBot.Emulators.Slack.Blocks;

/// <summary>Buttons, menus and inputs.</summary>
internal static partial class ElementRules
{
    private static readonly string[] Selects = ["static_select", "external_select", "users_select", "conversations_select", "channels_select"];

    private static readonly string[] Pickers = ["datepicker", "timepicker", "datetimepicker", "checkboxes", "radio_buttons"];

    private static readonly string[] Multis = [.. Selects.Select(name => "multi_" + name)];

    private static readonly string[] Texts = ["plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input", "file_input"];

    public static bool InActions(string type) => type is "button" or "overflow" or "workflow_button" || Selects.Contains(type) || Pickers.Contains(type);

    public static bool InSection(string type) => InActions(type) || type == "image" || Multis.Contains(type);

    public static bool InInput(string type) => Selects.Contains(type) || Pickers.Contains(type) || Multis.Contains(type) || Texts.Contains(type);

    public static void Check(BlockNode element)
    {
        if (element.Type != "image")
            element.String("action_id", 255);
        TextRules.CheckConfirm(element);
        switch (element.Type)
        {
            case "button":
                element.Only("text", "action_id", "url", "value", "style", "confirm", "accessibility_label");
                TextRules.Check(element, "text", 75, plain: true, required: true);
                element.String("url", 3000);
                element.String("value", 2000);
                element.OneOf("style", "primary", "danger");
                element.String("accessibility_label", 75);
                break;
            case "image":
                element.Only("image_url", "alt_text", "slack_file");
                BlockRules.CheckImage(element);
                break;
            case "overflow":
                element.Only("action_id", "options", "confirm");
                foreach (var option in element.List("options", 1, 5))
                    TextRules.CheckOption(option, linked: true);
                break;
            case "radio_buttons" or "checkboxes":
                element.Only("action_id", "options", "confirm", "focus_on_load", element.Type == "checkboxes" ? "initial_options" : "initial_option");
                var choices = element.List("options", 1, 10);
                foreach (var option in choices)
                    TextRules.CheckOption(option, marked: true);
                TextRules.CheckInitial(element, element.Type == "checkboxes" ? "initial_options" : "initial_option", choices);
                break;
            case "static_select" or "multi_static_select":
                CheckStatic(element);
                break;
            case "datepicker" or "timepicker" or "datetimepicker":
                CheckPicker(element);
                break;
            case "plain_text_input" or "email_text_input" or "url_text_input" or "number_input":
                CheckText(element);
                break;
        }
        if (element.Type != "image")
        {
            TextRules.Check(element, "placeholder", 150, plain: true);
            element.Flag("focus_on_load");
        }
    }

    private static void CheckStatic(BlockNode element)
    {
        var initial = element.Type == "static_select" ? "initial_option" : "initial_options";
        element.Only("action_id", "options", "option_groups", initial, "confirm", "placeholder", "focus_on_load", "max_selected_items");
        element.Number("max_selected_items", 1, 100);
        var options = new List<BlockNode>();
        if (element.Has("option_groups"))
            foreach (var group in element.List("option_groups", 1, 100))
            {
                group.Only("label", "options");
                TextRules.Check(group, "label", 75, plain: true, required: true);
                options.AddRange(group.List("options", 1, 100));
            }
        else
            options.AddRange(element.List("options", 1, 100));
        foreach (var option in options)
            TextRules.CheckOption(option);
        TextRules.CheckInitial(element, initial, options);
    }

    private static void CheckPicker(BlockNode element)
    {
        switch (element.Type)
        {
            case "datepicker":
                element.Only("action_id", "initial_date", "confirm", "focus_on_load", "placeholder");
                if (element.String("initial_date", 10) is { } date && !DateOnly.TryParseExact(date, "yyyy-MM-dd", out _))
                    element.Fault("invalid date", "/initial_date");
                break;
            case "timepicker":
                element.Only("action_id", "initial_time", "confirm", "focus_on_load", "placeholder", "timezone");
                if (element.String("initial_time", 5) is { } time && !Time().IsMatch(time))
                    element.Fault("invalid time", "/initial_time");
                break;
            default:
                element.Only("action_id", "initial_date_time", "confirm", "focus_on_load");
                break;
        }
    }

    private static void CheckText(BlockNode element)
    {
        switch (element.Type)
        {
            case "plain_text_input":
                element.Only("action_id", "initial_value", "multiline", "min_length", "max_length", "dispatch_action_config", "focus_on_load", "placeholder");
                element.Flag("multiline");
                element.String("initial_value", 3000, least: 0);
                var least = element.Number("min_length", 0, 3000);
                var most = element.Number("max_length", 1, 3000);
                if (least > most)
                    element.Fault("must be less than or equal to `max_length`", "/min_length");
                break;
            case "number_input":
                element.Only("action_id", "is_decimal_allowed", "initial_value", "min_value", "max_value", "dispatch_action_config", "focus_on_load", "placeholder");
                element.Require("is_decimal_allowed");
                element.Flag("is_decimal_allowed");
                break;
            default:
                element.Only("action_id", "initial_value", "dispatch_action_config", "focus_on_load", "placeholder");
                break;
        }
    }

    [GeneratedRegex("^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    private static partial Regex Time();
}
