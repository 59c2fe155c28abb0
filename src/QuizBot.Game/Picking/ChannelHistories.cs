using QuizBot.Engine.Picking;
using QuizBot.Engine.Workspaces;

namespace QuizBot.Game.Picking;

/// <summary>What some channels were asked, and what of it changed.</summary>
internal sealed class ChannelHistories(IReadOnlyCollection<AskedCategory> rows)
{
    private readonly Dictionary<(long ChannelId, string Category), AskedCategory> _rows =
        rows.ToDictionary(r => (r.ChannelId, r.Category));

    private readonly ILookup<long, AskedCategory> _byChannel = rows.ToLookup(r => r.ChannelId);

    private readonly HashSet<AskedCategory> _changed = [];

    /// <summary>What is to be written.</summary>
    public IReadOnlyCollection<AskedCategory> Changed => _changed;

    public Dictionary<string, AskedQuestions> Of(long channelId) =>
        _byChannel[channelId].ToDictionary(r => r.Category, r => AskedQuestions.FromBytes(r.Asked));

    public void Keep(long channelId, string category, AskedQuestions asked)
    {
        if (!_rows.TryGetValue((channelId, category), out var row))
            _rows[(channelId, category)] = row = new AskedCategory(channelId, category);
        row.Keep(asked.ToBytes());
        _changed.Add(row);
    }
}
