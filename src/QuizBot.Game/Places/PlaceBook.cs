using Microsoft.EntityFrameworkCore;
using QuizBot.Chat;
using QuizBot.Engine.Workspaces;
using QuizBot.Storage;

namespace QuizBot.Game.Places;

/// <summary>Finds workspaces, channels and members in the database, and notes those heard of for the first time.</summary>
internal static class PlaceBook
{
    /// <summary>The channel's place, or null where nothing is known of it.</summary>
    public static async Task<Place?> FindPlaceAsync(this QuizDbContext db, ChannelRef channel, CancellationToken cancellation)
    {
        var row = await (
            from c in db.Channels
            join w in db.Workspaces on c.WorkspaceId equals w.Id
            where w.Platform == channel.Platform && w.ExternalId == channel.Workspace.Id && c.ExternalId == channel.Id
            select new { c.Id, c.WorkspaceId, w.Zone }).AsNoTracking().SingleOrDefaultAsync(cancellation);
        return row is null ? null : new Place(row.Id, row.WorkspaceId, channel, Place.ZoneOf(row.Zone));
    }

    /// <summary>The place of a channel known to be in the database.</summary>
    public static async Task<Place> PlaceOfAsync(this QuizDbContext db, long channelId, CancellationToken cancellation) =>
        (await db.PlacesOfAsync([channelId], cancellation))[channelId];

    /// <summary>The places of channels known to be in the database.</summary>
    public static async Task<Dictionary<long, Place>> PlacesOfAsync(
        this QuizDbContext db, IReadOnlyCollection<long> channelIds, CancellationToken cancellation)
    {
        var rows = await (
            from c in db.Channels
            join w in db.Workspaces on c.WorkspaceId equals w.Id
            where channelIds.Contains(c.Id)
            select new { c.Id, c.ExternalId, c.WorkspaceId, w.Platform, Workspace = w.ExternalId, w.Zone })
            .AsNoTracking().ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Id, r => new Place(
            r.Id, r.WorkspaceId, new ChannelRef(new WorkspaceRef(r.Platform, r.Workspace), r.ExternalId), Place.ZoneOf(r.Zone)));
    }

    /// <summary>The channel's place; workspace and channel are noted if they are new.</summary>
    public static async Task<Place> KeepPlaceAsync(this QuizDbContext db, ChannelRef channel, CancellationToken cancellation)
    {
        if (await db.FindPlaceAsync(channel, cancellation) is { } known)
            return known;
        var workspace = await db.KeepWorkspaceAsync(channel.Workspace, cancellation);
        var added = new Channel(workspace.Id, channel.Id);
        db.Channels.Add(added);
        await db.SaveChangesAsync(cancellation);
        return new Place(added.Id, workspace.Id, channel, Place.ZoneOf(workspace.Zone));
    }

    /// <summary>The workspace, from whichever of its channels it is asked, or null where nothing is known of it.</summary>
    public static async Task<Home?> FindHomeAsync(this QuizDbContext db, WorkspaceRef workspace, CancellationToken cancellation)
    {
        var row = await db.Workspaces.AsNoTracking().Where(w => w.Platform == workspace.Platform && w.ExternalId == workspace.Id)
            .Select(w => new { w.Id, w.Zone }).SingleOrDefaultAsync(cancellation);
        return row is null ? null : new Home(row.Id, Place.ZoneOf(row.Zone));
    }

    /// <summary>The workspace, tracked, or null where nothing is known of it.</summary>
    public static Task<Workspace?> FindWorkspaceAsync(this QuizDbContext db, WorkspaceRef workspace, CancellationToken cancellation) =>
        db.Workspaces.AsTracking()
            .SingleOrDefaultAsync(w => w.Platform == workspace.Platform && w.ExternalId == workspace.Id, cancellation);

    /// <summary>The member's id; noted if new.</summary>
    public static async Task<long> KeepMemberAsync(
        this QuizDbContext db, long workspaceId, ChatMember member, CancellationToken cancellation)
    {
        var name = PlainText.Name(member.Name);
        var known = await db.Members.AsTracking()
            .SingleOrDefaultAsync(m => m.WorkspaceId == workspaceId && m.ExternalId == member.Id, cancellation);
        if (known is null)
        {
            known = new Member(workspaceId, member.Id, name);
            db.Members.Add(known);
        }
        else
        {
            if (!member.NameIsProvisional)
                known.Rename(name);
            known.Return();
        }

        await db.SaveChangesAsync(cancellation);
        return known.Id;
    }

    private static async Task<Workspace> KeepWorkspaceAsync(
        this QuizDbContext db, WorkspaceRef workspace, CancellationToken cancellation)
    {
        if (await db.FindWorkspaceAsync(workspace, cancellation) is { } known)
            return known;
        var added = new Workspace(workspace.Platform, workspace.Id);
        db.Workspaces.Add(added);
        await db.SaveChangesAsync(cancellation);
        return added;
    }
}
