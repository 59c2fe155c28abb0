using System.Text.Json;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Blocks;

/// <summary>One refusal each; what is a long text stands as {n} for n letters.</summary>
public sealed class BlockRuleTests
{
    [Theory]
    [InlineData("""{}""", "missing required field: type [json-pointer:/blocks/0]")]
    [InlineData("""{"type":"sections"}""", "unsupported type: sections [json-pointer:/blocks/0/type]")]
    [InlineData("""1""", "must be an object [json-pointer:/blocks/0]")]
    [InlineData("""{"type":"divider","block_id":"{256}"}""", "must be less than 256 characters [json-pointer:/blocks/0/block_id]")]
    [InlineData("""{"type":"divider","color":"red"}""", "invalid additional property: color [json-pointer:/blocks/0]")]
    [InlineData("""{"type":"section"}""", "must define either `text` or `fields` [json-pointer:/blocks/0/type]")]
    [InlineData("""{"type":"section","text":"plain"}""", "failed to match all allowed schemas [json-pointer:/blocks/0/text]")]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":""}}""", "must be more than 0 characters [json-pointer:/blocks/0/text/text]")]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":"{3001}"}}""", "must be less than 3001 characters [json-pointer:/blocks/0/text/text]")]
    [InlineData("""{"type":"section","text":{"type":"html","text":"x"}}""", "unsupported type: html [json-pointer:/blocks/0/text/type]")]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":"x","emoji":true}}""", "invalid additional property: emoji [json-pointer:/blocks/0/text]")]
    [InlineData("""{"type":"section","fields":[]}""", "must provide at least 1 items [json-pointer:/blocks/0/fields]")]
    [InlineData("""{"type":"section","fields":[{"type":"mrkdwn","text":"{2001}"}]}""", "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]")]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":"x"},"accessory":{"type":"plain_text_input"}}""", "unsupported type: plain_text_input [json-pointer:/blocks/0/accessory/type]")]
    [InlineData("""{"type":"header","text":{"type":"mrkdwn","text":"x"}}""", "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]")]
    [InlineData("""{"type":"header","text":{"type":"plain_text","text":"{151}"}}""", "must be less than 151 characters [json-pointer:/blocks/0/text/text]")]
    [InlineData("""{"type":"context","elements":[]}""", "must provide at least 1 items [json-pointer:/blocks/0/elements]")]
    [InlineData("""{"type":"context","elements":[T,T,T,T,T,T,T,T,T,T,T]}""", "no more than 10 items allowed [json-pointer:/blocks/0/elements]")]
    [InlineData("""{"type":"context","elements":[{"type":"button"}]}""", "unsupported type: button [json-pointer:/blocks/0/elements/0/type]")]
    [InlineData("""{"type":"actions"}""", "missing required field: elements [json-pointer:/blocks/0]")]
    [InlineData("""{"type":"actions","elements":[B,B]}""", "`action_id` \"a\" already exists [json-pointer:/blocks/0/elements/1/action_id]")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"{76}"}}]}""", "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":T,"value":"{2001}"}]}""", "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":T,"action_id":"{256}"}]}""", "must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":T,"style":"blue"}]}""", "must be one of the allowed values [json-pointer:/blocks/0/elements/0/style]")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":T,"confirm":{"title":T}}]}""", "missing required field: text [json-pointer:/blocks/0/elements/0/confirm]")]
    [InlineData("""{"type":"actions","elements":[{"type":"static_select","options":[]}]}""", "must provide at least 1 items [json-pointer:/blocks/0/elements/0/options]")]
    [InlineData("""{"type":"actions","elements":[{"type":"static_select","options":[{"text":T}]}]}""", "missing required field: value [json-pointer:/blocks/0/elements/0/options/0]")]
    [InlineData("""{"type":"actions","elements":[{"type":"static_select","options":[{"text":T,"value":"{151}"}]}]}""", "must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]")]
    [InlineData("""{"type":"actions","elements":[{"type":"static_select","options":[{"text":T,"value":"x"}],"initial_option":{"text":T,"value":"y"}}]}""", "must exactly match one of the provided options [json-pointer:/blocks/0/elements/0/initial_option]")]
    [InlineData("""{"type":"actions","elements":[{"type":"radio_buttons","options":[O,O,O,O,O,O,O,O,O,O,O]}]}""", "no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]")]
    [InlineData("""{"type":"actions","elements":[{"type":"overflow","options":[O,O,O,O,O,O]}]}""", "no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]")]
    [InlineData("""{"type":"actions","elements":[{"type":"datepicker","initial_date":"2025-02-30"}]}""", "invalid date [json-pointer:/blocks/0/elements/0/initial_date]")]
    [InlineData("""{"type":"actions","elements":[{"type":"timepicker","initial_time":"24:00"}]}""", "invalid time [json-pointer:/blocks/0/elements/0/initial_time]")]
    [InlineData("""{"type":"actions","elements":[{"type":"plain_text_input"}]}""", "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]")]
    [InlineData("""{"type":"input","element":{"type":"plain_text_input"}}""", "missing required field: label [json-pointer:/blocks/0]")]
    [InlineData("""{"type":"input","label":T,"element":{"type":"plain_text_input","min_length":9,"max_length":3}}""", "must be less than or equal to `max_length` [json-pointer:/blocks/0/element/min_length]")]
    [InlineData("""{"type":"image","image_url":"https://example.org/x.png"}""", "missing required field: alt_text [json-pointer:/blocks/0]")]
    [InlineData("""{"type":"markdown","text":"{12001}"}""", "must be less than 12001 characters [json-pointer:/blocks/0/text]")]
    [InlineData("""{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":""}]}]}""", "must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]")]
    public async Task Block_ThatSlackRefuses_IsRefusedWithThePlace(string block, string message)
    {
        await using var office = await Office.OpenAsync();

        var reply = await PostAsync(office, $"[{block}]");

        reply.AssertRefused("invalid_blocks");
        Assert.Contains("[ERROR] " + message, reply.Messages.Split('\n'));
        Assert.Contains(message, reply["errors"].EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public async Task Blocks_OfWhichThereAreTooMany_AreRefused()
    {
        await using var office = await Office.OpenAsync();
        static string Many(int count) => $"[{string.Join(',', Enumerable.Repeat("""{"type":"divider"}""", count))}]";

        (await PostAsync(office, Many(50))).AssertOk();
        Assert.Equal("[ERROR] no more than 50 items allowed [json-pointer:/blocks]", (await PostAsync(office, Many(51))).Messages);
    }

    [Fact]
    public async Task Blocks_WithTheSameId_AreRefused()
    {
        await using var office = await Office.OpenAsync();

        var reply = await PostAsync(office, """[{"type":"divider","block_id":"x"},{"type":"divider","block_id":"x"}]""");

        Assert.Equal("[ERROR] `block_id` \"x\" already exists [json-pointer:/blocks/1/block_id]", reply.Messages);
    }

    [Theory]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":"{3000}"},"accessory":B}""")]
    [InlineData("""{"type":"context","elements":[T,{"type":"image","image_url":"https://example.org/x.png","alt_text":"x"}]}""")]
    [InlineData("""{"type":"actions","elements":[B,{"type":"static_select","action_id":"s","placeholder":T,"options":[O],"initial_option":O},{"type":"timepicker","action_id":"t","initial_time":"23:59"}]}""")]
    [InlineData("""{"type":"input","label":T,"element":{"type":"plain_text_input","multiline":true,"placeholder":T}}""")]
    [InlineData("""{"type":"rich_text","elements":[{"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"x"}]}]}]}""")]
    [InlineData("""{"type":"markdown","text":"**x**"}""")]
    public async Task Block_ThatSlackTakes_IsTaken(string block)
    {
        await using var office = await Office.OpenAsync();

        (await PostAsync(office, $"[{block}]")).AssertOk();
    }

    private static Task<Reply> PostAsync(Office office, string blocks)
    {
        blocks = System.Text.RegularExpressions.Regex.Replace(blocks, @"\{(\d+)\}", match => new string('x', int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
        blocks = System.Text.RegularExpressions.Regex.Replace(blocks, @"(?<=[\[,:])[TOB](?=[\],}])", match => match.Value switch
        {
            "T" => """{"type":"plain_text","text":"x"}""",
            "O" => """{"text":{"type":"plain_text","text":"x"},"value":"v"}""",
            _ => """{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"}}""",
        });
        using var parsed = JsonDocument.Parse(blocks);
        return office.Wire.CallAsync("chat.postMessage", new { channel = office.Channel.Id, text = "x", blocks = parsed.RootElement.Clone() });
    }
}
