using BenchmarkDotNet.Running;
using QuizBot.Benchmarks;

// Scenarios measure the bot as a whole, once each; "micro" runs BenchmarkDotNet on single functions.
return args switch
{
    ["answers"] => await AnswersScenario.RunAsync(),
    ["boards"] => await BoardsScenario.RunAsync(),
    ["fan-out"] => await FanOutScenario.RunAsync(),
    ["micro", .. var rest] => BenchmarkSwitcher.FromAssembly(typeof(Bot).Assembly).Run(rest).Any() ? 0 : 1,
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: answers | boards | fan-out | micro --filter '*'");
    return 1;
}
