using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Chat.Messages;
using QuizBot.Chat.Replies;
using QuizBot.Engine.Scoring;
using QuizBot.Game.Commands;
using QuizBot.Game.Messages;
using QuizBot.Game.Places;
using QuizBot.Questions.Live;
using QuizBot.Storage;

namespace QuizBot.Game.Boards;

/// <summary><c>/leaderboard</c>: private, since it shows the reader's own row; a button shows it to the channel.</summary>
internal sealed class ShowLeaderboard(Database database, ReadBoard boards, CheckMembers check, QuestionLibrary library, TimeProvider time)
{
    public async Task<ChatReply> RunAsync(Invocation use, CancellationToken cancellation)
    {
        var kind = use.Options.Choice("period") switch
        {
            "today" => PeriodKind.Today,
            "week" => PeriodKind.Week,
            "year" => PeriodKind.Year,
            "all" => PeriodKind.AllTime,
            _ => PeriodKind.Month,
        };
        var category = use.Options.Category(library.Current);
        return use.Options.Problem is { } problem
            ? new PrivateReply(problem.ToMessage())
            : new PrivateReply(await RenderAsync(use.Channel, use.Member, new BoardPage(kind, category, 0), shared: false, cancellation));
    }

    /// <summary>A button of a board: another page, or the board for all to see. What is not a board of ours is ignored.</summary>
    public async Task<ChatReply?> TurnAsync(ButtonPressed pressed, string[] action, bool share, CancellationToken cancellation)
    {
        if (!Actions.TryNumber(action, 0, out var kind) || !Enum.IsDefined((PeriodKind)kind) || !Actions.TryNumber(action, 1, out var number)
            || number > 10_000)
            return null;
        var category = action.Length > 2 && action[2].Length > 0 ? library.Current.FindCategory(action[2])?.Id : null;
        var page = new BoardPage((PeriodKind)kind, category, (int)number);
        var message = await RenderAsync(pressed.Message.Channel, pressed.Member, page, share, cancellation);
        return share ? new PublicReply(message) : new UpdateReply(message);
    }

    private async Task<ChatMessage> RenderAsync(
        ChannelRef channel, ChatMember member, BoardPage page, bool shared, CancellationToken cancellation)
    {
        Home? home;
        await using (var db = await database.ReadAsync(cancellation))
            home = await db.FindHomeAsync(channel.Workspace, cancellation);
        var title = Title(page);
        if (home is null)
            return Empty(title);
        var (rows, own, members, shownPage) = await ReadAsync(channel.Workspace, home, page, member, cancellation);
        if (rows.Count == 0)
            return Empty(title);

        var table = rows.Select(r => Row(r, !shared && r.MemberId == member.Id)).ToList();
        if (!shared && own is not null && rows.All(r => r.MemberId != own.MemberId))
            table.Add(Row(own, highlighted: true));
        var blocks = new List<ChatBlock>
        {
            new HeadingBlock(title),
            new TableBlock(
            [
                new TableColumn("Rank"), new TableColumn("Member"), new TableColumn("Points", IsNumber: true),
                new TableColumn("Right", IsNumber: true),
            ], table),
        };
        if (!shared)
        {
            if (own is null)
                blocks.Add(new NoteBlock("You are not on this board yet. Points are counted when a question closes."));
            blocks.Add(new ButtonsBlock([.. Buttons(shownPage, members)]));
        }

        return new ChatMessage(blocks) { Summary = Say.Summary($"{title}: {Say.Count(members, "member")}."), Tone = ChatTone.Result };
    }

    // Those who have left make room for others, who are looked up in their turn while there is time.
    private async Task<(IReadOnlyList<BoardRow> Rows, BoardRow? Own, int Members, BoardPage Page)> ReadAsync(
        WorkspaceRef workspace, Home home, BoardPage page, ChatMember member, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var patience = check.PatienceAsync(enough.Token);
        while (true)
        {
            var read = await boards.ReadAsync(home.WorkspaceId, home.DayOf(time.Now()), page, member.Id, cancellation);
            var others = read.Rows.Select(r => r.MemberId).Where(id => id != member.Id);
            if (await check.RunAsync(workspace, others, patience))
                continue;
            await enough.CancelAsync();
            return read;
        }
    }

    private static IEnumerable<ChatButton> Buttons(BoardPage page, int members)
    {
        if (page.Page > 0)
            yield return new ChatButton(Action(Actions.Board, page with { Page = page.Page - 1 }), "← Back");
        if ((page.Page + 1) * ReadBoard.PageSize < members)
            yield return new ChatButton(Action(Actions.Board, page with { Page = page.Page + 1 }), "Next →");
        yield return new ChatButton(Action(Actions.Share, page), "Show it to the channel");
    }

    private static string Action(string kind, BoardPage page) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind}:{(int)page.Kind}:{page.Page}:{page.Category}");

    private static TableRow Row(BoardRow row, bool highlighted) =>
        new([Emoji.Rank(row.Rank, row.Points), row.Name, $"{row.Points:N0}", $"{row.Right} of {row.Answered}"], highlighted);

    private string Title(BoardPage page)
    {
        var since = page.Kind switch
        {
            PeriodKind.Today => "today",
            PeriodKind.Week => "this week",
            PeriodKind.Month => "this month",
            PeriodKind.Year => "this year",
            _ => "of all time",
        };
        var about = page.Category is { } id ? $" in {library.Current.FindCategory(id)?.Title ?? id}" : "";
        return $"Leaderboard {since}{about}";
    }

    private static ChatMessage Empty(string title) => Say.Line(
        $"{title}: no points yet. Points are counted when a question closes. /quiz start is the quickest way to earn some.");
}
