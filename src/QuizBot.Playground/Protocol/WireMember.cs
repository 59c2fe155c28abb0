using QuizBot.Playground.World;

namespace QuizBot.Playground.Protocol;

internal sealed record WireMember(string Id, string Name, string Colour, bool IsBot, bool MayManage)
{
    public static WireMember From(Person person) => new(person.Id, person.Name, person.Colour, person.IsBot, person.MayManage);
}
