using QuizBot.Storage.Dialects;

namespace QuizBot.Storage.Answers;

/// <summary>The statements that add up points and streaks.</summary>
internal sealed class PointSql(ISqlDialect sql)
{
    // "where true" keeps SQLite's parser from taking the "on conflict" that follows a select for a join's.
    private const string OnConflict = "where true on conflict";

    /// <summary>Rows: [workspace, kind, start, category, member, points, answered, right], in order.</summary>
    public string AddScores { get; } = $"""
        insert into scores (workspace_id, kind, start, category, member_id, points, answered, answered_right)
        select {sql.Column(0, "bigint")}, {sql.Column(1, "integer")}, {sql.Column(2, "integer")}, {sql.Column(3, "text")},
          {sql.Column(4, "bigint")}, {sql.Column(5, "bigint")}, {sql.Column(6, "integer")}, {sql.Column(7, "integer")} from {sql.Rows}
        {OnConflict} (workspace_id, kind, start, category, member_id) do update set points = scores.points + excluded.points,
          answered = scores.answered + excluded.answered, answered_right = scores.answered_right + excluded.answered_right
        """;

    /// <summary>Rows: [member, topic, category, answered, right], in order.</summary>
    public string AddTopicRecords { get; } = $"""
        insert into topic_records (member_id, topic, category, answered, answered_right)
        select {sql.Column(0, "bigint")}, {sql.Column(1, "text")}, {sql.Column(2, "text")}, {sql.Column(3, "integer")},
          {sql.Column(4, "integer")} from {sql.Rows}
        {OnConflict} (member_id, topic) do update set answered = topic_records.answered + excluded.answered,
          answered_right = topic_records.answered_right + excluded.answered_right
        """;

    /// <summary>Null where nobody else can be at them. Parameter: <c>@daily</c>.</summary>
    public string? HoldStreaks { get; } = sql.HoldStreaks;

    /// <summary>Parameters: <c>@daily</c>, <c>@number</c>. A row where a later question of the daily closed before this one.</summary>
    public string LaterClosed { get; } =
        "select 1 from rounds where daily_id = @daily and number > @number and status in (2, 3) limit 1";

    /// <summary>Rows: [daily, member, number], where no later question has closed. The same rule as <see cref="Engine.Scoring.Streak.Answered"/>.</summary>
    public string AddStreaks { get; } = $"""
        insert into streaks (daily_id, member_id, length, best, last)
        select {sql.Column(0, "bigint")}, {sql.Column(1, "bigint")}, 1, 1, {sql.Column(2, "integer")} from {sql.Rows}
        {OnConflict} (daily_id, member_id) do update set
          length = case when excluded.last = streaks.last + 1 then streaks.length + 1 else 1 end,
          best = case when excluded.last = streaks.last + 1 and streaks.length + 1 > streaks.best then streaks.length + 1 else streaks.best end,
          last = excluded.last
        where excluded.last > streaks.last
        """;

    /// <summary>Rows: [daily, member].</summary>
    public string RecountStreaks { get; } = StreaksFrom($"""
        from {sql.Rows}
        join rounds d on d.daily_id = {sql.Column(0, "bigint")}
        join answers a on a.round_id = d.id and a.member_id = {sql.Column(1, "bigint")}
        where a.settled and (a.choice is not null or a.text is not null or a.self_mark is not null)
        """);

    /// <summary>
    /// Counts streaks from the rounds <c>d</c> and answers <c>a</c> of a from-clause; the same as <see cref="Engine.Scoring.Streak.Recount"/>.
    /// Within a run the number less its rank is the same, so each such difference is a run.
    /// </summary>
    public static string StreaksFrom(string source) => $"""
        insert into streaks (daily_id, member_id, length, best, last)
        select daily_id, member_id, max(case when run_last = last then length end), max(length), last from (
          select daily_id, member_id, count(distinct number) as length, max(number) as run_last,
            max(max(number)) over (partition by daily_id, member_id) as last
          from (
            select d.daily_id, a.member_id, d.number,
              d.number - dense_rank() over (partition by d.daily_id, a.member_id order by d.number) as run
            {source}) answered
          group by daily_id, member_id, run) runs
        group by daily_id, member_id, last
        on conflict (daily_id, member_id) do update set length = excluded.length, best = excluded.best, last = excluded.last
        """;
}
