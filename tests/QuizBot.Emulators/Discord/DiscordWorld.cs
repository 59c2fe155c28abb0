using System.Security.Cryptography;
using System.Text;
using QuizBot.Emulators.Discord.Commands;
using QuizBot.Emulators.Discord.Gateway;
using QuizBot.Emulators.Discord.Interactions;
using QuizBot.Emulators.Discord.Json;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Emulators.Discord;

/// <summary>Everything there is, behind one lock.</summary>
internal sealed class DiscordWorld
{
    private readonly byte[] token;

    public DiscordWorld(DiscordEmulatorOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        Ids = new(time);
        token = Encoding.UTF8.GetBytes(options.Token);
        ApplicationId = Ids.Next();
        Bot = new(ApplicationId, options.BotName, isBot: true);
        Owner = AddUser("owner", isBot: false);
        Users.Add(Bot.Id, Bot);
        Hub = new(this);
        Events = new(this);
        Commands = new(this);
    }

    public Lock Gate { get; } = new();

    public DiscordEmulatorOptions Options { get; }

    public TimeProvider Time { get; }

    public Snowflakes Ids { get; }

    /// <summary>The bot's account has the id of its application, as with every application of today.</summary>
    public ulong ApplicationId { get; }

    public EmulatedUser Bot { get; }

    public EmulatedUser Owner { get; }

    public GatewayHub Hub { get; }

    public WorldEvents Events { get; }

    public CommandRegistry Commands { get; }

    public string HttpUrl { get; set; } = "";

    public string GatewayUrl { get; set; } = "";

    public Dictionary<ulong, EmulatedUser> Users { get; } = [];

    public Dictionary<ulong, EmulatedGuild> Guilds { get; } = [];

    public Dictionary<ulong, EmulatedChannel> Channels { get; } = [];

    /// <summary>Direct conversations by the other's id.</summary>
    public Dictionary<ulong, EmulatedChannel> Directs { get; } = [];

    /// <summary>Who takes no direct messages from the bot.</summary>
    public HashSet<ulong> RefuseDirectMessages { get; } = [];

    public Dictionary<ulong, EmulatedFile> Files { get; } = [];

    /// <summary>By the token that the bot answers with.</summary>
    public Dictionary<string, EmulatedInteraction> Interactions { get; } = [];

    public bool IsToken(string given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), token);

    public EmulatedUser? FindUser(ulong id) => Users.GetValueOrDefault(id);

    public EmulatedUser AddUser(string name, bool isBot)
    {
        lock (Gate)
        {
            var user = new EmulatedUser(Ids.Next(), name, isBot);
            Users.Add(user.Id, user);
            return user;
        }
    }

    /// <summary>The bot leaves or is thrown out.</summary>
    public Delivery RemoveBot(EmulatedGuild guild)
    {
        lock (Gate)
        {
            if (guild.Bot is not { } bot)
                return default;
            // Said first: afterwards the bot no longer hears of this guild.
            var delivery = Events.GuildDeleted(guild, unavailable: false);
            guild.MembersUnguarded.Remove(bot.Id);
            guild.Bot = null;
            bot.HasLeft = true;
            Commands.Forget(guild.Id);
            return delivery;
        }
    }

    public GatewayEvent GuildCreated(EmulatedGuild guild) => GatewayEvent.Of("GUILD_CREATE", guild, GuildJson.WriteCreated);
}
