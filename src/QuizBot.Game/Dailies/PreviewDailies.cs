using Microsoft.EntityFrameworkCore;
using QuizBot.Storage;

namespace QuizBot.Game.Dailies;

/// <summary>The next posts of every daily, for the operator.</summary>
public sealed class PreviewDailies(Database database)
{
    public async IAsyncEnumerable<DailyPreview> ReadAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = await database.ReadAsync(cancellation);
        var dailies =
            from d in db.Dailies
            join c in db.Channels on d.ChannelId equals c.Id
            join w in db.Workspaces on c.WorkspaceId equals w.Id
            orderby w.Platform, w.ExternalId, c.ExternalId
            select new { Daily = d, Channel = c.ExternalId, w.Platform, Workspace = w.ExternalId };
        await foreach (var row in dailies.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return new DailyPreview(
                row.Platform, row.Workspace, row.Channel, DailyText.Describe(row.Daily), row.Daily.PausedBecause,
                row.Daily.NextDue is { } next ? [.. ShowDailies.Upcoming(row.Daily, next)] : []);
        }
    }
}
