using NegotiationRules.Analysis.Cells;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What steps may change in a scenario, and what stays as it is.</summary>
/// <param name="places">What is said about steps.</param>
/// <param name="readings">What the rules do with lists.</param>
/// <param name="scenario">The scenario.</param>
/// <param name="mostAdded">How many elements may be added to a list, though more might do more.</param>
internal sealed class StepFreedom(StepPlaces places, RuleReadings readings, FactRecord scenario, int mostAdded)
{
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
        { } said when said == Fixity.Free || !(FreesFixed || places.IsName(key) || readings.IsWeight(key)) => said,
        _ => IsDay(key) || readings.IsWeight(key) || places.IsName(key) ? Fixity.Always : Fixity.Free,
    };

    private int MostAdded(string key) => !readings.GoesOver(key) ? 0 : Math.Min(mostAdded, readings.EnoughOf(key) ?? mostAdded);

    private bool MayGrow(string key, string path) => ListFixity(key, path) switch
    {
        Fixity.Free => true,
        Fixity.Stated => !_stated.Contains(path),
        _ => _stated.IsInNew(path),
    };

    private bool MayComplete(string key) => ListFixity(key, key) != Fixity.Always;

    private Fixity ListFixity(string key, string path) =>
        FreesFixed ? Fixity.Free : places.TermsOf(key, path).Fixed ?? Fixity.Free;

    private static bool IsDay(string key) => key is "asOf" or "now";
}
