using System.Text.RegularExpressions;
using Microsoft.Playwright;
using QuizBot.Host.Tests.Processes;
using QuizBot.Testing;
using static Microsoft.Playwright.Assertions;

namespace QuizBot.Host.Tests.Browser;

/// <summary>The first ten minutes of somebody who has just started the bot, in a real browser.</summary>
public sealed class NewcomerTests
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-quic",
    ];

    [Fact]
    public async Task Newcomer_FirstMinutes_EverythingAnswers()
    {
        Requires.That(File.Exists(Chromium), $"There is no browser at {Chromium}.");
        await using var house = new House();
        house.Settings["Quiz__Lobby"] = "00:00:04";
        house.Settings["Quiz__Pause"] = "00:00:02";
        var shots = Directory.CreateDirectory(Environment.GetEnvironmentVariable("QUIZBOT_SHOTS") ?? Path.Combine(house.Folder, "shots")).FullName;
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Flags });
        var host = await house.StartAsync();
        try
        {
            await using var ada = await Window.OpenAsync(browser, house.Address, "ada", shots);
            await using var mei = await Window.OpenAsync(browser, house.Address, "mei", shots);
            await AnswerTodaysQuestionAsync(ada, mei);
            await PlayAQuizAsync(ada, mei);
            await AskForRecordsAsync(ada, mei);

            await host.KillAsync();
            await Expect(ada.Connection).ToBeVisibleAsync();
            await ada.ShotAsync("09-lost");
            await host.DisposeAsync();
            host = await house.StartAsync();
            await ComeBackAsync(ada, mei);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static async Task AnswerTodaysQuestionAsync(Window ada, Window mei)
    {
        var question = ada.Message("Question of the day");
        await Expect(question).ToBeVisibleAsync();
        await ada.ShotAsync("01-first-look");

        await ada.React(question, "1️⃣").ClickAsync();
        await Expect(ada.React(question, "1️⃣")).ToHaveAttributeAsync("aria-pressed", "true");
        var seen = mei.Message("Question of the day");
        await Expect(mei.React(seen, "1️⃣")).ToHaveAccessibleNameAsync(new Regex(" 1$"));
        await ada.React(question, "2️⃣").ClickAsync();
        await Expect(ada.React(question, "2️⃣")).ToHaveAttributeAsync("aria-pressed", "true");
        // One reaction a member stands.
        await Expect(ada.React(question, "1️⃣")).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(mei.React(seen, "2️⃣")).ToHaveAccessibleNameAsync(new Regex(" 1$"));
        await mei.ShotAsync("02-other-member");
    }

    private static async Task PlayAQuizAsync(Window ada, Window mei)
    {
        await ada.GoToAsync("quiz-night");
        await mei.GoToAsync("quiz-night");
        await ada.Composer.FillAsync("/");
        await Expect(ada.Menu).ToBeVisibleAsync();
        await Expect(ada.Menu.GetByText("/quiz start")).ToBeVisibleAsync();
        await ada.ShotAsync("03-commands");

        await ada.SayAsync("/quiz start questions:2 seconds:10");
        // A question closes early when all who joined have answered.
        await mei.Message("A quiz begins").GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(mei.Message("You are in.")).ToBeVisibleAsync();
        foreach (var title in new[] { "Question 1 of 2", "Question 2 of 2" })
        {
            var question = ada.Message(title);
            await Expect(question).ToBeVisibleAsync();
            await Expect(question.GetByText(new Regex("Closes in [0-9]+"))).ToBeVisibleAsync();
            await ada.ShotAsync($"04-{title.Replace(' ', '-').ToLowerInvariant()}");
            await ada.AnswerAsync(title, 0);
            await Expect(ada.Message("Your answer").Last).ToContainTextAsync("Only you");
            await mei.AnswerAsync(title, 1);
            await Expect(question).ToContainTextAsync("Closed.");
        }

        await Expect(ada.Message("The answer")).ToHaveCountAsync(2);
        await Expect(ada.Message("The answer").Last).ToContainTextAsync("Source:");
        await Expect(ada.Message("The answer").Last).ToContainTextAsync(new Regex("right: |none of them right|not right"));
        await ada.ShotAsync("05-reveal");
        await Expect(ada.Message("Quiz over")).ToBeVisibleAsync();
        await ada.ShotAsync("06-board");
    }

    private static async Task AskForRecordsAsync(Window ada, Window mei)
    {
        await ada.SayAsync("/leaderboard");
        await Expect(ada.Message("Leaderboard this")).ToContainTextAsync("Mei");
        await ada.ShotAsync("07-leaderboard");
        await ada.SayAsync("/stats");
        await Expect(ada.Articles.Last).ToContainTextAsync("Only you");
        await Expect(ada.Articles.Last).ToContainTextAsync(new Regex("Your statistics.*points, rank"));
        await ada.ShotAsync("08-stats");
        // What only one sees the other does not.
        await Expect(mei.Articles.Filter(new() { HasText = "/stats" })).ToHaveCountAsync(0);
    }

    private static async Task ComeBackAsync(Window ada, Window mei)
    {
        await Expect(ada.Connection).ToBeHiddenAsync();
        await ada.SayAsync("Back again!");
        await Expect(mei.Message("Back again!")).ToBeVisibleAsync();
        await ada.GoToAsync("team");
        await Expect(ada.React(ada.Message("Question of the day"), "2️⃣")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(ada.Message("Question of the day")).ToHaveCountAsync(1);
        await ada.ShotAsync("10-back");
    }
}
