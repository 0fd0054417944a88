namespace NegotiationRules;

/// <summary>A scenario in which the preconditions of all sides are met: what they could agree on.</summary>
/// <remarks>Immutable and safe to share between threads. It was evaluated, and each verdict is that of the evaluator.</remarks>
public sealed class JointScenario
{
    internal JointScenario(Scenario scenario, IReadOnlyList<SideVerdict> verdicts) => (Scenario, Verdicts) = (scenario, verdicts);

    /// <summary>The facts; what it does not state may be anything.</summary>
    public Scenario Scenario { get; }

    /// <summary>What each side makes of it, in the order of the sides.</summary>
    public IReadOnlyList<SideVerdict> Verdicts { get; }

    /// <summary>The scores of the sides and the facts.</summary>
    public override string ToString() => $"{string.Join(", ", Verdicts)}\n{Scenario}";
}

/// <summary>What a side makes of a scenario.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class SideVerdict
{
    internal SideVerdict(string side, Verdict verdict) => (Side, Verdict) = (side, verdict);

    /// <summary>The name of the rule set, or of the party that holds the rules.</summary>
    public string Side { get; }

    /// <summary>The verdict by its rules alone; its score says how much the side has of what it prefers.</summary>
    public Verdict Verdict { get; }

    /// <summary>The side and the score.</summary>
    public override string ToString() => Verdict.Score is { } score ? $"{Side} {score}" : Side;
}

/// <summary>The values of a fact with which the preconditions of all sides can still be met, while all other facts are free.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class JointRoom
{
    internal JointRoom(string path, string values, string text) => (Path, Values, _text) = (path, values, text);

    private readonly string _text;

    /// <summary>The path of the fact.</summary>
    public string Path { get; }

    /// <summary>The values in words: "on or after 2022-01-10".</summary>
    public string Values { get; }

    /// <summary>A sentence without a full stop: "the start of the talks is on or after 2022-01-10".</summary>
    public override string ToString() => _text;
}
