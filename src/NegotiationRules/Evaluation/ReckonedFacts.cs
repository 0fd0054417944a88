using NegotiationRules.Conditions;

namespace NegotiationRules.Evaluation;

/// <summary>Finds the facts that a rule reckons with, and not only compares: where a number grows beyond all measure, it is one of
/// them.</summary>
internal static class ReckonedFacts
{
    /// <summary>Their paths, each once, in the order of the rule.</summary>
    public static IReadOnlyList<string> Of(Rule rule)
    {
        var found = new List<string>();
        foreach (var condition in new[] { rule.When, rule.Require })
        {
            if (condition is not null)
            {
                Add(condition, found);
            }
        }

        if (rule.By is not null)
        {
            AddReckoned(rule.By, found);
        }

        return [.. found.Distinct()];
    }

    private static void Add(Condition condition, List<string> found)
    {
        foreach (var operand in Parts.OperandsOf(condition))
        {
            AddReckoned(operand, found);
        }

        foreach (var (inner, _) in Parts.Of(condition))
        {
            if (inner is not null)
            {
                Add(inner, found);
            }
        }
    }

    private static void AddReckoned(Operand operand, List<string> found)
    {
        if (operand is AggregateOperand aggregate)
        {
            AddAll(aggregate.Item, found);
        }

        foreach (var inner in Parts.Inside(operand))
        {
            AddAll(inner, found);
        }
    }

    private static void AddAll(Operand operand, List<string> found)
    {
        if (operand is FactOperand fact)
        {
            found.Add(fact.Fact.Path);
        }

        AddReckoned(operand, found);
    }
}
