using System.Globalization;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Rounds;
using QuizBot.Storage.Answers;

namespace QuizBot.Storage.Tests.Answers;

/// <summary>Makes what members do.</summary>
internal sealed class Changes(long workspaceId)
{
    public AnswerChange Of(Round round, int member, Func<Answer, bool> apply, string? name = null, bool afterClose = false) => new(
        round.Id, workspaceId, string.Create(CultureInfo.InvariantCulture, $"U{member}"),
        name ?? string.Create(CultureInfo.InvariantCulture, $"Member {member}"), apply, afterClose);

    public AnswerChange Press(Round round, int member, int choice, long order = 1, string? name = null) =>
        Of(round, member, a => a.Apply(new Mark(MarkSource.Button, choice, true, order)), name);

    public AnswerChange React(Round round, int member, int choice, bool added, long order) =>
        Of(round, member, a => a.Apply(new Mark(MarkSource.Reaction, choice, added, order)));

    public AnswerChange Type(Round round, int member, string text, long order = 1) => Of(round, member, a => a.Type(text, order));

    public AnswerChange MarkSelf(Round round, int member, SelfMark mark = SelfMark.Nailed, long order = 1) =>
        Of(round, member, a => a.MarkSelf(mark, order), afterClose: true);
}
