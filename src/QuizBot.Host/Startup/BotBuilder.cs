using Microsoft.Extensions.Logging.Console;

namespace QuizBot.Host.Startup;

/// <summary>Settings and logs, the same for every command.</summary>
internal static class BotBuilder
{
    private const string SettingsFile = "appsettings.json";

    public static WebApplicationBuilder Create()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = ContentRoot() });
        builder.Configuration.AddUserSecrets(typeof(BotBuilder).Assembly, optional: true);
        builder.Configuration.AddEnvironmentVariables();
        // One line an event, for people; Logging:Console:FormatterName=json is for machines.
        builder.Logging.AddConsole();
        builder.Services.Configure<SimpleConsoleFormatterOptions>(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            console.UseUtcTimestamp = true;
        });
        // The slim builder has set it to simple, whatever the settings say.
        builder.Services.PostConfigure<ConsoleLoggerOptions>(console =>
            console.FormatterName = builder.Configuration["Logging:Console:FormatterName"] ?? ConsoleFormatterNames.Simple);
        builder.Services.Configure<JsonConsoleFormatterOptions>(console => console.TimestampFormat = "O");
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(15));
        builder.Services.AddSingleton(TimeProvider.System);
        return builder;
    }

    // Where the settings are: the folder it is run from, or the one it was published to.
    private static string ContentRoot() =>
        File.Exists(Path.Combine(Directory.GetCurrentDirectory(), SettingsFile)) ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;
}
