namespace QuizBot.Playground.Store;

/// <summary>What a member did, by the id that their page gave it.</summary>
internal readonly record struct ActionKey(string Member, string ClientId);
