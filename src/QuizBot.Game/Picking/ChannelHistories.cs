using QuizBot.Engine.Picking;
using QuizBot.Engine.Workspaces;
using QuizBot.Storage;

namespace QuizBot.Game.Picking;

/// <summary>What some channels were asked, tracked for saving.</summary>
internal sealed class ChannelHistories(QuizDbContext db, IEnumerable<AskedCategory> rows)
{
    private readonly Dictionary<(long ChannelId, string Category), AskedCategory> _rows =
        rows.ToDictionary(r => (r.ChannelId, r.Category));

    private readonly ILookup<long, AskedCategory> _byChannel = rows.ToLookup(r => r.ChannelId);

    public Dictionary<string, AskedQuestions> Of(long channelId) =>
        _byChannel[channelId].ToDictionary(r => r.Category, r => AskedQuestions.FromBytes(r.Asked));

    public void Keep(long channelId, string category, AskedQuestions asked)
    {
        if (!_rows.TryGetValue((channelId, category), out var row))
        {
            _rows[(channelId, category)] = row = new AskedCategory(channelId, category);
            db.AskedCategories.Add(row);
        }

        row.Keep(asked.ToBytes());
    }
}
