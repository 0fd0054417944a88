using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>Lines about the named quantities of a comparison: what each comes to, and on demand what it is and what it is worked out
/// of.</summary>
internal sealed class QuantityLines(FactLines lines, ScopeNames names, ExplanationOptions options)
{
    /// <summary>A line for each, those left out of which the comparison has told all that is asked for.</summary>
    public IReadOnlyList<ExplanationNode> Of(Condition comparison, Scope scope)
    {
        if (comparison is not (RelationTest or ShareTest or ShareOfTwo or TextTest or PatternTest or Between or Membership)
            || !comparison.HasQuantities())
        {
            return [];
        }

        var compared = comparison.Written.Where(child => child.List is null).Select(child => child.Node).OfType<Operand>().ToList();
        var told = compared.OfType<NamedOperand>().Select(named => named.Meaning)
            .Where(meaning => !options.ShowAll || meaning is Constant).ToHashSet();
        return [.. compared.SelectMany(Named).Where(named => told.Add(named.Meaning)).Select(named => Of(named, scope, told))];
    }

    // The outermost: what they are worked out of is told with them.
    private static IEnumerable<NamedOperand> Named(Operand operand) =>
        operand is NamedOperand named ? [named] : operand.Operands.SelectMany(Named);

    private ExplanationNode Of(NamedOperand named, Scope scope, HashSet<Operand> told)
    {
        var at = names.At(scope);
        var value = KnownValue.Of(named, scope);
        var text = $"{OperandWording.Of(named, at)} is {value.Text}";
        return lines.Of(
            options.ShowAll ? $"{text}: {OperandWording.Of(named.Meaning, at)}" : text, ExplanationMark.Note, named.Facts, scope,
            [new ValueClaim(scope, named, value)], options.ShowAll ? Parts(named.Meaning, scope, told) : []);
    }

    private List<ExplanationNode> Parts(Operand whole, Scope scope, HashSet<Operand> told)
    {
        var parts = new List<ExplanationNode>();
        foreach (var part in whole.Operands.Where(part => part is not Constant))
        {
            if (part is NamedOperand named)
            {
                parts.AddRange(told.Add(named.Meaning) ? [Of(named, scope, told)] : []);
                continue;
            }

            var value = KnownValue.Of(part, scope);
            parts.Add(lines.Of(
                Statements.Of(part, value, scope, names.At(scope)), ExplanationMark.Note, part.Facts, scope,
                [new ValueClaim(scope, part, value)], Parts(part, scope, told)));
        }

        return parts;
    }
}
