using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Slack.Interactions;
using QuizBot.Emulators.Slack.Views;
using QuizBot.Emulators.Slack.World;

namespace QuizBot.Emulators.Slack;

// What members do. What Slack's own program would not let them do is an InvalidOperationException.
public sealed partial class SlackEmulator
{
    /// <summary>A member writes in a channel, or in a thread.</summary>
    public EmulatedMessage Say(EmulatedMember member, EmulatedChannel channel, string text, string? threadTs = null) =>
        Write(member, channel, text, threadTs).Message;

    /// <summary>A member writes to the bot directly.</summary>
    public EmulatedMessage SayDirectly(EmulatedMember member, string text)
    {
        lock (world.Gate)
            return Write(member, world.OpenDirect(member), text, null).Message;
    }

    /// <summary>A member names the bot in a message; the delivery is the <c>app_mention</c>.</summary>
    public EmulatedDelivery Mention(EmulatedMember member, EmulatedChannel channel, string text = "", string? threadTs = null) =>
        Write(member, channel, $"<@{channel.Workspace.Bot.Id}> {text}".TrimEnd(), threadTs).Delivery;

    public EmulatedDelivery React(EmulatedMember member, EmulatedMessage message, string name)
    {
        lock (world.Gate)
        {
            InsistReachable(member, message);
            var refusal = world.Events.React(message, member, name, out var delivery);
            Insist(refusal is null, $"{member.Name} cannot react with {name}: {refusal}.");
            return delivery;
        }
    }

    public EmulatedDelivery Unreact(EmulatedMember member, EmulatedMessage message, string name)
    {
        lock (world.Gate)
        {
            var refusal = world.Events.Unreact(message, member, name, out var delivery);
            Insist(refusal is null, $"{member.Name} cannot take {name} back: {refusal}.");
            return delivery;
        }
    }

    /// <summary>A member deletes their own message, or an admin any.</summary>
    public void Delete(EmulatedMessage message)
    {
        lock (world.Gate)
            world.Delete(message);
    }

    /// <summary>A member uses a slash command.</summary>
    /// <param name="line">The command and its text; <c>@name</c> and <c>#channel</c> become what Slack makes of them.</param>
    public EmulatedInteraction UseCommand(EmulatedMember member, EmulatedChannel channel, string line)
    {
        lock (world.Gate)
        {
            var command = line.Split(' ', 2)[0];
            Insist(channel.Has(member), $"{member.Name} is not in #{channel.Name}.");
            Insist(command.StartsWith('/') && channel.Workspace.App.Commands?.Contains(command) != false, $"The app has no command {command}.");
            return InteractionSender.Command(world, member, channel, command, line[command.Length..].Trim());
        }
    }

    /// <summary>A member uses a command in the conversation with the bot.</summary>
    public EmulatedInteraction UseCommandDirectly(EmulatedMember member, string line)
    {
        lock (world.Gate)
            return UseCommand(member, world.OpenDirect(member), line);
    }

    /// <summary>A member presses a button of a message or chooses from a menu on it.</summary>
    /// <param name="values">What is chosen, for menus.</param>
    public EmulatedInteraction Press(EmulatedMember member, EmulatedMessage message, string actionId, params string[] values)
    {
        lock (world.Gate)
        {
            InsistReachable(member, message);
            Insist(message.Content.Find(actionId) is not null, $"Nothing on the message has the action_id {actionId}; there are: {string.Join(", ", message.Content.ActionIds)}.");
            return InteractionSender.Action(world, member, message, Elements.Find(message.Content, actionId)!.Value, values);
        }
    }

    /// <summary>As <see cref="Press(EmulatedMember, EmulatedMessage, string, string[])"/>, with a value that is on no button: what a forger would send.</summary>
    public EmulatedInteraction PressForged(EmulatedMember member, EmulatedMessage message, string actionId, string value)
    {
        lock (world.Gate)
            return InteractionSender.Forged(world, member, message, actionId, value);
    }

    /// <summary>A member presses something on a modal or on the home tab.</summary>
    public EmulatedInteraction Press(EmulatedMember member, EmulatedView view, string actionId, params string[] values)
    {
        lock (world.Gate)
        {
            Insist(view.IsOpen && view.Member == member, $"{member.Name} does not see the view.");
            Insist(view.Find(actionId) is not null, $"Nothing on the view has the action_id {actionId}; there are: {string.Join(", ", view.ActionIds)}.");
            return InteractionSender.Action(world, member, view, Elements.Find(view.Blocks, actionId)!.Value, values);
        }
    }

    /// <summary>A member fills a modal in and sends it.</summary>
    /// <param name="values">By action_id; what is not named keeps its initial value. Several choices are joined by commas.</param>
    public EmulatedInteraction SubmitView(EmulatedMember member, EmulatedView view, params (string ActionId, string Value)[] values)
    {
        lock (world.Gate)
        {
            Insist(view is { IsOpen: true, Kind: ViewKind.Modal }, "The view is no open modal.");
            Insist(view.Content.TryGetProperty("submit", out _), "The view has no button to submit it.");
            ViewValues.Fill(view, values);
            return InteractionSender.Submission(world, member, view);
        }
    }

    /// <summary>A member closes a modal; the app hears of it where it asked to.</summary>
    public EmulatedInteraction? CloseView(EmulatedMember member, EmulatedView view)
    {
        lock (world.Gate)
        {
            Insist(view.IsOpen, "The view is closed already.");
            view.IsOpen = false;
            return view.Content.TryGetProperty("notify_on_close", out var notify) && notify.ValueKind == System.Text.Json.JsonValueKind.True
                ? InteractionSender.Closed(world, member, view) : null;
        }
    }

    /// <summary>A member opens the app's home; the view is what it shows once it is published.</summary>
    public EmulatedDelivery OpenHome(EmulatedMember member, string tab = "home")
    {
        lock (world.Gate)
            return world.Events.HomeOpened(member, tab);
    }

    private (EmulatedMessage Message, EmulatedDelivery Delivery) Write(EmulatedMember member, EmulatedChannel channel, string text, string? threadTs)
    {
        lock (world.Gate)
        {
            Insist(channel.Has(member), $"{member.Name} is not in #{channel.Name}.");
            Insist(channel is { IsArchived: false, IsDeleted: false }, $"#{channel.Name} is closed.");
            var message = world.Post(channel, member, MessageContent.Empty with { Text = text }, threadTs);
            return (message, world.Events.Said(message));
        }
    }

    private static void InsistReachable(EmulatedMember member, EmulatedMessage message)
    {
        Insist(!message.IsDeleted, "The message is deleted.");
        Insist(!member.IsDeactivated, $"{member.Name} is deactivated.");
        Insist(message.OnlyFor is null || message.OnlyFor == member && message.WasSeen, $"{member.Name} does not see the message.");
        Insist(message.Channel.Has(member) || message.Channel.Kind == ChannelKind.Public, $"{member.Name} is not in #{message.Channel.Name}.");
        Insist(!message.Channel.IsArchived, $"#{message.Channel.Name} is archived.");
    }
}
