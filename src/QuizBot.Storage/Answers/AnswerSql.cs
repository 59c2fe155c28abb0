using QuizBot.Storage.Dialects;

namespace QuizBot.Storage.Answers;

/// <summary>The statements that answers need, made once. Most take all their rows as one JSON parameter.</summary>
internal sealed class AnswerSql(ISqlDialect sql)
{
    // "where true" keeps SQLite's parser from taking the "on conflict" that follows a select for a join's.
    private const string OnConflict = "where true on conflict";

    private const string AnswerColumns = "a.marks, a.choice, a.text, a.self_mark, a.given, a.settled";

    /// <summary>Rows: [round]. Reads: round, status, daily.</summary>
    public string HoldRounds { get; } = $"""
        select id, status, daily_id from rounds
        where id in (select {sql.Column(0, "bigint")} from {sql.Rows}) {sql.HoldRounds}
        """;

    /// <summary>
    /// Rows: [position, round, workspace, external id, name, is hearsay]. Reads, where the member is known: position, member,
    /// whether they are present under that name or it does not matter, and the answer where there is one.
    /// </summary>
    public string Known { get; } = $"""
        select {sql.Column(0, "integer")}, m.id,
          {sql.Column(5, "boolean")} or (m.name = {sql.Column(4, "text")} and not m.has_left), {AnswerColumns}
        from {sql.Rows}
        join members m on m.workspace_id = {sql.Column(2, "bigint")} and m.external_id = {sql.Column(3, "text")}
        left join answers a on a.round_id = {sql.Column(1, "bigint")} and a.member_id = m.id
        """;

    /// <summary>Rows: [workspace, external id, name], in order.</summary>
    public string KeepMembers { get; } = $"""
        insert into members (workspace_id, external_id, name, has_left)
        select {sql.Column(0, "bigint")}, {sql.Column(1, "text")}, {sql.Column(2, "text")}, 1 = 0 from {sql.Rows}
        {OnConflict} (workspace_id, external_id) do update set name = excluded.name, has_left = excluded.has_left
        """;

    /// <summary>Rows: [round, member, marks, choice, text, self-mark, given, settled].</summary>
    public string KeepAnswers { get; } = $"""
        insert into answers (round_id, member_id, marks, choice, text, self_mark, given, points, settled)
        select {sql.Column(0, "bigint")}, {sql.Column(1, "bigint")}, {sql.Column(2, "text")}, {sql.Column(3, "integer")},
          {sql.Column(4, "text")}, {sql.Column(5, "integer")}, {sql.Column(6, "bigint")}, 0, {sql.Column(7, "boolean")} from {sql.Rows}
        {OnConflict} (round_id, member_id) do update set marks = excluded.marks, choice = excluded.choice,
          text = excluded.text, self_mark = excluded.self_mark, given = excluded.given
        """;

    /// <summary>Rows: [round, choice, members more].</summary>
    public string AddTallies { get; } = $"""
        insert into tallies (round_id, choice, members)
        select {sql.Column(0, "bigint")}, {sql.Column(1, "integer")}, {sql.Column(2, "integer")} from {sql.Rows}
        {OnConflict} (round_id, choice) do update set members = tallies.members + excluded.members
        """;

    /// <summary>Parameters: <c>@round</c>, <c>@after</c> (a member), <c>@most</c>. Reads: member, and the answer.</summary>
    public string Unsettled { get; } = $"""
        select a.member_id, {AnswerColumns} from answers a
        where a.round_id = @round and a.member_id > @after and not a.settled order by a.member_id limit @most
        """;

    /// <summary>Rows: [round, member, right, points].</summary>
    public string Settle { get; } = $"""
        update answers set settled = (1 = 1), is_right = s.is_right, points = s.points
        from (select {sql.Column(0, "bigint")} as round_id, {sql.Column(1, "bigint")} as member_id,
          {sql.Column(2, "boolean")} as is_right, {sql.Column(3, "integer")} as points from {sql.Rows}) s
        where answers.round_id = s.round_id and answers.member_id = s.member_id
        """;
}
