using QuizBot.Questions.Yaml;

namespace QuizBot.Questions.Faults;

/// <summary>The faults of one file, in the order found.</summary>
internal sealed class FaultList(string file)
{
    private const int Most = 1_000;
    private readonly List<PackFault> _faults = [];
    private int _unlisted;

    /// <summary>How many errors so far; also counts those over the cap.</summary>
    public int Errors { get; private set; }

    /// <summary>Whether further faults are only counted; then their remedies are not worth searching for.</summary>
    public bool IsFull => _faults.Count >= Most;

    public void Error(Place place, string rule, string message, string remedy)
    {
        Errors++;
        Add(place, FaultSeverity.Error, rule, message, remedy);
    }

    public void Warning(Place place, string rule, string message, string remedy) =>
        Add(place, FaultSeverity.Warning, rule, message, remedy);

    public IReadOnlyList<PackFault> ToList()
    {
        if (_unlisted == 0)
            return _faults;
        var last = _faults[^1];
        return
        [
            .. _faults,
            last with
            {
                Severity = FaultSeverity.Error,
                Rule = FaultRule.TooManyFaults,
                Message = $"{_unlisted} more faults are not listed",
                Remedy = "mend those above first",
            },
        ];
    }

    private void Add(Place place, FaultSeverity severity, string rule, string message, string remedy)
    {
        if (IsFull)
            _unlisted++;
        else
            _faults.Add(new PackFault(file, place.Line, place.Column, severity, rule, message, remedy));
    }
}
