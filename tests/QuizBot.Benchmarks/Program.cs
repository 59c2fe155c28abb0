using BenchmarkDotNet.Running;
using QuizBot.Benchmarks;
using QuizBot.Benchmarks.Discord;
using QuizBot.Benchmarks.Slack;

// Scenarios measure the bot as a whole, once each; "micro" runs BenchmarkDotNet on single functions.
return args switch
{
    ["answers"] => await AnswersScenario.RunAsync(),
    ["boards"] => await BoardsScenario.RunAsync(),
    ["fan-out"] => await FanOutScenario.RunAsync(),
    ["discord-idle"] => await IdleScenario.RunAsync(),
    ["discord-reactions"] => await ReactionsScenario.RunAsync(),
    ["discord-clicks"] => await ClicksScenario.RunAsync(),
    ["discord-due"] => await DueScenario.RunAsync(),
    ["slack-socket"] => await SocketScenario.RunAsync(),
    ["micro", .. var rest] => BenchmarkSwitcher.FromAssembly(typeof(Bot).Assembly).Run(rest).Any() ? 0 : 1,
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: answers | boards | fan-out | discord-idle | discord-reactions | discord-clicks | discord-due | slack-socket | micro --filter '*'");
    return 1;
}
