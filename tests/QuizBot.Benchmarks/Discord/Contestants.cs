using System.Globalization;
using System.Net;
using System.Net.Sockets;
using QuizBot.Emulators.Discord;

namespace QuizBot.Benchmarks.Discord;

/// <summary>Starts the bots that are measured: ours as published, and a bare one on discord.js.</summary>
internal sealed class Contestants(DiscordEmulator discord) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quizbot-benchmark-").FullName;
    private readonly HttpClient _http = new();
    private string _url = "";

    /// <summary>Our bot, connected; built, or better published, before.</summary>
    public async Task<BotProcess> OursAsync()
    {
        _url = $"http://127.0.0.1:{FreePort()}";
        var program = Program();
        Console.WriteLine($"ours: {Path.GetRelativePath(Places.Root, program)}");
        var bot = BotProcess.Start("dotnet", [program], _folder, new Dictionary<string, string>
        {
            ["Discord__Token"] = discord.Token,
            ["Discord__ApiBaseUrl"] = discord.ApiBaseUrl,
            ["Http__Url"] = _url,
            ["Storage__ConnectionString"] = $"Data Source={Path.Combine(_folder, $"{Guid.NewGuid():N}.db")}",
            ["Questions__Path"] = Path.Combine(Places.Root, "questions"),
            ["Logging__LogLevel__Default"] = "Warning",
        });
        await Places.WaitAsync(IsReadyAsync);
        return bot;
    }

    /// <summary>A bare bot on discord.js, connected.</summary>
    public async Task<BotProcess> DiscordJsAsync(int reactions = 0)
    {
        var bot = BotProcess.Start("node", ["bench/bot.mjs"], Path.Combine(Places.Root, "tests", "official-clients", "discord"), new Dictionary<string, string>
        {
            ["DISCORD_TOKEN"] = discord.Token,
            ["DISCORD_API"] = discord.ApiBaseUrl[..discord.ApiBaseUrl.LastIndexOf('/')],
            ["EXPECT"] = reactions.ToString(CultureInfo.InvariantCulture),
        });
        await bot.SaysAsync("ready");
        return bot;
    }

    /// <summary>How many answers ours has made durable.</summary>
    public async Task<long> AnswersAsync()
    {
        var metrics = await _http.GetStringAsync(new Uri(_url + "/metrics"));
        return (long)metrics.Split('\n').Where(l => l.StartsWith("quizbot_answers", StringComparison.Ordinal) && !l.StartsWith('#'))
            .Sum(l => double.Parse(l.Split(' ')[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(_url + "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string Program()
    {
        string[] places = ["artifacts/bot/QuizBot.Host.dll", "src/QuizBot.Host/bin/Release/net10.0/QuizBot.Host.dll"];
        return places.Select(p => Path.Combine(Places.Root, p)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("Build or publish the bot first: see docs/performance.md.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
