using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <content>Comparisons: a relation holds if it holds for all values that the two sides may have, and fails if it holds for none.</content>
internal static partial class TreeWalk
{
    private static Truth Relate(RelationTest test, Scope scope)
    {
        var (left, right) = (test.Left, test.Right);
        if (
            test.PlainScale >= 0
            && PlainNumbers.TryRead(left, scope, test.PlainScale, out var plain)
            && PlainNumbers.TryRead(right, scope, test.PlainScale, out var other)
        )
        {
            return Truths.Of(PlainNumbers.Compare(test.Relation, plain, other));
        }

        switch (left.Measure.Kind)
        {
            case MeasureKind.Text:
                return ReadText(left, scope) is { } a && ReadText(right, scope) is { } b
                    ? Truths.Of(string.Equals(a, b, StringComparison.Ordinal) == (test.Relation == Relation.Equal))
                    : Truth.Unknown;
            case MeasureKind.Duration:
                return RelateDurations(test.Relation, Quantities.Durations(left, scope), Quantities.Durations(right, scope));
            case MeasureKind.Exact when right.Measure.Kind == MeasureKind.Exact:
                var scale = Math.Max(left.Measure.Scale, right.Measure.Scale);
                return Intervals.Compare(test.Relation, Quantities.Exact(left, scope, scale), Quantities.Exact(right, scope, scale));
            case MeasureKind.Exact or MeasureKind.Real:
                return Intervals.Compare(test.Relation, Quantities.Real(left, scope), Quantities.Real(right, scope));
            case MeasureKind.Day:
                return RelateDays(test.Relation, left, right, scope);
            default:
                return Intervals.Compare(test.Relation, Quantities.Exact(left, scope, 0), Quantities.Exact(right, scope, 0));
        }
    }

    // On whichever side a month or a year of the rule file stands, it is the whole of it; of two, the shorter lies in the longer or does
    // not.
    private static Truth RelateDays(Relation relation, Operand left, Operand right, Scope scope)
    {
        if (left is NamedOperand || right is NamedOperand)
        {
            return RelateDays(relation, Unnamed(left), Unnamed(right), scope);
        }

        if (left is ChoiceOperand either && Periods.MayBe(either))
        {
            return Choices.Decide(either, scope, branch => RelateDays(relation, branch, right, scope));
        }

        if (right is ChoiceOperand other && Periods.MayBe(other))
        {
            return Choices.Decide(other, scope, branch => RelateDays(relation, left, branch, scope));
        }

        var (first, second) = (PeriodOf(left, scope), PeriodOf(right, scope));
        return first is { } whole && (second is not { } wider || whole.Length > wider.Length)
            ? Intervals.CompareToPeriod(relation.Mirror(), Quantities.Exact(right, scope, 0), whole)
            : second is { } period ? Intervals.CompareToPeriod(relation, Quantities.Exact(left, scope, 0), period)
            : Intervals.Compare(relation, Quantities.Exact(left, scope, 0), Quantities.Exact(right, scope, 0));
    }

    private static Operand Unnamed(Operand operand) => operand is NamedOperand named ? Unnamed(named.Meaning) : operand;

    private static PartialDate? PeriodOf(Operand operand, Scope scope)
    {
        if (!Periods.MayBe(operand))
        {
            return null;
        }

        var value = operand is Constant constant ? constant.Value : scope.Read(((FactOperand)operand).Fact);
        return value is { IsKnown: true, Date: { IsDay: false } period } ? period : null;
    }

    // Durations are compared by their difference, so that P1M is P1M although a month has 28 to 31 days.
    private static Truth RelateDurations(Relation relation, (Duration Low, Duration High)? left, (Duration Low, Duration High)? right)
    {
        return left is var (low, high) && right is var (least, most)
            ? Intervals.Compare(relation, new Interval<Int128>(low.Less(most).Low, high.Less(least).High), Interval<Int128>.Of(0))
            : Truth.Unknown;
    }

    private static Truth TestPattern(PatternTest test, Scope scope)
    {
        if (ReadText(test.Left, scope) is not { } text)
        {
            return Truth.Unknown;
        }

        // A pattern is looked for from letter to letter.
        scope.Steps.Take(text.Length);
        return Truths.Of(test.Pattern.IsMatch(text));
    }

    private static Truth TestText(TextTest test, Scope scope)
    {
        if (ReadText(test.Left, scope) is not { } text || ReadText(test.Right, scope) is not { } part)
        {
            return Truth.Unknown;
        }

        return Truths.Of(TextTest.Holds(test.At, text, part));
    }

    /// <summary>The value of an operand that is text; <see langword="null"/> if it is unknown, or has none.</summary>
    public static string? ReadText(Operand operand, Scope scope)
    {
        var text = FindText(operand, scope);
        scope.Steps.TakeText(text ?? string.Empty);
        return text;
    }

    private static string? FindText(Operand operand, Scope scope)
    {
        switch (operand)
        {
            case FunctionOperand function:
                // It makes a text anew.
                scope.Steps.Take(8);
                return Functions.Text(function, new ScopeValues(scope));
            case ChoiceOperand choice:
                return Choices.Text(choice, scope);
            case OnlyOperand only:
                return OnlyElement.Of(only, scope) is { } element ? FindText(only.Item, element) : null;
            case TableOperand table:
                return Tables.Text(table, scope);
            case NamedOperand named:
                return scope.WorkOutOnce(named, FindText);
            default:
                var value = operand is Constant constant ? constant.Value : scope.Read(((FactOperand)operand).Fact);
                return value.IsKnown ? value.Text : null;
        }
    }
}
