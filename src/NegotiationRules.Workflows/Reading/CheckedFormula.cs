using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Reading;

/// <summary>A formula whose names and types are checked, ready to be worked out on the facts of a scenario. Immutable.</summary>
internal sealed record CheckedFormula
{
    /// <summary>Where it stands.</summary>
    public required Span Span { get; init; }

    public Operand? Operand { get; init; }

    public Condition? Condition { get; init; }

    /// <summary>Where there is no value although no fact is missing, or where working it out ends in an exception.</summary>
    public Condition? Nothing { get; init; }

    public IReadOnlyList<(string Name, CheckedFormula Value)> Members { get; init; } = [];

    /// <summary>The type that the expression has in C#.</summary>
    public required InputType Type { get; init; }

    /// <summary>The value as an application wants it; <see langword="null"/> if there is none, or if it is unknown.</summary>
    /// <exception cref="OverflowException">The value lies beyond what can be represented.</exception>
    public object? Evaluate(Scope scenario)
    {
        if (Nothing is not null && TreeWalk.Evaluate(Nothing, scenario) != Truth.False)
        {
            return null;
        }

        if (Members.Count > 0)
        {
            return Members.ToDictionary(m => m.Name, m => m.Value.Evaluate(scenario), StringComparer.Ordinal);
        }

        if (Condition is not null)
        {
            return TreeWalk.Evaluate(Condition, scenario) switch
            {
                Truth.True => true,
                Truth.False => false,
                _ => null,
            };
        }

        return FormulaValues.ToObject(OperandValues.Of(Operand!, scenario), Operand!.Measure, (Type as ScalarInput)?.Kind);
    }
}
