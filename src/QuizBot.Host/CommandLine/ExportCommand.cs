using System.CommandLine;
using QuizBot.Host.Startup;
using QuizBot.Storage.Export;
using QuizBot.Storage.Startup;

namespace QuizBot.Host.CommandLine;

/// <summary><c>export</c>: a workspace's data as JSON Lines.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var workspace = new Argument<string>("workspace") { Description = "Platform and id, such as discord/81384788765712384 or playground/playground." };
        var output = new Option<FileInfo?>("--output") { Description = "The file to write; standard output if left out." };
        var command = new Command("export", "Write a workspace's data as JSON Lines, one record a line.") { workspace, output };
        command.SetAction((parsed, cancellation) => Failures.ReportAsync(async () =>
        {
            var name = parsed.GetRequiredValue(workspace);
            if (name.Split('/', 2) is not [var platform, var id])
            {
                Console.Error.WriteLine($"error: '{name}' is no workspace. Write it as platform/id, such as playground/playground.");
                return 1;
            }

            await using var services = HostServices.ForReading();
            await services.GetRequiredService<DatabaseStarter>().CheckAsync(cancellation);
            var export = services.GetRequiredService<ExportWorkspace>();
            var known = await export.ListAsync(cancellation);
            if (!known.Contains(name))
            {
                Console.Error.WriteLine($"error: There is no workspace {name}. {(known.Count == 0 ? "The database has none yet." : $"The database has {string.Join(", ", known)}.")}");
                return 1;
            }

            await using var stream = parsed.GetValue(output) is { } file ? Create(file) : Console.OpenStandardOutput();
            if (stream is null)
                return 1;
            await export.WriteAsync(platform, id, stream, cancellation);
            return 0;
        }));
        return command;
    }

    private static FileStream? Create(FileInfo file)
    {
        try
        {
            return file.Create();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {file.FullName} cannot be written: {refused.Message}");
            return null;
        }
    }
}
