namespace NegotiationRules.Analysis.Questions;

/// <summary>Steps, those in an element that is added below it: whichever of the elements that may be added it is.</summary>
internal sealed class StepTree
{
    private readonly string _list;
    private readonly HashSet<string> _facts;
    private readonly List<StepTree> _added;

    private StepTree(IReadOnlyList<PossibleStep> steps, PossibleStep? around, string list)
    {
        var start = around?.Path.Length ?? 0;
        List<PossibleStep> own = [.. steps.Where(step => step.Around == around)];
        _list = list;
        _facts = [.. own.Where(step => !step.IsAdded).Select(step => step.Path[start..])];
        _added = [.. own.Where(step => step.IsAdded).Select(step => new StepTree(steps, step, step.List!.Path[start..]))];
    }

    public static StepTree Of(IReadOnlyList<PossibleStep> steps) => new(steps, null, string.Empty);

    /// <summary>Whether there is each of these steps among others, elements that are added being as good as each other.</summary>
    public bool IsWithin(StepTree other) => _list == other._list && _facts.IsSubsetOf(other._facts) && AreWithin(0, other._added, []);

    // Each added element in one of its own.
    private bool AreWithin(int number, List<StepTree> others, HashSet<StepTree> used)
    {
        if (number == _added.Count)
        {
            return true;
        }

        foreach (var other in others.Where(other => !used.Contains(other) && _added[number].IsWithin(other)).ToList())
        {
            used.Add(other);
            if (AreWithin(number + 1, others, used))
            {
                return true;
            }

            used.Remove(other);
        }

        return false;
    }
}
