using System.Text.RegularExpressions;
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
            : CheckPattern(span, item, other);
    }

    // A pattern is found anywhere: the start and the end of the text are, whatever is there.
    private static bool IsInEveryText(ComparisonOperator comparison, string piece) =>
        piece.Length == 0 || (Operators.Of(comparison).Place is null && piece is "^" or "$" or ".*" or "^.*" or ".*$");

    private PatternTest? CheckPattern(Span span, Operand item, Operand pattern)
    {
        if (pattern is not Constant constant)
        {
            diagnostics.PatternNotConstant(pattern.Span);
            return null;
        }

        try
        {
            // Linear in the text whatever the pattern: rule files may come from strangers.
            var regex = new Regex(EcmaPattern.ToDotNet(constant.Value.Text), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            if (PatternRepetitions.Of(constant.Value.Text) is > PatternRepetitions.Most and var times)
            {
                diagnostics.TooManyRepetitions(constant.Span, times);
                return null;
            }

            if (declared.IsOriginal && PatternAnchors.AreOfOneAlternativeEach(constant.Value.Text))
            {
                diagnostics.AnchoredInPart(constant.Span, constant.Value.Text);
            }

            return new PatternTest(span, item, constant.Value.Text, regex);
        }
        catch (RegexParseException fault)
        {
            diagnostics.BrokenPattern(constant.Span, constant.Value.Text, FaultOf(constant.Value.Text) ?? fault.Offset);
        }
        catch (NotSupportedException)
        {
            diagnostics.UnsupportedPattern(constant.Span);
        }

        return null;
    }

    // Where it is wrong as it was written.
    private static int? FaultOf(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
            return null;
        }
        catch (RegexParseException fault)
        {
            return fault.Offset;
        }
    }
}
