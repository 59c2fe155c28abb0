using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using QuizBot.Chat;
using QuizBot.Storage;

namespace QuizBot.Host.CommandLine;

/// <summary>Turns what an operator can mend into one clear line each on standard error, and exit code 1.</summary>
internal static class Failures
{
    public static async Task<int> ReportAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OptionsValidationException invalid)
        {
            return Report(invalid.Failures);
        }
        catch (AggregateException many) when (many.InnerExceptions.All(e => e is OptionsValidationException))
        {
            return Report(many.InnerExceptions.Cast<OptionsValidationException>().SelectMany(e => e.Failures));
        }
        catch (InvalidOperationException unreadable) when (UnreadableSetting.Explain(unreadable) is { } line)
        {
            return Report([line]);
        }
        catch (Exception refused) when (refused is StorageRefusedException or PlatformRefusedException)
        {
            return Report([refused.Message]);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            return Report([$"{taken.Message.TrimEnd('.')}. Another program listens there, perhaps another QuizBot. Stop it, or set Playground:Url or Http:Url to a free port."]);
        }
    }

    private static int Report(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Console.Error.WriteLine($"error: {line}");
        return 1;
    }
}
