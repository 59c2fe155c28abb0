using System.Text.Json;
using QuizBot.Emulators.Control;
using QuizBot.Emulators.Discord.Interactions;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord.Control;

/// <summary>The deeds of members and managers as verbs.</summary>
internal sealed class DiscordControl(DiscordEmulator discord)
{
    public static ControlServer Server(DiscordEmulator discord)
    {
        var control = new DiscordControl(discord);
        var verbs = new Dictionary<string, Func<ControlCall, Task<object?>>>
        {
            ["guild"] = Done(call => control.AddGuild(call)),
            ["channel"] = Done(call => Named(discord.AddChannel(control.Guild(call), call.Text("name")))),
            ["member"] = Done(call => Named(discord.AddMember(control.Guild(call), call.Text("name"), call.Flag("bot")))),
            ["say"] = Done(call => DiscordState.Message(discord.Say(control.Member(call), control.Channel(call), call.Text("text")))),
            ["react"] = async call => new { heard = await discord.React(control.Member(call), control.Message(call), call.Text("emoji")) },
            ["unreact"] = async call => new { heard = await discord.Unreact(control.Member(call), control.Message(call), call.Text("emoji")) },
            ["press"] = call => AnswerAsync(call, discord.Press(control.Member(call), control.Message(call), call.Text("customId"), [.. call.List("values").Select(value => value.ToString())])),
            ["command"] = call => AnswerAsync(call, discord.UseCommand(control.Member(call), control.Channel(call), call.Text("words"), control.Options(call))),
            ["autocomplete"] = call => AnswerAsync(call, discord.Autocomplete(control.Member(call), control.Channel(call), call.Text("words"), call.Text("option"), call.Text("typed"), control.Options(call))),
            ["modal"] = call => AnswerAsync(call, discord.SubmitModal(control.Interaction(call), [.. call.Fields("values").Select(value => (value.Name, value.Value.ToString()))])),
            ["leave"] = Done(call => discord.Leave(control.Member(call))),
            ["invite"] = Done(call => discord.Invite(control.Guild(call))),
            ["remove-bot"] = Done(call => discord.RemoveBot(control.Guild(call))),
            ["delete-channel"] = Done(call => discord.DeleteChannel(control.Channel(call))),
            ["delete-message"] = Done(call => discord.Delete(control.Message(call))),
            ["archive"] = Done(call => discord.Archive(control.Channel(call), call.Flag("locked"))),
            ["permissions"] = Done(call => discord.SetPermissions(control.Guild(call), control.BotRole(call), call.Choice<Permissions>("permissions"))),
        };
        FaultVerbs.Add(verbs, discord, control);
        return new(Page(), () => DiscordState.Of(discord), verbs);
    }

    public EmulatedGuild Guild(ControlCall call) =>
        discord.Guilds.FirstOrDefault(guild => guild.Id == call.Id("guild")) ?? throw new ControlException("There is no such guild.");

    internal static Func<ControlCall, Task<object?>> Done(Func<ControlCall, object?> deed) => call => Task.FromResult(deed(call) switch
    {
        Gateway.Delivery => null,
        var answer => answer,
    });

    private static string Page()
    {
        using var stream = typeof(DiscordControl).Assembly.GetManifestResourceStream("discord-control.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static object Named(EmulatedChannel channel) => new { id = $"{channel.Id}", channel.Name };

    private static object Named(EmulatedMember member) => new { id = $"{member.Id}", member.User.Name };

    /// <summary>Waits for the first answer, or with "until": "shown" for what the member finally sees.</summary>
    private static async Task<object?> AnswerAsync(ControlCall call, EmulatedInteraction interaction)
    {
        var outcome = await interaction.Answered;
        var message = call.Maybe("until") == "shown" ? await interaction.Shown : interaction.Original;
        return new
        {
            interaction = $"{interaction.Id}",
            outcome,
            took = interaction.Took.TotalMilliseconds,
            message = message is null ? null : DiscordState.Message(message),
            modal = interaction.Modal,
            choices = interaction.Choices,
        };
    }

    private object AddGuild(ControlCall call)
    {
        var guild = discord.AddGuild(call.Text("name"), invited: call.Flag("invited", otherwise: true));
        return new { id = $"{guild.Id}", guild.Name };
    }

    private EmulatedRole BotRole(ControlCall call) =>
        Guild(call).Bot?.Roles[0] ?? throw new ControlException("The bot is not in that guild.");

    private EmulatedChannel Channel(ControlCall call)
    {
        var id = call.Id("channel");
        return discord.Guilds.SelectMany(guild => guild.Channels).FirstOrDefault(channel => channel.Id == id)
            ?? throw new ControlException("There is no such channel.");
    }

    private EmulatedMember Member(ControlCall call)
    {
        var id = call.Id("member");
        return discord.Guilds.SelectMany(guild => guild.Members).FirstOrDefault(member => member.Id == id)
            ?? throw new ControlException("There is no such member.");
    }

    private EmulatedMessage Message(ControlCall call)
    {
        var id = call.Id("message");
        return discord.Guilds.SelectMany(guild => guild.Channels).SelectMany(channel => channel.Messages).FirstOrDefault(message => message.Id == id)
            ?? throw new ControlException("There is no such message.");
    }

    private EmulatedInteraction Interaction(ControlCall call)
    {
        var id = call.Id("interaction");
        return discord.Interactions.All.FirstOrDefault(one => one.Id == id) ?? throw new ControlException("There was no such interaction.");
    }

    private (string, object)[] Options(ControlCall call) =>
    [
        .. call.Fields("options").Select(option => (option.Name, option.Value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => option.Value.TryGetInt64(out var whole) ? (object)whole : option.Value.GetDouble(),
            // A member is given as an object with its id.
            JsonValueKind.Object => Member(new(option.Value)),
            _ => option.Value.ToString(),
        })),
    ];
}
