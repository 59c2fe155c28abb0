using System.CommandLine;
using Microsoft.Extensions.Options;
using QuizBot.Game.Deadlines;
using QuizBot.Host.Startup;
using QuizBot.Questions.Live;
using QuizBot.Storage;
using QuizBot.Storage.Startup;

namespace QuizBot.Host.CommandLine;

/// <summary><c>run</c>, the default: connects the platforms and keeps the bot going.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var command = new Command("run", "Run the bot (the default).");
        command.SetAction((_, cancellation) => RunAsync(cancellation));
        return command;
    }

    public static Task<int> RunAsync(CancellationToken cancellation) => Failures.ReportAsync(async () =>
    {
        var builder = BotBuilder.Create();
        HostServices.Add(builder);
        await using var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        HostEndpoints.Map(app);
        // The packs are read meanwhile: both take a good part of the start.
        var library = Task.Run(app.Services.GetRequiredService<QuestionLibrary>, cancellation);
        await app.Services.GetRequiredService<DatabaseStarter>().StartAsync(cancellation);
        await library;
        if (app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.Provider == StorageProvider.Sqlite)
            await app.Services.GetRequiredService<DoDueWork>().GiveUpOldClaimsAsync(cancellation);
        AddressCheck.Run(app.Configuration);
        // Running disposes the services at its end.
        var exit = app.Services.GetRequiredService<ExitCode>();
        await app.RunAsync();
        return exit.Value;
    });
}
