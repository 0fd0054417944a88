namespace NegotiationRules;

/// <summary>About how often a rule stands in the way of a stage.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class BlockingEstimate
{
    internal BlockingEstimate(Rule rule, (EstimatedShare Any, EstimatedShare Alone) often) => (Rule, (Any, Alone)) = (rule, often);

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>In about what part of all scenarios it is violated, pending or unknown while the stage applies.</summary>
    public EstimatedShare Any { get; }

    /// <summary>In about what part of all scenarios no other rule is in the way.</summary>
    public EstimatedShare Alone { get; }

    /// <summary>The rule's id and both parts.</summary>
    public override string ToString() => $"{Rule.Id}: {Any}; alone {Alone}";
}
