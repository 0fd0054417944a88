using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules;

/// <summary>A scenario whose facts lie ready for the rules of one rule set: nothing is read or looked up when it is evaluated.</summary>
/// <remarks>Made by <see cref="RuleSet.Prepare"/>. Immutable and safe to share between threads.</remarks>
public sealed class PreparedScenario
{
    internal PreparedScenario(RuleSet rules, Scenario scenario, FactRecord facts)
    {
        Rules = rules;
        Scenario = scenario;
        Facts = facts;
        Table = rules.NewTable();
        Table.Add(facts);
    }

    /// <summary>The rules it is made ready for.</summary>
    public RuleSet Rules { get; }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    internal FactRecord Facts { get; }

    internal FactTable Table { get; }
}
