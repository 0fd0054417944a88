using NegotiationRules.Analysis.Cells;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What steps may change in a scenario, and what stays as it is.</summary>
/// <param name="places">What is said about steps.</param>
/// <param name="readings">What the rules do with lists.</param>
/// <param name="scenario">The scenario.</param>
/// <param name="mostAdded">How many elements may be added to a list, whatever rules ask for.</param>
internal sealed class StepFreedom(StepPlaces places, RuleReadings readings, FactRecord scenario, int mostAdded)
{
    // What stays open may be looked for again with more.
    private const int MostAtFirst = 4;

    private readonly StatedPaths _stated = new(scenario);

    /// <summary>Whether facts that are fixed may be otherwise all the same, so that it can be told which of them are in the way.</summary>
    public bool FreesFixed { get; init; }

    /// <summary>The freedom of a frame around the scenario.</summary>
    public Freedom Freedom => new(IsFixed, MostAdded, MayComplete) { MayGrow = MayGrow };

    /// <summary>Whether a fact has the values that are stated of it and no others, by its path in the vocabulary.</summary>
    public bool IsConstant(string key) => FixityOf(key, key) == Fixity.Always && !places.IsName(key);

    /// <summary>Whether no step may be taken at a fact or a list that is fixed.</summary>
    public bool IsFixed(string key, string path) => FixityOf(key, path) switch
    {
        Fixity.Free => false,
        Fixity.Stated => _stated.Contains(path),
        _ => !_stated.IsInNew(path) || readings.IsWeight(key),
    };

    private Fixity FixityOf(string key, string path) => places.TermsOf(key, path).Fixed switch
    {
        { } said when said == Fixity.Free || !(FreesFixed || places.IsName(key)) => said,
        _ => IsDay(key) || readings.IsWeight(key) || places.IsName(key) ? Fixity.Always : Fixity.Free,
    };

    private int MostAdded(string key) =>
        readings.AskedOf(key) is 0 ? 0 : Math.Max(mostAdded, Math.Min(MostAtFirst, readings.AskedOf(key) - FewestThere(key)));

    // A list in which weights are fixed has no place for an element of which the weight is not known.
    private bool MayGrow(string key, string path) => ListFixity(key, path) switch
    {
        Fixity.Free => true,
        Fixity.Stated => !_stated.Contains(path),
        _ => _stated.IsInNew(path),
    };

    private bool MayComplete(string key) => ListFixity(key, key) != Fixity.Always;

    private Fixity ListFixity(string key, string path) => places.TermsOf(key, path).Fixed switch
    {
        { } said when !FreesFixed || said == Fixity.Free => said,
        _ => readings.IsWeighed(key) ? Fixity.Always : Fixity.Free,
    };

    private int FewestThere(string key)
    {
        var counts = Counts(FactValue.Of(scenario), key.Split('.')).ToList();
        return counts.Count == 0 ? 0 : counts.Min();
    }

    private static IEnumerable<int> Counts(FactValue value, ReadOnlySpan<string> steps)
    {
        if (value.Kind == FactKind.List)
        {
            if (steps.IsEmpty)
            {
                return [value.List.Count];
            }

            var found = new List<int>();
            foreach (var element in value.List.Elements)
            {
                found.AddRange(Counts(element, steps));
            }

            return found;
        }

        if (value.Kind != FactKind.Record || steps.IsEmpty)
        {
            return [0];
        }

        var slot = value.Record.Type.SlotOf(steps[0].Replace("[]", string.Empty, StringComparison.Ordinal));
        return Counts(value.Record[slot], steps[1..]);
    }

    private static bool IsDay(string key) => key is "asOf" or "now";
}
