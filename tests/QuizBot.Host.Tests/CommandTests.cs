using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using QuizBot.Host.Tests.Processes;
using QuizBot.Host.Tests.Wire;

namespace QuizBot.Host.Tests;

/// <summary>Commands beside a bot that runs, and without one.</summary>
public sealed class CommandTests
{
    // An apostrophe as an apostrophe: what is shown is looked for as it reads.
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Preview_BesideTheBot_FourteenPostsInLocalTime()
    {
        await using var house = new House();
        await using var host = await house.StartAsync();
        await host.SaysAsync("Posted round 2");

        var (code, output, errors) = await house.RunAsync("preview");

        Assert.Empty(errors);
        Assert.Equal(0, code);
        Assert.StartsWith("playground playground channel interview: ", output[0], StringComparison.Ordinal);
        Assert.Contains("Europe/Berlin", output[0], StringComparison.Ordinal);
        Assert.All(output.Skip(1).Take(14), line => Assert.Matches(@"^  \w.* 09:00 UTC\+0[12]", line));
        Assert.StartsWith("playground playground channel team: ", output[15], StringComparison.Ordinal);
        Assert.Equal(30, output.Count);
    }

    [Fact]
    public async Task Export_KnownWorkspace_EachLineARecord()
    {
        await using var house = new House();
        await using var host = await house.StartAsync();
        await using var page = new Page(house.Address, "saoirse");
        var question = await page.SeesAsync(m => m.Channel == "team" && m.Reactions.Count > 1);
        await page.ReactAsync(question.Id, question.Reactions.Keys.Last());

        var (code, output, errors) = await house.RunAsync("export", "playground/playground");

        Assert.Empty(errors);
        Assert.Equal(0, code);
        var records = output.Select(line => JsonNode.Parse(line)!.AsObject()).ToLookup(r => r["type"]!.GetValue<string>());
        Assert.Equal("Europe/Berlin", Assert.Single(records["workspace"])["zone"]!.GetValue<string>());
        Assert.Contains(records["member"], m => m["externalId"]!.GetValue<string>() == "saoirse" && m["name"]!.GetValue<string>() == "Saoirse");
        Assert.Equal(2, records["daily"].Count());
        var round = records["round"].First();
        Assert.Contains(round["question"]!["ask"]!.GetValue<string>()[..20].Replace("`", "", StringComparison.Ordinal).Trim(), question.Json.ToJsonString(AsWritten).Replace("`", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var answer = Assert.Single(records["answer"]);
        Assert.Equal(round["id"]!.GetValue<long>(), answer["roundId"]!.GetValue<long>());
        Assert.Equal(question.Choices.Count - 1, answer["choice"]!.GetValue<int>());

        var file = Path.Combine(house.Folder, "export.jsonl");
        Assert.Equal(0, (await house.RunAsync("export", "playground/playground", "--output", file)).ExitCode);
        Assert.Equal(output, await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("slack/T1", "There is no workspace slack/T1. The database has playground/playground.")]
    [InlineData("playground", "'playground' is no workspace.")]
    public async Task Export_UnknownWorkspace_SaysWhichThereAre(string workspace, string expected)
    {
        await using var house = new House();
        await using (var host = await house.StartAsync())
        {
            await host.SaysAsync("Posted round 1");
            await host.EndAsync(Signal.Terminate);
        }

        var file = Path.Combine(house.Folder, "export.jsonl");
        var (code, output, errors) = await house.RunAsync("export", workspace, "--output", file);

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains(expected, Assert.Single(errors), StringComparison.Ordinal);
        Assert.False(File.Exists(file), "An export that failed leaves a file.");
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("export", "playground/playground")]
    public async Task Command_NoDatabase_SaysToRunFirst(params string[] arguments)
    {
        await using var house = new House();

        var (code, output, errors) = await house.RunAsync(arguments);

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.StartsWith("error: There is no database", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(house.Folder));
    }

    [Fact]
    public async Task Lint_OwnQuestions_FindsNoFault()
    {
        await using var house = new House();

        var (code, output, errors) = await house.RunAsync("lint", Path.Combine(AppContext.BaseDirectory, "questions"));

        Assert.True(code == 0, string.Join('\n', output.Concat(errors)));
    }
}
