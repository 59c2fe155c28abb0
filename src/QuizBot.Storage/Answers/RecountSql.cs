using QuizBot.Storage.Dialects;

namespace QuizBot.Storage.Answers;

/// <summary>The statements of <see cref="Recount"/>. Each takes <c>@workspace</c> unless it says otherwise.</summary>
internal sealed class RecountSql(ISqlDialect sql)
{
    private const string Rounds = "select r.id from rounds r join channels c on c.id = r.channel_id where c.workspace_id = @workspace";
    private const string Members = "select id from members where workspace_id = @workspace";
    private const string Stands = "(a.choice is not null or a.text is not null or a.self_mark is not null)";

    /// <summary>Holds everything, and clears what is counted.</summary>
    public IReadOnlyList<string> Clear { get; } =
    [
        .. new[] { sql.HoldAnswers }.OfType<string>(),
        $"delete from tallies where round_id in ({Rounds})",
        "delete from scores where workspace_id = @workspace",
        $"delete from topic_records where member_id in ({Members})",
        $"delete from streaks where member_id in ({Members})",
    ];

    public string Tallies { get; } = $"""
        insert into tallies (round_id, choice, members)
        select a.round_id, coalesce(a.choice, -1), count(*) from answers a
        where a.round_id in ({Rounds}) and {Stands}
        group by a.round_id, coalesce(a.choice, -1)
        """;

    public string Streaks { get; } = PointSql.StreaksFrom($"""
        from rounds d join answers a on a.round_id = d.id
        where d.id in ({Rounds}) and d.daily_id is not null and a.settled and {Stands}
        """);

    /// <summary>Also <c>@after</c> (a round), <c>@most</c>. Reads: round, closed, question.</summary>
    public string ClosedRounds { get; } = """
        select r.id, r.closed, r.question from rounds r join channels c on c.id = r.channel_id
        where c.workspace_id = @workspace and r.id > @after and r.closed is not null
        order by r.id limit @most
        """;

    /// <summary>Rows: [round, kind, start, category].</summary>
    public string Scores { get; } = $"""
        insert into scores (workspace_id, kind, start, category, member_id, points, answered, answered_right)
        select @workspace, {sql.Column(1, "integer")}, {sql.Column(2, "integer")}, {sql.Column(3, "text")}, a.member_id,
          sum(a.points), count(*), sum(case when a.is_right then 1 else 0 end)
        from {sql.Rows} join answers a on a.round_id = {sql.Column(0, "bigint")}
        where a.settled and a.is_right is not null
        group by 2, 3, 4, 5
        on conflict (workspace_id, kind, start, category, member_id) do update set points = scores.points + excluded.points,
          answered = scores.answered + excluded.answered, answered_right = scores.answered_right + excluded.answered_right
        """;

    /// <summary>Rows: [round, topic, category]; no workspace.</summary>
    public string TopicRecords { get; } = $"""
        insert into topic_records (member_id, topic, category, answered, answered_right)
        select a.member_id, {sql.Column(1, "text")}, min({sql.Column(2, "text")}), count(*), sum(case when a.is_right then 1 else 0 end)
        from {sql.Rows} join answers a on a.round_id = {sql.Column(0, "bigint")}
        where a.settled and a.is_right is not null
        group by 1, 2
        on conflict (member_id, topic) do update set answered = topic_records.answered + excluded.answered,
          answered_right = topic_records.answered_right + excluded.answered_right
        """;
}
