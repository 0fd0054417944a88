using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>What an expression has become. Nothing is missing from it: where something could not be translated there is no translation, but
/// a diagnostic.</summary>
/// <param name="Condition">What it says, where it is true or false.</param>
/// <param name="Operand">Its value, where it is one; for a condition, <see langword="null"/>.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Fault">When working it out would end in an exception; <see langword="null"/> if it never does, or if what is missing is
/// unknown.</param>
/// <param name="Clocks">Which clocks it reads.</param>
internal sealed record Translation(
    ConditionSyntax? Condition, OperandSyntax? Operand, InputType Type, ConditionSyntax? Fault, ClockUse Clocks
)
{
    /// <summary>When the value is null; <see langword="null"/> if it never is.</summary>
    public ConditionSyntax? Nothing { get; init; }

    /// <summary>Whether the condition holds, or fails, whatever the facts are.</summary>
    public bool? Decided { get; init; }

    /// <summary>Where it reads a clock first, if it reads one.</summary>
    public Span ClockAt { get; init; }

    /// <summary>The members of a <c>new (…)</c>, in order.</summary>
    public IReadOnlyList<(string Name, Translation Value)> Members { get; init; } = [];
}
