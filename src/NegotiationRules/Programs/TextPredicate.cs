using System.Text.RegularExpressions;
using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Programs;

/// <summary>A test of text against a constant. Two are equal if they say the same.</summary>
/// <param name="Operator">How to test.</param>
/// <param name="Constant">The piece of text, or the pattern.</param>
internal sealed record TextPredicate(ComparisonOperator Operator, string Constant)
{
    /// <summary>The pattern, ready to use, if the operator is <c>matches</c>.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>Otherwise where the piece of text has to be.</summary>
    public TextPlace At { get; init; }

    public bool Holds(string text) => Pattern?.IsMatch(text) ?? TextTest.Holds(At, text, Constant);

    public bool Equals(TextPredicate? other) => other is not null && Operator == other.Operator && Constant == other.Constant;

    public override int GetHashCode() => HashCode.Combine(Operator, Constant.GetHashCode(StringComparison.Ordinal));
}
