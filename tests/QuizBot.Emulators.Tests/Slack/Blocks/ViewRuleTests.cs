using System.Text.Json;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Blocks;

public sealed class ViewRuleTests
{
    private const string Title = """ "title":{"type":"plain_text","text":"x"},"submit":{"type":"plain_text","text":"x"} """;

    private const string Divider = """{"type":"divider"}""";

    [Theory]
    [InlineData("""{}""", "missing required field: type [json-pointer:/view]")]
    [InlineData("""{"type":"home","blocks":[]}""", "must be a modal view [json-pointer:/view/type]")]
    [InlineData("""{"type":"modal","blocks":[]}""", "missing required field: title [json-pointer:/view]")]
    [InlineData("""{"type":"modal",TITLE}""", "missing required field: blocks [json-pointer:/view]")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"1234567890123456789012345"},"blocks":[]}""", "must be less than 25 characters [json-pointer:/view/title/text]")]
    [InlineData("""{"type":"modal",TITLE,"callback_id":"{256}","blocks":[]}""", "must be less than 256 characters [json-pointer:/view/callback_id]")]
    [InlineData("""{"type":"modal",TITLE,"private_metadata":"{3001}","blocks":[]}""", "must be less than 3001 characters [json-pointer:/view/private_metadata]")]
    [InlineData("""{"type":"modal",TITLE,"blocks":[],"color":"red"}""", "invalid additional property: color [json-pointer:/view]")]
    [InlineData("""{"type":"modal",TITLE,"blocks":[{"type":"nothing"}]}""", "unsupported type: nothing [json-pointer:/view/blocks/0/type]")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"plain_text_input"}}]}""",
        "must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]")]
    public async Task Modal_ThatSlackRefuses_IsRefusedWithThePlace(string view, string message)
    {
        await using var office = await Office.OpenAsync();

        var reply = await OpenAsync(office, view);

        reply.AssertRefused("invalid_arguments");
        Assert.Contains("[ERROR] " + message, reply.Messages.Split('\n'));
    }

    [Fact]
    public async Task Modal_WithTooMuch_IsRefused()
    {
        await using var office = await Office.OpenAsync();
        var blocks = string.Join(',', Enumerable.Repeat(Divider, 101));
        var large = string.Join(',', Enumerable.Repeat(Divider, 14_000));

        Assert.Contains("no more than 100 items allowed [json-pointer:/view/blocks]", (await OpenAsync(office, $$"""{"type":"modal",{{Title}},"blocks":[{{blocks}}]}""")).Messages, StringComparison.Ordinal);
        (await OpenAsync(office, $$"""{"type":"modal",{{Title}},"blocks":[{{large}}]}""")).AssertRefused("view_too_large");
    }

    [Fact]
    public async Task Home_WithWhatOnlyModalsHave_IsRefused()
    {
        await using var office = await Office.OpenAsync();
        using var view = JsonDocument.Parse($$"""{"type":"home",{{Title}},"blocks":[]}""");

        var reply = await office.Wire.CallAsync("views.publish", new { user_id = office.Ada.Id, view = view.RootElement.Clone() });

        reply.AssertRefused("invalid_arguments");
        Assert.Contains("invalid additional property: submit [json-pointer:/view]", reply.Messages, StringComparison.Ordinal);
    }

    private static Task<Reply> OpenAsync(Office office, string view)
    {
        view = System.Text.RegularExpressions.Regex.Replace(view.Replace("TITLE", Title, StringComparison.Ordinal), @"\{(\d+)\}",
            match => new string('x', int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
        using var parsed = JsonDocument.Parse(view);
        var trigger = office.Slack.UseCommand(office.Ada, office.Channel, "/quiz").TriggerId;
        return office.Wire.CallAsync("views.open", new { trigger_id = trigger, view = parsed.RootElement.Clone() });
    }
}
