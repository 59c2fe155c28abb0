using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using QuizBot.Chat;
using QuizBot.Chat.Doctor;
using QuizBot.Engine.Questions;
using QuizBot.Game.Commands;
using QuizBot.Game.Dailies;
using QuizBot.Playground;
using QuizBot.Questions.Live;
using QuizBot.Storage;
using QuizBot.Storage.Startup;

namespace QuizBot.Host.Doctor;

/// <summary>Looks at the whole setup: settings first, then what the bot stands on, then each platform.</summary>
internal sealed class Examination(IServiceProvider services, IConfiguration configuration)
{
    private const string Bot = "bot";

    public async IAsyncEnumerable<(string Scope, Finding Finding)> RunAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var faults = Faults().ToList();
        foreach (var fault in faults)
            yield return (Bot, new Finding(FindingKind.Wrong, "settings", fault) { Remedy = "Change appsettings.json or the environment variable of that name, with __ for the colon." });
        // What follows would only repeat it.
        if (faults.Count > 0)
            yield break;
        yield return (Bot, new Finding(FindingKind.Good, "settings", "They can be used."));

        var (database, channels) = await DatabaseAsync(cancellation);
        yield return (Bot, database);
        yield return (Bot, Questions());
        // Not before the settings are known to be good, on which they are made.
        var doctors = services.GetServices<IPlatformDoctor>().ToList();
        if (doctors.Count == 0)
            yield return (Bot, NoPlatform());
        foreach (var doctor in doctors)
        {
            await foreach (var finding in doctor.ExamineAsync([.. channels.Where(c => c.Platform == doctor.Name)], Catalogue.All, cancellation))
                yield return (doctor.Name, finding);
        }
    }

    private IEnumerable<string> Faults()
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return invalid.Failures;
        }
        catch (AggregateException many) when (many.InnerExceptions.All(e => e is OptionsValidationException))
        {
            return many.InnerExceptions.Cast<OptionsValidationException>().SelectMany(e => e.Failures);
        }
    }

    private async Task<(Finding Finding, IReadOnlyList<ChannelRef> Channels)> DatabaseAsync(CancellationToken cancellation)
    {
        if (IsStillToBeMade())
            return (new(FindingKind.Note, "database", "There is none yet; the bot makes it when it first runs."), []);
        try
        {
            await services.GetRequiredService<DatabaseStarter>().CheckAsync(cancellation);
        }
        catch (StorageRefusedException refused)
        {
            return (new(FindingKind.Wrong, "database", refused.Message), []);
        }

        var channels = new List<ChannelRef>();
        await foreach (var daily in services.GetRequiredService<PreviewDailies>().ReadAsync(cancellation))
            channels.Add(new ChannelRef(new WorkspaceRef(daily.Platform, daily.Workspace), daily.Channel));
        return (new(FindingKind.Good, "database", $"It answers, and knows {channels.Count} {(channels.Count == 1 ? "channel" : "channels")} with a question of the day."), channels);
    }

    private bool IsStillToBeMade() => StorageOptions.From(configuration) is { Provider: StorageProvider.Sqlite } storage
        && !File.Exists(new SqliteConnectionStringBuilder(storage.ConnectionString).DataSource);

    private Finding Questions()
    {
        var library = services.GetRequiredService<QuestionLibrary>();
        var bank = library.Current;
        var count = bank.Count(new QuestionScope(QuestionPool.Graded)) + bank.Count(new QuestionScope(QuestionPool.Open));
        return (count, library.Faults.Count) switch
        {
            (0, _) => new(FindingKind.Wrong, "questions", $"{library.Folder} has none that can be asked.")
            {
                Remedy = "Let Questions:Path name a folder of packs; the command lint says what is wrong with one.",
            },
            (_, 0) => new(FindingKind.Good, "questions", $"{count} in {bank.Categories.Count} categories."),
            var (_, faults) => new(FindingKind.Note, "questions", $"{count} in {bank.Categories.Count} categories; {faults} things are wrong with their files, which the command lint names."),
        };
    }

    private Finding NoPlatform()
    {
        var playground = services.GetRequiredService<IOptions<PlaygroundOptions>>().Value;
        return new(
            FindingKind.Note, "platforms",
            (playground.Enabled ?? true ? $"Only the playground is on, at {playground.Url}." : "None is on, so the bot talks to nobody.")
            + " Discord is on when Discord:Token is set: docs/discord.md leads there in ten minutes.");
    }
}
