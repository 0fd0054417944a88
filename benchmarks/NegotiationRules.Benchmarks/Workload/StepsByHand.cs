namespace NegotiationRules.Benchmarks.Workload;

/// <summary>How many of four steps were taken in their order of time: for each number, when a row of so many was done the
/// earliest.</summary>
public ref struct StepsByHand
{
    private const int Steps = 4;

    private readonly Span<int> _done;
    private readonly Span<int> _before;

    /// <param name="memory">Room for <see cref="Room"/> days.</param>
    public StepsByHand(Span<int> memory)
    {
        _done = memory[..(Steps + 1)];
        _before = memory[(Steps + 1)..];
        _done.Fill(int.MaxValue);
        _done[0] = int.MinValue;
    }

    public const int Room = 2 * (Steps + 1);

    /// <summary>How many were taken.</summary>
    public readonly int Taken
    {
        get
        {
            var taken = Steps;
            while (_done[taken] == int.MaxValue)
            {
                taken--;
            }

            return taken;
        }
    }

    /// <summary>Goes on to the next step: what takes it comes after the steps before it.</summary>
    public readonly void Next() => _done.CopyTo(_before);

    /// <summary>Takes the step that is gone on to, on a day, or on one that is not known.</summary>
    public readonly void Take(DateOnly? on)
    {
        for (var taken = 0; taken < Steps; taken++)
        {
            var before = _before[taken];
            var day = on?.DayNumber ?? before;
            if (before != int.MaxValue && before <= day && day < _done[taken + 1])
            {
                _done[taken + 1] = day;
            }
        }
    }
}
