using QuizBot.Storage.Tests;
using QuizBot.Storage.Tests.Startup;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// xunit's own entry point, and a second host for tests that need one.
if (args is [HostProcess.Mode, var connectionString])
    return await HostProcess.RunAsync(connectionString);
return args.Any(arg => arg is "-automated" or "@@")
    ? await ConsoleRunner.Run(args)
    : await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
