namespace QuizBot.Emulators.Faults;

/// <summary>The faults that wait for requests, first come, first spoilt.</summary>
public sealed class RequestFaults
{
    private readonly Lock gate = new();
    private readonly List<RequestFault> waiting = [];

    public void Add(RequestFault fault)
    {
        lock (gate)
            waiting.Add(fault);
    }

    public void Clear()
    {
        lock (gate)
            waiting.Clear();
    }

    internal RequestFault? Take(string method, string path, string route)
    {
        lock (gate)
        {
            var fault = waiting.Find(one => one.Fits(method, path, route));
            if (fault is not null && --fault.Times <= 0)
                waiting.Remove(fault);
            return fault;
        }
    }
}
