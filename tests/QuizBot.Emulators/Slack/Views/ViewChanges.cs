using System.Text.Json;
using QuizBot.Emulators.Slack.Api;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack.Views;

/// <summary>Opens, changes and closes views. Guarded by the world's lock.</summary>
internal static class ViewChanges
{
    private const int MostViews = 3;

    public static EmulatedView Open(SlackWorld world, EmulatedMember member, JsonElement content, EmulatedView? previous)
    {
        var workspace = member.Workspace;
        var depth = 0;
        for (var below = previous; below is not null; below = below.Previous)
            depth++;
        if (depth >= MostViews)
            throw new Refusal("push_limit_reached");
        if (previous is null)
            Clear(member);
        var view = new EmulatedView(world.Gate, world.Ids.Next('V'), ViewKind.Modal, member) { Previous = previous };
        Show(world, view, content);
        workspace.ViewsUnguarded.Add(view.Id, view);
        return view;
    }

    public static EmulatedView Publish(SlackWorld world, EmulatedMember member, JsonElement content)
    {
        var workspace = member.Workspace;
        if (workspace.HomesUnguarded.TryGetValue(member.Id, out var view))
            Update(world, view, content);
        else
        {
            view = new(world.Gate, world.Ids.Next('V'), ViewKind.Home, member);
            Show(world, view, content);
            workspace.HomesUnguarded.Add(member.Id, view);
            workspace.ViewsUnguarded.Add(view.Id, view);
        }
        return view;
    }

    public static void Update(SlackWorld world, EmulatedView view, JsonElement content)
    {
        view.HistoryUnguarded.Add(view.Content);
        view.Errors = new Dictionary<string, string>();
        Show(world, view, content);
    }

    /// <summary>Closes all modals of a member.</summary>
    public static void Clear(EmulatedMember member)
    {
        foreach (var view in member.Workspace.ViewsUnguarded.Values)
            if (view.Member == member && view.Kind == ViewKind.Modal)
                view.IsOpen = false;
    }

    private static void Show(SlackWorld world, EmulatedView view, JsonElement content)
    {
        var external = content.TryGetProperty("external_id", out var id) && id.GetString() is { Length: > 0 } text ? text : null;
        if (external is not null && view.Member.Workspace.ViewsUnguarded.Values.Any(other => other != view && other.IsOpen && other.ExternalId == external))
            throw new Refusal("duplicate_external_id");
        view.ExternalId = external;
        view.Content = content;
        view.Hash = $"{world.NowSeconds}.{SlackIds.Secret(4)}";
        world.Views.Add(view);
    }
}
