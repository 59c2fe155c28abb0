using System.Text.Json;
using QuizBot.Emulators.Faults;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Api;

public sealed class RequestFaultTests
{
    [Fact]
    public async Task Fail_OnAMethod_AnswersItsWordSoOftenAndDoesNothing()
    {
        await using var office = await Office.OpenAsync();
        office.Slack.Faults.Fail("chat.postMessage", "internal_error", times: 2);

        (await office.Wire.CallAsync("auth.test")).AssertOk();
        (await PostAsync(office)).AssertRefused("internal_error");
        (await PostAsync(office)).AssertRefused("internal_error");
        Assert.Empty(office.Channel.Messages);
        (await PostAsync(office)).AssertOk();
    }

    [Fact]
    public async Task Fail_Done_AnswersItsWordAndHasDoneIt()
    {
        await using var office = await Office.OpenAsync();
        office.Slack.Faults.Fail("chat.postMessage", "fatal_error", done: true);

        (await PostAsync(office)).AssertRefused("fatal_error");
        Assert.Single(office.Channel.Messages);
    }

    [Fact]
    public async Task LoseAnswer_OnAMethod_HasDoneIt()
    {
        await using var office = await Office.OpenAsync();
        office.Slack.Faults.LoseAnswer("chat.postMessage");

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => PostAsync(office));

        Assert.Single(office.Channel.Messages);
        Assert.True(Assert.Single(office.Slack.Calls.All).Faulty);
    }

    [Fact]
    public async Task Refuse_With429_SaysHowLong()
    {
        await using var office = await Office.OpenAsync();
        office.Slack.Faults.Refuse("chat.postMessage", 429, retryAfter: TimeSpan.FromSeconds(30));

        var reply = await PostAsync(office);

        Assert.Equal((429, "30", "ratelimited"), (reply.Status, reply.Header("Retry-After"), reply.Error));
    }

    [Theory]
    [InlineData(RequestFaultKind.Garbled)]
    [InlineData(RequestFaultKind.Refused)]
    public async Task Request_SpoiltWithAPageOrHalfAWord_IsNoJson(RequestFaultKind kind)
    {
        await using var office = await Office.OpenAsync();
        office.Slack.Faults.Requests.Add(new() { Kind = kind, Status = 503 });

        await Assert.ThrowsAnyAsync<JsonException>(() => PostAsync(office));
    }

    [Theory]
    [InlineData(RequestFaultKind.Dropped)]
    [InlineData(RequestFaultKind.Truncated)]
    public async Task Request_Cut_HasNoAnswer(RequestFaultKind kind)
    {
        await using var office = await Office.OpenAsync();
        office.Slack.Faults.Requests.Add(new() { Kind = kind });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => PostAsync(office));

        Assert.Equal(kind == RequestFaultKind.Truncated ? 1 : 0, office.Channel.Messages.Count);
    }

    [Fact]
    public async Task Request_Slow_IsAnsweredWhenItsTimeHasCome()
    {
        await using var office = await Office.OpenAsync();
        office.Slack.Faults.Requests.Add(new() { Kind = RequestFaultKind.Slow, After = TimeSpan.FromSeconds(20) });

        var posting = PostAsync(office);
        await office.Slack.Calls.FirstAsync(_ => true, TestContext.Current.CancellationToken);

        Assert.False(posting.IsCompleted);
        await PumpAsync(office, posting);
        (await posting).AssertOk();
    }

    // The answer may not yet be waiting when the clock is moved.
    private static async Task PumpAsync(Office office, Task until)
    {
        while (!until.IsCompleted)
        {
            office.Time.Advance(TimeSpan.FromSeconds(20));
            await Task.Yield();
        }
    }

    private static Task<Reply> PostAsync(Office office) => office.Wire.CallAsync("chat.postMessage", new { channel = office.Channel.Id, text = "x" });
}
