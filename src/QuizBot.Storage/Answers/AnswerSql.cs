using QuizBot.Storage.Dialects;

namespace QuizBot.Storage.Answers;

/// <summary>The statements that answers need, made once. Each takes all its rows as one JSON parameter.</summary>
internal sealed class AnswerSql(ISqlDialect sql)
{
    /// <summary>Rows: [round].</summary>
    public string RoundStatuses { get; } = $"""
        select id, status from rounds
        where id in (select {sql.Column(0, "bigint")} from {sql.Rows}) {sql.ForShare}
        """;

    /// <summary>Rows: [workspace, external id, name].</summary>
    public string KeepMembers { get; } = $"""
        insert into members (workspace_id, external_id, name, has_left)
        select {sql.Column(0, "bigint")}, {sql.Column(1, "text")}, {sql.Column(2, "text")}, {sql.Column(3, "boolean")} from {sql.Rows}
        on conflict (workspace_id, external_id) do update set name = excluded.name, has_left = excluded.has_left
        returning workspace_id, external_id, name, id
        """;

    /// <summary>Rows: [round, member].</summary>
    public string Answers { get; } = $"""
        select round_id, member_id, marks, choice, text, self_mark, given, settled from answers
        where (round_id, member_id) in (select {sql.Column(0, "bigint")}, {sql.Column(1, "bigint")} from {sql.Rows})
        """;

    /// <summary>Rows: [round, member, marks, choice, text, self-mark, given].</summary>
    public string KeepAnswers { get; } = $"""
        insert into answers (round_id, member_id, marks, choice, text, self_mark, given, points, settled)
        select {sql.Column(0, "bigint")}, {sql.Column(1, "bigint")}, {sql.Column(2, "text")}, {sql.Column(3, "integer")},
          {sql.Column(4, "text")}, {sql.Column(5, "integer")}, {sql.Column(6, "bigint")}, 0, {sql.Column(7, "boolean")} from {sql.Rows}
        on conflict (round_id, member_id) do update set marks = excluded.marks, choice = excluded.choice,
          text = excluded.text, self_mark = excluded.self_mark, given = excluded.given
        """;

    /// <summary>Rows: [round, choice, members more].</summary>
    public string AddTallies { get; } = $"""
        insert into tallies (round_id, choice, members)
        select {sql.Column(0, "bigint")}, {sql.Column(1, "integer")}, {sql.Column(2, "integer")} from {sql.Rows}
        on conflict (round_id, choice) do update set members = tallies.members + excluded.members
        """;

    /// <summary>Parameters: <c>@round</c>, <c>@most</c>.</summary>
    public string Unsettled { get; } = $"""
        select round_id, member_id, marks, choice, text, self_mark, given, settled from answers
        where round_id = @round and not settled order by member_id limit @most
        """;

    /// <summary>Rows: [round, member, right, points].</summary>
    public string Settle { get; } = $"""
        update answers set settled = (1 = 1), is_right = s.is_right, points = s.points
        from (select {sql.Column(0, "bigint")} as round_id, {sql.Column(1, "bigint")} as member_id,
          {sql.Column(2, "boolean")} as is_right, {sql.Column(3, "integer")} as points from {sql.Rows}) s
        where answers.round_id = s.round_id and answers.member_id = s.member_id
        """;

    /// <summary>Rows: [workspace, kind, start, category, member, points, answered, right].</summary>
    public string AddScores { get; } = $"""
        insert into scores (workspace_id, kind, start, category, member_id, points, answered, answered_right)
        select {sql.Column(0, "bigint")}, {sql.Column(1, "integer")}, {sql.Column(2, "integer")}, {sql.Column(3, "text")},
          {sql.Column(4, "bigint")}, {sql.Column(5, "bigint")}, {sql.Column(6, "integer")}, {sql.Column(7, "integer")} from {sql.Rows}
        on conflict (workspace_id, kind, start, category, member_id) do update set points = scores.points + excluded.points,
          answered = scores.answered + excluded.answered, answered_right = scores.answered_right + excluded.answered_right
        """;

    /// <summary>Rows: [member, topic, category, answered, right].</summary>
    public string AddTopicRecords { get; } = $"""
        insert into topic_records (member_id, topic, category, answered, answered_right)
        select {sql.Column(0, "bigint")}, {sql.Column(1, "text")}, {sql.Column(2, "text")}, {sql.Column(3, "integer")},
          {sql.Column(4, "integer")} from {sql.Rows}
        on conflict (member_id, topic) do update set answered = topic_records.answered + excluded.answered,
          answered_right = topic_records.answered_right + excluded.answered_right
        """;

    /// <summary>Rows: [daily, member, number]. The same rule as <see cref="Engine.Scoring.Streak.Answered"/>.</summary>
    public string AddStreaks { get; } = $"""
        insert into streaks (daily_id, member_id, length, best, last)
        select {sql.Column(0, "bigint")}, {sql.Column(1, "bigint")}, 1, 1, {sql.Column(2, "integer")} from {sql.Rows}
        on conflict (daily_id, member_id) do update set
          length = case when excluded.last = streaks.last + 1 then streaks.length + 1 else 1 end,
          best = case when excluded.last = streaks.last + 1 and streaks.length + 1 > streaks.best then streaks.length + 1 else streaks.best end,
          last = excluded.last
        where excluded.last > streaks.last
        """;
}
