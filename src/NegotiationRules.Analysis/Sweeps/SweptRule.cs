namespace NegotiationRules;

/// <summary>What became of a rule in a sweep.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class SweptRule
{
    private readonly SweepResult _sweep;
    private readonly int _index;

    internal SweptRule(SweepResult sweep, int index) => (_sweep, _index) = (sweep, index);

    /// <summary>Its id.</summary>
    public string Id => _sweep.Header.RuleNames[_index].Id;

    /// <summary>Its title, or <see langword="null"/>.</summary>
    public string? Title => _sweep.Header.RuleNames[_index].Title;

    /// <summary>Its stage.</summary>
    public string Stage => _sweep.Header.RuleNames[_index].Stage;

    /// <summary>What it costs to miss it.</summary>
    public Strength Strength => _sweep.Header.RuleNames[_index].Strength;

    /// <summary>Whether it is a risk: one that is violated is raised, and the stage as valid as it was.</summary>
    public bool IsRisk => _sweep.Header.RuleNames[_index].IsRisk;

    /// <summary>Whether the stage hangs on it: it is required, and no warning.</summary>
    public bool Decides => _sweep.Header.RuleNames[_index].Decides;

    /// <summary>In how many scenarios it kept its stage from being valid, alone or with others.</summary>
    public SweptShare Blocks => _sweep.ShareOf(_sweep.Tally.Blocked[_index]);

    /// <summary>In how many scenarios it alone did.</summary>
    public SweptShare BlocksAlone => _sweep.ShareOf(_sweep.Tally.BlockedAlone[_index]);

    /// <summary>In how many scenarios it had an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public SweptShare Of(RuleOutcome outcome) =>
        _sweep.ShareOf(_sweep.Tally.OfRules[(_index * Analysis.Sweeps.SweepTally.RuleOutcomes) + (int)outcome]);

    /// <summary>The id, and how often the rule was satisfied.</summary>
    public override string ToString() => $"{Id}: satisfied in {Of(RuleOutcome.Satisfied)}";
}
