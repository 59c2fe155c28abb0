namespace QuizBot.Slack.Client.Socket;

/// <summary>Why a connection needs a successor.</summary>
internal enum SocketEnd
{
    /// <summary>It broke or was closed.</summary>
    Dropped,

    /// <summary>Slack is about to close it (<c>warning</c>, <c>refresh_requested</c>).</summary>
    Refresh,

    /// <summary>Socket Mode was switched off for the app (<c>link_disabled</c>).</summary>
    SwitchedOff,

    /// <summary>The app has more connections than Slack allows (<c>too_many_websockets</c>).</summary>
    TooMany,
}
