namespace QuizBot.Playground;

/// <summary>The section <c>Playground</c> of the settings.</summary>
public sealed class PlaygroundOptions
{
    public const string Section = "Playground";

    /// <summary>Whether the playground is on; the host decides where this is null.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Where the page is; a loopback address.</summary>
    public string Url { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The file that holds the conversation; its folder is created where it is missing.</summary>
    public string DataPath { get; set; } = "data/playground.db";
}
