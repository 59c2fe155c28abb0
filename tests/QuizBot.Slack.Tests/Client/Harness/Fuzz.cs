using System.Globalization;

namespace QuizBot.Slack.Tests.Client.Harness;

/// <summary>Random damage. QUIZBOT_FUZZ_ITERATIONS asks for more of it, QUIZBOT_FUZZ_SEED for the same again.</summary>
internal static class Fuzz
{
    private static readonly byte[][] Pieces =
    [
        "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(), "\""u8.ToArray(), ","u8.ToArray(), ":"u8.ToArray(), "null"u8.ToArray(), "true"u8.ToArray(),
        "-1e999"u8.ToArray(), "\\ud800"u8.ToArray(), "\\u0000"u8.ToArray(), [0xff], [0xc3, 0x28], [0], "%00"u8.ToArray(), "%zz"u8.ToArray(), "&"u8.ToArray(), "="u8.ToArray(), "payload="u8.ToArray(),
    ];

    public static int Iterations { get; } = Setting("QUIZBOT_FUZZ_ITERATIONS") ?? 20_000;

    public static Random NewRandom()
    {
        var seed = Setting("QUIZBOT_FUZZ_SEED") ?? Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"QUIZBOT_FUZZ_SEED={seed}");
        return new Random(seed);
    }

    /// <summary>The same with some bytes changed, cut, doubled, or replaced by what parsers trip over.</summary>
    public static byte[] Mutate(byte[] good, Random random)
    {
        var bytes = good.ToList();
        for (var i = random.Next(1, 5); i > 0 && bytes.Count > 0; i--)
        {
            var at = random.Next(bytes.Count);
            var some = random.Next(Math.Min(20, bytes.Count - at));
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, some);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, some));
                    break;
                case 3:
                    bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.RemoveRange(at, some);
                    bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return [.. bytes];
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
