namespace NegotiationRules;

/// <summary>What one side of a reconciliation insists on: a required rule.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class Precondition
{
    internal Precondition(string side, RuleSet rules, Rule rule) => (Side, Rules, Rule) = (side, rules, rule);

    /// <summary>Whose it is: the name of the rule set, or of the party that holds the rule where the parties within one set are
    /// reconciled.</summary>
    public string Side { get; }

    /// <summary>The rule set, as it was checked for the facts that all sides speak of.</summary>
    public RuleSet Rules { get; }

    /// <summary>The rule, with its sources.</summary>
    public Rule Rule { get; }

    /// <summary>The side, and the title of the rule or else its id.</summary>
    public override string ToString() => $"{Side}: {Rule.Title ?? Rule.Id}";
}
