using QuizBot.Chat;
using QuizBot.Chat.Commands;
using QuizBot.Chat.Events;
using QuizBot.Chat.Replies;
using QuizBot.Game.Boards;
using QuizBot.Game.Commands;
using QuizBot.Game.Dailies;
using QuizBot.Game.Help;
using QuizBot.Game.Messages;
using QuizBot.Game.Places;
using QuizBot.Game.Quizzes;
using QuizBot.Questions.Live;

namespace QuizBot.Game.Events;

/// <summary>Hands commands to their use cases, after asking whether the member may.</summary>
internal sealed class CommandRouter(
    SetDaily setDaily, ManageDaily manageDaily, ShowDailies showDailies, StartQuiz startQuiz, ControlQuiz controlQuiz,
    ShowLeaderboard leaderboard, ShowStats stats, QuestionLibrary library)
{
    private const int MostQuoted = 40;

    public async Task<ChatReply?> TypedAsync(CommandTyped typed, CancellationToken cancellation)
    {
        var (command, options, problem) = CommandGrammar.Parse(Catalogue.All, typed.Text, library.Current);
        return problem is not null
            ? new PrivateReply(problem.ToMessage())
            : await RunAsync(command!, options, typed.Channel, typed.Member, cancellation);
    }

    public async Task<ChatReply?> InvokedAsync(CommandInvoked invoked, CancellationToken cancellation)
    {
        // A client may still know a command of an older version.
        if (Catalogue.All.Find(invoked.Command) is not { } command)
            return new PrivateReply(Say.Problem($"I do not know /{PlainText.Short(PlainText.Clean(invoked.Command), MostQuoted)} any more; /help shows what I know."));
        return await RunAsync(command, invoked.Options, invoked.Channel, invoked.Member, cancellation);
    }

    private async Task<ChatReply> RunAsync(
        CommandSpec command, IReadOnlyDictionary<string, string> options, ChannelRef channel, ChatMember member, CancellationToken cancellation)
    {
        if (command.ForManagers && !member.MayManage)
            return new PrivateReply(Say.Problem($"/{command.Path} is for those who may manage this workspace."));
        var use = new Invocation(command, channel, member, new OptionReader(command, options));
        if (command.Path == Catalogue.Leaderboard)
            return await leaderboard.RunAsync(use, cancellation);
        return new PrivateReply(command.Path switch
        {
            Catalogue.DailySet => await setDaily.RunAsync(use, cancellation),
            Catalogue.DailyList => await showDailies.ListAsync(use, cancellation),
            Catalogue.DailyPreview => await showDailies.PreviewAsync(use, cancellation),
            Catalogue.DailyNow => await manageDaily.NowAsync(use, cancellation),
            Catalogue.DailyPause => await manageDaily.PauseAsync(use, cancellation),
            Catalogue.DailyResume => await manageDaily.ResumeAsync(use, cancellation),
            Catalogue.DailyRemove => await manageDaily.RemoveAsync(use, cancellation),
            Catalogue.QuizStart => await startQuiz.RunAsync(use, cancellation),
            Catalogue.QuizStop => await controlQuiz.StopAsync(use, cancellation),
            Catalogue.QuizSkip => await controlQuiz.SkipAsync(use, cancellation),
            Catalogue.Stats => await stats.RunAsync(use, cancellation),
            Catalogue.Help => HelpMessage.Make(use.Options),
            _ => throw new NotSupportedException($"Nobody carries out /{command.Path}."),
        });
    }
}
