using QuizBot.Emulators.Slack.Deliveries;
using QuizBot.Emulators.Slack.World;
using QuizBot.Emulators.Tests.Slack.Harness;

namespace QuizBot.Emulators.Tests.Slack.Interactions;

public sealed class ViewTests
{
    [Fact]
    public async Task Trigger_OpensOneViewWithinThreeSeconds()
    {
        await using var office = await Office.OpenAsync();
        var (used, late) = (office.Slack.UseCommand(office.Ada, office.Channel, "/a"), office.Slack.UseCommand(office.Ada, office.Channel, "/b"));

        (await OpenAsync(office, used.TriggerId)).AssertOk();

        Assert.Equal("A form", Assert.Single(office.Workspace.OpenViews(office.Ada)).Title);
        (await OpenAsync(office, used.TriggerId)).AssertRefused("exchanged_trigger_id");
        (await OpenAsync(office, "1.2.3")).AssertRefused("invalid_trigger_id");
        office.Time.Advance(TimeSpan.FromSeconds(3.1));
        (await OpenAsync(office, late.TriggerId)).AssertRefused("expired_trigger_id");
    }

    [Fact]
    public async Task Submission_WithoutAnAnswer_ClosesTheView()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        var view = await OpenViewAsync(office);

        var sent = office.Slack.SubmitView(office.Ada, view, ("words", "hello"));
        var payload = (await app.HearAsync("interactive")).GetProperty("payload");

        Assert.Equal("hello", payload.GetProperty("view").GetProperty("state").GetProperty("values").GetProperty("note").GetProperty("words").GetProperty("value").GetString());
        Assert.Equal(("form", "C1", view.Id), (payload.GetProperty("view").GetProperty("callback_id").GetString(), payload.GetProperty("view").GetProperty("private_metadata").GetString(), payload.GetProperty("view").GetProperty("id").GetString()));
        Assert.True((await sent.Outcome).IsAcknowledged);
        Assert.False(view.IsOpen);
    }

    [Fact]
    public async Task Submission_AnsweredWithErrors_StaysOpenAndShowsThem()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        app.Answer = _ => new { response_action = "errors", errors = new { note = "Not that" } };
        var view = await OpenViewAsync(office);

        await office.Slack.SubmitView(office.Ada, view, ("words", "x")).Outcome;

        Assert.True(view.IsOpen);
        Assert.Equal("Not that", view.Errors["note"]);
    }

    [Theory]
    [InlineData("errors", "invalid_errors")]
    [InlineData("update", "invalid_arguments")]
    [InlineData("dance", "invalid_response_action")]
    public async Task Submission_AnsweredWithNonsense_IsRefused(string action, string error)
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        app.Answer = _ => new { response_action = action, errors = new { elsewhere = "x" } };
        var view = await OpenViewAsync(office);

        var outcome = await office.Slack.SubmitView(office.Ada, view, ("words", "x")).Outcome;

        Assert.Equal((DeliveryState.Refused, error), (outcome.State, outcome.Error));
        Assert.True(view.IsOpen);
    }

    [Fact]
    public async Task Submission_AnsweredWithAnotherView_ShowsIt()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        // The command that opens the view is answered, too, and has none.
        app.Answer = payload => !payload.TryGetProperty("view", out var shown) ? null : shown.GetProperty("title").GetProperty("text").GetString() switch
        {
            "A form" => new { response_action = "update", view = Kit.Modal("Second") },
            "Second" => new { response_action = "push", view = Kit.Modal("Third") },
            _ => new { response_action = "clear" },
        };
        var view = await OpenViewAsync(office);

        await office.Slack.SubmitView(office.Ada, view, ("words", "x")).Outcome;
        Assert.Equal("Second", view.Title);
        await office.Slack.SubmitView(office.Ada, view, ("words", "x")).Outcome;
        var third = office.Workspace.OpenViews(office.Ada)[^1];
        Assert.Equal("Third", third.Title);
        await office.Slack.SubmitView(office.Ada, third, ("words", "x")).Outcome;
        Assert.Empty(office.Workspace.OpenViews(office.Ada));
    }

    [Fact]
    public async Task Views_ArePushedUpToThree()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        var view = await OpenViewAsync(office, Kit.Actions(Kit.Button("More", "more")));
        Task<Reply> Push(EmulatedView on) => office.Wire.CallAsync("views.push", new
        {
            trigger_id = office.Slack.Press(office.Ada, on, "more").TriggerId,
            view = Kit.Modal("Pushed", blocks: Kit.Actions(Kit.Button("More", "more"))),
        });

        (await Push(view)).AssertOk();
        (await Push(office.Workspace.OpenViews(office.Ada)[^1])).AssertOk();
        (await Push(office.Workspace.OpenViews(office.Ada)[^1])).AssertRefused("push_limit_reached");
        (await office.Wire.CallAsync("views.push", new { trigger_id = office.Slack.UseCommand(office.Ada, office.Channel, "/quiz").TriggerId, view = Kit.Modal() })).AssertRefused("invalid_trigger_id");
    }

    [Fact]
    public async Task Update_OfAView_NeedsTheHashOfWhatIsThere()
    {
        await using var office = await Office.OpenAsync();
        var view = await OpenViewAsync(office);
        var hash = view.Hash;
        Task<Reply> Update(object more) => office.Wire.CallAsync("views.update", Office.Merge(new { view = Kit.Modal("Changed") }, more));

        (await Update(new { view_id = view.Id, hash })).AssertOk();

        Assert.Equal("Changed", view.Title);
        Assert.Single(view.History);
        (await Update(new { view_id = view.Id, hash })).AssertRefused("hash_conflict");
        (await Update(new { view_id = "V404" })).AssertRefused("not_found");
        (await Update(new { })).AssertRefused("invalid_arguments");
    }

    [Fact]
    public async Task ExternalId_OfTwoViews_MustDiffer()
    {
        await using var office = await Office.OpenAsync();
        Task<Reply> Open(EmulatedMember member) => office.Wire.CallAsync("views.open", new
        {
            trigger_id = office.Slack.UseCommand(member, office.Channel, "/quiz").TriggerId,
            view = new { type = "modal", title = Kit.Plain("x"), external_id = "mine", blocks = new[] { Kit.Section("x") } },
        });

        (await Open(office.Ada)).AssertOk();
        (await Open(office.Bashir)).AssertRefused("duplicate_external_id");
        (await office.Wire.CallAsync("views.update", new { external_id = "mine", view = Kit.Modal("Found") })).AssertOk();
    }

    [Fact]
    public async Task Close_OfAViewThatAskedForIt_IsTold()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        (await OpenAsync(office, office.Slack.UseCommand(office.Ada, office.Channel, "/quiz").TriggerId, Kit.Modal(notifies: true))).AssertOk();
        var silent = await OpenViewAsync(office, office.Bashir);

        Assert.Null(office.Slack.CloseView(office.Bashir, silent));
        office.Slack.CloseView(office.Ada, Assert.Single(office.Workspace.OpenViews(office.Ada)));

        Assert.Equal("view_closed", (await app.HearAsync("interactive")).GetProperty("payload").GetProperty("type").GetString());
        Assert.Empty(office.Workspace.OpenViews(office.Ada));
    }

    [Fact]
    public async Task Member_WhoFillsAFormInWrongly_CannotSendIt()
    {
        await using var office = await Office.OpenAsync();
        var view = await OpenViewAsync(office, Kit.Input("must", "must"), Kit.Input("may", "may", optional: true));

        Assert.Throws<InvalidOperationException>(() => office.Slack.SubmitView(office.Ada, view));
        Assert.Throws<InvalidOperationException>(() => office.Slack.SubmitView(office.Ada, view, ("must", new string('x', 21))));
        Assert.Throws<InvalidOperationException>(() => office.Slack.SubmitView(office.Ada, view, ("nothing", "x")));
        Assert.NotNull(office.Slack.SubmitView(office.Ada, view, ("must", "x")));
    }

    [Fact]
    public async Task Home_ThatIsPublished_IsTheMembersOwn()
    {
        await using var office = await Office.OpenAsync();
        await using var app = await office.ConnectAsync();
        var gone = office.Slack.AddMember(office.Workspace, "gone");
        office.Slack.Deactivate(gone);
        Task<Reply> Publish(string user, object? more = null) => office.Wire.CallAsync("views.publish", Office.Merge(new { user_id = user, view = Kit.Home(Kit.Actions(Kit.Button("Pause", "pause", "d1"))) }, more));
        await office.Slack.OpenHome(office.Ada).Outcome;

        (await Publish(office.Ada.Id)).AssertOk();
        var home = office.Workspace.Home(office.Ada)!;
        await office.Slack.OpenHome(office.Ada).Outcome;
        var opened = (await office.Slack.Deliveries.NthAsync(2, one => one.Type == "app_home_opened", TestContext.Current.CancellationToken)).Json.GetProperty("event");
        var press = office.Slack.Press(office.Ada, home, "pause");

        Assert.Equal((home.Id, "home"), (opened.GetProperty("view").GetProperty("id").GetString(), opened.GetProperty("tab").GetString()));
        Assert.Null(office.Workspace.Home(office.Bashir));
        Assert.Null(press.ResponseUrl);
        Assert.Equal("view", press.Delivery.Json.GetProperty("container").GetProperty("type").GetString());
        (await Publish(office.Ada.Id, new { hash = "old" })).AssertRefused("hash_conflict");
        (await Publish(office.Ada.Id)).AssertOk();
        Assert.Same(home, office.Workspace.Home(office.Ada));
        (await Publish("U404")).AssertRefused("invalid_arguments");
        (await Publish(gone.Id)).AssertRefused("not_enabled");
        Assert.Throws<InvalidOperationException>(() => office.Slack.Press(office.Bashir, home, "pause"));
    }

    private static Task<Reply> OpenAsync(Office office, string trigger, object? view = null) =>
        office.Wire.CallAsync("views.open", new { trigger_id = trigger, view = view ?? Kit.Modal() });

    private static async Task<EmulatedView> OpenViewAsync(Office office, params object[] blocks) => await OpenViewAsync(office, office.Ada, blocks);

    private static async Task<EmulatedView> OpenViewAsync(Office office, EmulatedMember member, params object[] blocks)
    {
        (await OpenAsync(office, office.Slack.UseCommand(member, office.Channel, "/quiz").TriggerId, Kit.Modal(blocks: blocks))).AssertOk();
        return office.Workspace.OpenViews(member)[^1];
    }
}
