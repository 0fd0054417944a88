namespace NegotiationRules;

/// <summary>How often a rule stands in the way of a stage.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class BlockingShare
{
    internal BlockingShare(Rule rule, Proportion any, Proportion alone) => (Rule, Any, Alone) = (rule, any, alone);

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>In what part of all scenarios it is violated, pending or unknown while the stage applies.</summary>
    public Proportion Any { get; }

    /// <summary>In what part of all scenarios no other rule is in the way: without this one, the stage would be valid.</summary>
    public Proportion Alone { get; }

    /// <summary>The rule's id and both parts, in per cent.</summary>
    public override string ToString() => $"{Rule.Id}: {Any.Percent()} %, alone {Alone.Percent()} %";
}
