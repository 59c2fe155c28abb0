using System.Text;
using System.Text.Json;
using QuizBot.Emulators.Discord.Json;

namespace QuizBot.Emulators.Discord.Gateway;

/// <summary>An event made once: its bytes after the sequence number are the same for every session.</summary>
internal sealed class GatewayEvent
{
    private GatewayEvent(string name, byte[] body)
    {
        Name = name;
        Body = body;
    }

    public string Name { get; }

    /// <summary>From the name to the closing brace.</summary>
    public byte[] Body { get; }

    public static GatewayEvent Of<T>(string name, T state, Action<Utf8JsonWriter, T> write)
    {
        var data = Bytes.Of(state, write);
        var body = new byte[name.Length + data.Length + 12];
        var length = Encoding.ASCII.GetBytes("\"t\":\"", body);
        length += Encoding.ASCII.GetBytes(name, body.AsSpan(length));
        length += Encoding.ASCII.GetBytes("\",\"d\":", body.AsSpan(length));
        data.CopyTo(body, length);
        body[length + data.Length] = (byte)'}';
        return new(name, body[..(length + data.Length + 1)]);
    }
}
