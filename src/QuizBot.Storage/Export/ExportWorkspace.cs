using Microsoft.EntityFrameworkCore;

namespace QuizBot.Storage.Export;

/// <summary>Writes all that is kept of a workspace as JSON Lines: one object a line, with its kind in <c>type</c>.</summary>
public sealed class ExportWorkspace(Database database)
{
    /// <summary>Writes the workspace; false where there is none.</summary>
    public async Task<bool> WriteAsync(string platform, string externalId, Stream output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(output);
        await using var db = await database.ReadAsync(cancellation);
        // One moment of the database, though it is written to meanwhile.
        await using var snapshot = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancellation);
        var workspace = await db.Workspaces.SingleOrDefaultAsync(w => w.Platform == platform && w.ExternalId == externalId, cancellation);
        if (workspace is null)
            return false;
        var lines = new JsonLines(output);
        await lines.WriteAsync("workspace", new { workspace.Platform, workspace.ExternalId, workspace.Zone }, cancellation);
        var channels = db.Channels.Where(c => c.WorkspaceId == workspace.Id);
        var members = db.Members.Where(m => m.WorkspaceId == workspace.Id);
        await lines.WriteAllAsync("channel", channels, cancellation);
        await lines.WriteAllAsync("member", members, cancellation);
        await lines.WriteAllAsync("daily", db.Dailies.Where(d => channels.Any(c => c.Id == d.ChannelId)), cancellation);
        await lines.WriteAllAsync("quiz", db.Quizzes.Where(q => channels.Any(c => c.Id == q.ChannelId)), cancellation);
        var rounds = db.Rounds.Where(r => channels.Any(c => c.Id == r.ChannelId));
        await lines.WriteAllAsync("round", rounds.OrderBy(r => r.Id), cancellation);
        await lines.WriteAllAsync("answer", db.Answers.Where(a => rounds.Any(r => r.Id == a.RoundId)).OrderBy(a => a.RoundId), cancellation);
        await lines.WriteAllAsync("score", db.Scores.Where(s => s.WorkspaceId == workspace.Id), cancellation);
        await lines.WriteAllAsync("topic", db.TopicRecords.Where(t => members.Any(m => m.Id == t.MemberId)), cancellation);
        await lines.WriteAllAsync("streak", db.Streaks.Where(s => members.Any(m => m.Id == s.MemberId)), cancellation);
        return true;
    }

    /// <summary>The workspaces there are, as <c>platform/id</c>.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation)
    {
        await using var db = await database.ReadAsync(cancellation);
        return await db.Workspaces.OrderBy(w => w.Platform).ThenBy(w => w.ExternalId)
            .Select(w => w.Platform + "/" + w.ExternalId).ToListAsync(cancellation);
    }
}
