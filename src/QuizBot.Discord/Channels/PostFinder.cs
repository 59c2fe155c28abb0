using QuizBot.Chat;
using QuizBot.Discord.Rendering;
using QuizBot.Discord.Seam;
using QuizBot.Discord.Snowflakes;

namespace QuizBot.Discord.Channels;

/// <summary>Finds a post of the bot by its key, which stands in the nonce for some minutes and as a mark in the footer.</summary>
internal sealed class PostFinder(IDiscordClient client)
{
    private const int PageSize = 100;

    // A post is looked for soon after the moment it was due: further on it is not to be found.
    private const int MostPages = 100;

    public async ValueTask<DiscordResult<MessageRef?>> FindAsync(
        ChannelRef channel, ulong id, string key, DateTimeOffset since, CancellationToken cancellation)
    {
        var (found, failure, threads) = await FindInAsync(id, key, since, cancellation);
        if (failure is not null)
            return failure;
        if (found is { } message)
            return new DiscordResult<MessageRef?>(DiscordIds.Message(channel, message), null);
        foreach (var thread in threads)
        {
            (found, failure, _) = await FindInAsync(thread, key, since, cancellation);
            if (found is { } inThread)
                return new DiscordResult<MessageRef?>(DiscordIds.InThread(channel, thread, inThread), null);
            // A thread that is deleted has no posts.
            if (failure is { Code: not 10003 })
                return failure;
        }

        return new DiscordResult<MessageRef?>(null, null);
    }

    // Also gives the threads below the bot's own messages.
    private async Task<(ulong? Found, DiscordFailure? Failure, IReadOnlyList<ulong> Threads)> FindInAsync(
        ulong channel, string key, DateTimeOffset since, CancellationToken cancellation)
    {
        var mark = PostMark.Of(key);
        var threads = new List<ulong>();
        var after = Math.Max(1, Snowflake.At(since));
        for (var page = 0; page < MostPages; page++)
        {
            var listed = await client.ListMessagesAsync(channel, after, PageSize, cancellation);
            if (!listed.IsDone)
                return (null, listed.Failure, []);
            foreach (var message in listed.Value.Where(m => m.Author == client.Identity?.User.Id))
            {
                if (message.Nonce == key || message.Footers.Contains(mark))
                    return (message.Id, null, []);
                if (message.HasThread)
                    threads.Add(message.Id);
            }

            if (listed.Value.Count < PageSize)
                break;
            after = listed.Value.Max(m => m.Id);
        }

        return (null, null, threads);
    }
}
