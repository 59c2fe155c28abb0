using QuizBot.Storage.Dialects;

namespace QuizBot.Storage.Posting;

/// <summary>The statements that posting many rounds needs, made once. Each takes all its rows as one JSON parameter.</summary>
internal sealed class PostingSql(ISqlDialect sql)
{
    /// <summary>Rows: [channel, daily, date, number, question, seed, post key, ways, due, closes, note, retry at].</summary>
    public string AddRounds { get; } = $"""
        insert into rounds (channel_id, daily_id, date, number, question, seed, post_key, ways, due, closes, note, retry_at,
          status, furnished, failures)
        select {sql.Column(0, "bigint")}, {sql.Column(1, "bigint")}, {sql.Column(2, "integer")}, {sql.Column(3, "integer")},
          {sql.Column(4, "text")}, {sql.Column(5, "integer")}, {sql.Column(6, "text")}, {sql.Column(7, "integer")},
          {sql.Column(8, "bigint")}, {sql.Column(9, "bigint")}, {sql.Column(10, "text")}, {sql.Column(11, "bigint")},
          0, (1 = 0), 0 from {sql.Rows}
        returning id, post_key
        """;

    /// <summary>Rows: [daily, next due, paused because, posted, last date, missed].</summary>
    public string KeepDailies { get; } = $"""
        update dailies set next_due = s.next_due, paused_because = s.paused_because, posted = s.posted, last_date = s.last_date,
          missed = s.missed
        from (select {sql.Column(0, "bigint")} as id, {sql.Column(1, "bigint")} as next_due, {sql.Column(2, "text")} as paused_because,
          {sql.Column(3, "integer")} as posted, {sql.Column(4, "integer")} as last_date, {sql.Column(5, "text")} as missed from {sql.Rows}) s
        where dailies.id = s.id
        """;

    /// <summary>Rows: [channel, category, asked in hexadecimal].</summary>
    public string KeepAsked { get; } = $"""
        insert into asked_categories (channel_id, category, asked)
        select {sql.Column(0, "bigint")}, {sql.Column(1, "text")}, {sql.FromHex(sql.Column(2, "text"))} from {sql.Rows}
        where true on conflict (channel_id, category) do update set asked = excluded.asked
        """;

    /// <summary>Rows: [round, message, opened, closes, nothing outstanding]. Only those still posting are opened.</summary>
    public string OpenRounds { get; } = $"""
        update rounds set status = 1, message_id = s.message_id, opened = s.opened, closes = s.closes, failures = 0,
          furnished = s.furnished, retry_at = case when s.furnished then null else retry_at end
        from (select {sql.Column(0, "bigint")} as id, {sql.Column(1, "text")} as message_id, {sql.Column(2, "bigint")} as opened,
          {sql.Column(3, "bigint")} as closes, {sql.Column(4, "boolean")} as furnished from {sql.Rows}) s
        where rounds.id = s.id and rounds.status = 0
        returning rounds.id
        """;

    /// <summary>Rows: [round, thread]. Only what an open round still lacks is written.</summary>
    public string FurnishRounds { get; } = $"""
        update rounds set thread_id = s.thread_id, furnished = (1 = 1), failures = 0, retry_at = null
        from (select {sql.Column(0, "bigint")} as id, {sql.Column(1, "text")} as thread_id from {sql.Rows}) s
        where rounds.id = s.id and rounds.status = 1 and not rounds.furnished
        returning rounds.id
        """;
}
