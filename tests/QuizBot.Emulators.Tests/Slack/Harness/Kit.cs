namespace QuizBot.Emulators.Tests.Slack.Harness;

/// <summary>Block Kit in few words.</summary>
internal static class Kit
{
    public static object Plain(string text) => new { type = "plain_text", text };

    public static object Section(string text) => new { type = "section", text = new { type = "mrkdwn", text } };

    public static object Button(string text, string actionId, string value = "1") => new { type = "button", text = Plain(text), action_id = actionId, value };

    public static object Actions(params object[] elements) => new { type = "actions", elements };

    public static object Input(string blockId, string actionId, bool optional = false) => new
    {
        type = "input",
        block_id = blockId,
        label = Plain("Label"),
        optional,
        element = new { type = "plain_text_input", action_id = actionId, max_length = 20 },
    };

    public static object Modal(string title = "A form", bool notifies = false, params object[] blocks) => new
    {
        type = "modal",
        callback_id = "form",
        private_metadata = "C1",
        notify_on_close = notifies,
        title = Plain(title),
        submit = Plain("Send"),
        blocks = blocks.Length > 0 ? blocks : [Input("note", "words")],
    };

    public static object Home(params object[] blocks) => new { type = "home", blocks };
}
