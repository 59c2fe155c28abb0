namespace QuizBot.Slack.Tests.Client.Harness;

/// <summary>Frames and payloads as Slack sends them.</summary>
internal static class Frames
{
    public const string Hello = """{"type":"hello","num_connections":1,"debug_info":{"host":"applink-1","approximate_connection_time":18060},"connection_info":{"app_id":"A1"}}""";

    public static string Disconnect(string reason) => $$$"""{"type":"disconnect","reason":"{{{reason}}}","debug_info":{"host":"applink-1"}}""";

    public static string Envelope(string id, string type, string payload, bool accepts = false) =>
        $$"""{"envelope_id":"{{id}}","payload":{{payload}},"type":"{{type}}","accepts_response_payload":{{(accepts ? "true" : "false")}},"retry_attempt":0,"retry_reason":""}""";

    public static string Reaction(string envelope, string user = "U1") => Envelope(envelope, "events_api", ReactionAdded("Ev" + envelope, user));

    public static string ReactionAdded(string eventId = "Ev1", string user = "U1", string team = "T1") => Event(
        $$$"""{"type":"reaction_added","user":"{{{user}}}","reaction":"one","item":{"type":"message","channel":"C1","ts":"1360782400.498405"},"item_user":"U0","event_ts":"1360782804.083113"}""",
        eventId, team);

    public static string Event(string inner, string eventId = "Ev1", string team = "T1") => $$"""
        {"token":"t","team_id":"{{team}}","context_team_id":"{{team}}","api_app_id":"A1","event":{{inner}},"type":"event_callback","event_id":"{{eventId}}","event_time":1360782804,
        "authorizations":[{"enterprise_id":null,"team_id":"{{team}}","user_id":"UB","is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false,"event_context":"4-x"}
        """;

    public static string Press(string value = "3", string team = "T1") => $$$"""
        {"type":"block_actions","user":{"id":"U1","username":"ada","name":"ada","team_id":"{{{team}}}"},"api_app_id":"A1","token":"t",
        "container":{"type":"message","message_ts":"12.000001","channel_id":"C1","is_ephemeral":false},"trigger_id":"12.34.abc","team":{"id":"{{{team}}}","domain":"acme"},
        "channel":{"id":"C1","name":"general"},"message":{"ts":"12.000001","text":"?"},"response_url":"https://hooks.slack.com/actions/T1/1/x",
        "actions":[{"action_id":"choose","block_id":"b","value":"{{{value}}}","type":"button","action_ts":"13.000002"}]}
        """;

    public static string Submission(string team = "T1") => """
        {"type":"view_submission","team":{"id":"TEAM","domain":"acme"},"user":{"id":"U1","username":"ada","name":"ada","team_id":"TEAM"},"api_app_id":"A1","token":"t","trigger_id":"99.1.x",
        "view":{"id":"V1","callback_id":"daily","private_metadata":"C1","state":{"values":{
          "time":{"t":{"type":"timepicker","selected_time":"09:00"}},
          "zone":{"z":{"type":"plain_text_input","value":"Europe/Berlin"}},
          "days":{"d":{"type":"checkboxes","selected_options":[{"value":"mon"},{"value":"fri"}]}},
          "category":{"c":{"type":"static_select","selected_option":{"value":"models","text":{"type":"plain_text","text":"Models"}}}},
          "empty":{"e":{"type":"plain_text_input","value":null}}}}},"response_urls":[]}
        """.Replace("TEAM", team, StringComparison.Ordinal);

    public static string Command(string text = "set 09:00", string team = "T1") => $$"""
        {"token":"t","team_id":"{{team}}","team_domain":"acme","channel_id":"C1","channel_name":"general","user_id":"U1","user_name":"ada","command":"/daily","text":"{{text}}",
        "api_app_id":"A1","is_enterprise_install":"false","response_url":"https://hooks.slack.com/commands/T1/1/x","trigger_id":"55.6.z"}
        """;
}
