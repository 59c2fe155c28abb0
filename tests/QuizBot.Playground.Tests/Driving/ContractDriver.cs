using System.Text.Json.Nodes;
using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Playground.World;
using QuizBot.Testing.Platforms;
using Seen = QuizBot.Testing.Platforms.SeenMessage;

namespace QuizBot.Playground.Tests.Driving;

/// <summary>Members of the playground for the suite of all platforms, each with a connection of their own.</summary>
internal sealed class ContractDriver : IChatPlatformDriver
{
    private const string Team = "team";
    private readonly PlaygroundHouse _house;
    private readonly Dictionary<string, PlaygroundDriver> _members = [];
    private readonly Dictionary<string, (JsonObject Form, MessageRef From)> _forms = [];

    private ContractDriver(PlaygroundHouse house) => _house = house;

    public IChatPlatform Platform => _house.Platform;

    public ChannelRef Channel => Cast.Channel(Team);

    public ChannelRef MissingChannel => Cast.Channel("missing");

    public MessageRef MissingMessage => new(Channel, "987654321");

    public ChatMember Ann { get; } = Cast.FindPerson("ada")!.AsMember;

    public ChatMember Bob { get; } = Cast.FindPerson("bashir")!.AsMember;

    // Nobody can be the other bot on the page.
    public ChatMember? Robot => null;

    public static async Task<ContractDriver> StartAsync(RecordingEvents events)
    {
        var house = await PlaygroundHouse.OpenAsync();
        var restored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        events.Reply = happened =>
        {
            if (happened is ConnectionRestored)
                restored.TrySetResult();
            return null;
        };
        house.StartBot(events);
        await restored.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        var driver = new ContractDriver(house);
        foreach (var member in new[] { driver.Ann, driver.Bob })
            driver._members[member.Id] = await house.EnterAsync(member.Id);
        return driver;
    }

    public Task ReactAsync(ChatMember member, MessageRef message, string emoji) => _members[member.Id].ReactAsync(message, emoji);

    public Task UnreactAsync(ChatMember member, MessageRef message, string emoji) => _members[member.Id].ReactAsync(message, emoji, on: false);

    public async Task PressAsync(ChatMember member, Seen message, string action)
    {
        var outcome = await _members[member.Id].PressAsync(message.Ref, action);
        if (outcome["form"] is JsonObject form)
            _forms[member.Id] = (form, message.Ref);
    }

    public Task TypeAsync(ChatMember member, string line) => _members[member.Id].SayAsync(Team, line);

    public async Task SubmitAsync(ChatMember member, IReadOnlyDictionary<string, string> fields)
    {
        _forms.Remove(member.Id, out var open);
        await _members[member.Id].SubmitAsync(Team, open.Form["action"]!.GetValue<string>(), fields, open.From);
    }

    public Task<SeenForm?> SeenFormAsync(ChatMember member) => Task.FromResult(_forms.TryGetValue(member.Id, out var open)
        ? new SeenForm(open.Form["title"]!.GetValue<string>(), [.. open.Form["fields"]!.AsArray().Select(f => f!["name"]!.GetValue<string>())])
        : null);

    public async Task<IReadOnlyList<Seen>> SeenAsync(ChatMember member)
    {
        var driver = _members[member.Id];
        var seen = new List<SeenMessage>();
        foreach (var message in (await driver.ReadAsync(Team)).Messages)
        {
            seen.Add(message);
            if (message.Replies > 0)
                seen.AddRange((await driver.ReadAsync(Team, message.Id)).Messages);
        }

        // What members typed themselves is no matter of the bot's.
        return [.. seen.Where(m => m.Author == Cast.QuizBot.Id).Select(ToSeen)];
    }

    public Task<bool> LeaveAsync(ChatMember member) => Task.FromResult(false);

    public async ValueTask DisposeAsync()
    {
        foreach (var member in _members.Values)
            await member.DisposeAsync();
        await _house.DisposeAsync();
    }

    private static Seen ToSeen(SeenMessage message)
    {
        var blocks = message.Json["content"]!["blocks"]!.AsArray();
        return new Seen(
            message.Ref,
            string.Join('\n', blocks.Select(b => Text(b!))),
            [.. blocks.Where(b => Type(b!) == "buttons").SelectMany(b => b!["items"]!.AsArray()).Select(b => b!["action"]!.GetValue<string>())],
            [.. message.Json["reactions"]!.AsArray().SelectMany(r => r!["members"]!.AsArray().Select(m => (m!.GetValue<string>(), r["emoji"]!.GetValue<string>())))])
        {
            IsPrivate = message.IsPrivate,
            ThreadId = message.Thread?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ReplyTo = message.Json["replyTo"]?["id"]?.ToString(),
        };
    }

    private static string Text(JsonNode block) => Type(block) switch
    {
        "heading" => block["title"]!.GetValue<string>(),
        "code" => block["text"]!.GetValue<string>(),
        "text" or "note" => Spans(block),
        "choices" => string.Join('\n', block["items"]!.AsArray().Select(i => $"{i!["emoji"]} {Spans(i)}")),
        "table" => string.Join('\n', block["rows"]!.AsArray().Select(r => string.Join(" | ", r!["cells"]!.AsArray()))),
        _ => "",
    };

    private static string Spans(JsonNode of) => string.Concat(of["spans"]!.AsArray().Select(s => (s!["text"] ?? s["title"] ?? s["name"] ?? s["at"])?.ToString()));

    private static string Type(JsonNode node) => node["type"]!.GetValue<string>();
}
