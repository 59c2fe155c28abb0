using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace QuizBot.Testing.Databases;

/// <summary>
/// PostgreSQL under a shell that stops it, by its process id, when this process closes the shell's input: at the end of
/// the run, and also when the run is killed.
/// </summary>
internal sealed class PostgreSqlProcess
{
    public const string User = "quizbot";
    public const string Password = "quizbot-tests";

    // Arguments: the programs' folder, the data's folder, the port, the user, the password.
    // PostgreSQL refuses to run as root, and root can be anybody. A signal is repeated because a server that is only just
    // starting misses it.
    private const string Script = """
        bin=$1; home=$2; port=$3
        as=
        if [ "$(id -u)" = 0 ]; then
          user=nobody; id postgres >/dev/null 2>&1 && user=postgres
          chown "$user" "$home"
          as="setpriv --reuid=$(id -u $user) --regid=$(id -g $user) --clear-groups"
        fi
        cd "$home"
        printf %s "$5" > "$home/password"; chmod 644 "$home/password"
        $as "$bin/initdb" -D "$home/data" -U "$4" --pwfile="$home/password" -A scram-sha-256 -E UTF8 --locale=C --no-sync \
          > "$home/log" 2>&1 || { cat "$home/log" >&2; rm -rf "$home"; exit 1; }
        $as "$bin/postgres" -D "$home/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories="$home" \
          -c fsync=on -c max_connections=200 >> "$home/log" 2>&1 < /dev/null &
        server=$!
        { cat > /dev/null; while kill -INT $server; do sleep 0.1; done; } <&3 2> /dev/null &
        watch=$!
        wait $server
        kill $watch 2>/dev/null
        cat "$home/log" >&2
        rm -rf "$home"
        """;

    private readonly Process _shell;
    private readonly StringBuilder _log = new();

    private PostgreSqlProcess(Process shell, int port)
    {
        (_shell, Port) = (shell, port);
        _shell.ErrorDataReceived += (_, line) => _log.AppendLine(line.Data);
        _shell.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
    }

    public int Port { get; }

    public static async Task<PostgreSqlProcess> StartAsync(string programs)
    {
        var port = FreePort();
        var home = Directory.CreateTempSubdirectory("quizbot-pg-").FullName;
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-c", "exec 3<&0; " + Script, "sh", programs, home, port.ToString(CultureInfo.InvariantCulture), User, Password })
            start.ArgumentList.Add(argument);
        var server = new PostgreSqlProcess(Process.Start(start)!, port);
        await server.ReadyAsync();
        return server;
    }

    private async Task ReadyAsync()
    {
        var address = $"Host=127.0.0.1;Port={Port};Username={User};Password={Password};Database=postgres;Pooling=false;Timeout=5";
        while (true)
        {
            if (_shell.HasExited)
            {
                await _shell.WaitForExitAsync();
                throw new InvalidOperationException($"PostgreSQL did not start:\n{_log}");
            }

            try
            {
                await using var connection = new NpgsqlConnection(address);
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException)
            {
                // Not yet: nothing listens, or it is still starting.
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
        }
    }

    private void Stop()
    {
        _shell.StandardInput.Close();
        _shell.WaitForExit(TimeSpan.FromSeconds(30));
        _shell.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
