using System.Text.Json;
using QuizBot.Emulators.Discord.Commands;
using QuizBot.Emulators.Discord.Forms;
using QuizBot.Emulators.Discord.Json;

namespace QuizBot.Emulators.Discord.Rest;

internal static class CommandRoutes
{
    private const string Global = "/applications/{application_id}/commands", Guild = "/applications/{application_id}/guilds/{guild_id}/commands";
    private const int Most = 100;

    public static IEnumerable<Route> All => [.. Of(Global), .. Of(Guild)];

    private static IEnumerable<Route> Of(string template) =>
    [
        new("GET", template, BucketKind.Others, List),
        new("PUT", template, BucketKind.Commands, Replace),
        new("POST", template, BucketKind.Commands, Create),
        new("GET", template + "/{command_id}", BucketKind.Others, Get),
        new("PATCH", template + "/{command_id}", BucketKind.Commands, Edit),
        new("DELETE", template + "/{command_id}", BucketKind.Commands, Delete),
    ];

    private static Answer List(RestCall call) => Scope(call, out var guild)
        ?? Answer.Ok((call.World.Commands.Of(guild), call.World.ApplicationId), CommandJson.WriteAll);

    private static Answer Replace(RestCall call)
    {
        if (Scope(call, out var guild) is { } refusal)
            return refusal;
        if (call.Body.ValueKind != JsonValueKind.Array)
            call.Errors.Add("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        var (wanted, names) = (new List<EmulatedCommand>(), new HashSet<(string, int)>());
        for (var i = 0; call.Body.ValueKind == JsonValueKind.Array && i < call.Body.GetArrayLength(); i++)
        {
            if (call.Body[i].ValueKind != JsonValueKind.Object)
            {
                call.Errors.Add($"{i}", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
                continue;
            }
            var command = CommandForm.Read(new Fields(call.Body[i], call.Errors, $"{i}"));
            if (!names.Add((command.Name, command.Type)))
                call.Errors.Add($"{i}", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            wanted.Add(command);
        }
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        if (wanted.Count(command => command.Type == 1) > Most)
            return Answer.Refused(400, 30032, "Maximum number of application commands reached (100)");
        return Answer.Ok((call.World.Commands.Replace(guild, wanted), call.World.ApplicationId), CommandJson.WriteAll);
    }

    private static Answer Create(RestCall call)
    {
        if (Scope(call, out var guild) is { } refusal)
            return refusal;
        var command = CommandForm.Read(call.Form);
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        var before = call.World.Commands.Of(guild).FirstOrDefault(one => one.Name == command.Name && one.Type == command.Type);
        call.World.Commands.Put(command, guild, before);
        var answer = Answer.Ok((command, call.World.ApplicationId), CommandJson.Write);
        return before is null ? answer with { Status = 201 } : answer;
    }

    private static Answer Get(RestCall call) => Find(call, out _, out var command)
        ?? Answer.Ok((command, call.World.ApplicationId), CommandJson.Write);

    private static Answer Edit(RestCall call)
    {
        if (Find(call, out var guild, out var before) is { } refusal)
            return refusal;
        // What is not said stays: the old command is laid under the new words.
        using var merged = JsonDocument.Parse(Bytes.Of((before, call), static (json, state) =>
        {
            json.WriteStartObject();
            var old = Bytes.Of((state.before, state.call.World.ApplicationId), CommandJson.Write);
            using var document = JsonDocument.Parse(old);
            foreach (var property in document.RootElement.EnumerateObject())
                if (!state.call.Body.TryGetProperty(property.Name, out _) && property.Name is not ("id" or "application_id" or "version"))
                    property.WriteTo(json);
            foreach (var property in state.call.Body.EnumerateObject())
                property.WriteTo(json);
            json.WriteEndObject();
        }));
        var command = CommandForm.Read(new Fields(merged.RootElement, call.Errors, ""));
        if (call.Errors.Any)
            return Answer.Invalid(call.Errors);
        call.World.Commands.Put(command, guild, before);
        return Answer.Ok((command, call.World.ApplicationId), CommandJson.Write);
    }

    private static Answer Delete(RestCall call)
    {
        if (Find(call, out _, out var command) is { } refusal)
            return refusal;
        call.World.Commands.Remove(command);
        return Answer.Nothing;
    }

    private static Answer? Scope(RestCall call, out ulong? guild)
    {
        guild = null;
        if (call.Id("application_id") != call.World.ApplicationId)
            return Refusals.UnknownApplication;
        if (!call.HasText("guild_id"))
            return null;
        guild = call.Id("guild_id");
        return call.FindGuild(out _);
    }

    private static Answer? Find(RestCall call, out ulong? guild, out EmulatedCommand command)
    {
        command = null!;
        if (Scope(call, out guild) is { } refusal)
            return refusal;
        if (call.World.Commands.Find(call.Id("command_id"), guild) is not { } found)
            return Refusals.UnknownCommand;
        command = found;
        return null;
    }
}
