using NegotiationRules.Conditions;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <content>Comparisons that only text knows.</content>
internal sealed partial class ComparisonChecker
{
    private Condition? CheckText(Span span, OperandSyntax left, ComparisonSyntax comparison, ElementScope scope)
    {
        var item = operands.Check(left, scope, null);
        if (item is not null && item.Measure.Kind != MeasureKind.Text)
        {
            readings.TakeForText(item);

            // Where the operator is wrong, what is wrong with the other side is beside the point.
            diagnostics.OperatorDoesNotFit(comparison.Span, comparison.Operator, item.Measure);
            return null;
        }

        var other = operands.Check(comparison.Operand, scope, new Measure(MeasureKind.Text));
        if (item is null || other is null)
        {
            return null;
        }

        if (other.Measure.Kind != MeasureKind.Text)
        {
            diagnostics.MeasuresDiffer(comparison.Operand.Span, item.Measure, other.Measure);
            return null;
        }

        if (declared.IsOriginal && other is Constant { Parameter: null } piece && IsInEveryText(comparison.Operator, piece.Value.Text))
        {
            diagnostics.HoldsForEveryText(comparison.Operand.Span, comparison.Operator);
        }

        return Operators.Of(comparison.Operator).Place is { } place
            ? new TextTest(span, item, comparison.Operator, place, other)
            : patterns.Check(span, item, other);
    }

    // A pattern is found anywhere: the start and the end of the text are, whatever is there.
    private static bool IsInEveryText(ComparisonOperator comparison, string piece) =>
        piece.Length == 0 || (Operators.Of(comparison).Place is null && piece is "^" or "$" or ".*" or "^.*" or ".*$");
}
