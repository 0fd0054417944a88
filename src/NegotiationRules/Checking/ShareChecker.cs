using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Checks what shares are counted as and compared with.</summary>
internal sealed class ShareChecker(IPartChecker parts, Declarations declared, CheckDiagnostics diagnostics, FunctionChecker functions)
{
    /// <summary>What a share is made of, such as the weight of an element: a number that is never negative.</summary>
    public Operand? CheckAmount(OperandSyntax syntax, ElementScope scope)
    {
        if (parts.Check(syntax, scope, new Measure(MeasureKind.Exact)) is not { } amount)
        {
            return null;
        }

        if (!amount.Measure.IsNumber || !NeverNegative.Is(amount))
        {
            diagnostics.NoAmount(syntax, amount);
            return null;
        }

        WarnOfRounding(amount);
        return amount;
    }

    public Condition? Check(ShareOfTwoSyntax syntax, ElementScope scope)
    {
        var (part, whole) = (CheckAmount(syntax.Part, scope), CheckAmount(syntax.Whole, scope));
        var ifNone = syntax.IfNone is null ? null : Check(syntax.IfNone, scope);
        if (whole is Constant constant && Constants.Real(constant) == 0)
        {
            diagnostics.WithoutValue(syntax.Whole.Span, "there is no share of 0", "name the number that the share is of");
            whole = null;
        }
        else if (part is Constant && whole is Constant)
        {
            diagnostics.ComparesConstants(syntax.Span);
            part = null;
        }

        var bounds = CheckBounds(syntax.Comparison, scope, mayExceed: true);
        return part is null || whole is null || (syntax.IfNone is not null && ifNone is null) || bounds is null ? null
            : Tested(syntax.Span, bounds, (relation, bound) => new ShareOfTwo(syntax.Span, part, whole, relation, bound, ifNone));
    }

    /// <summary>What the share is compared with: one bound, or for <c>between</c> two.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="scope">Where the bounds are read.</param>
    /// <param name="mayExceed">Whether the share may be more than the whole.</param>
    public IReadOnlyList<(Relation Relation, Operand Bound)>? CheckBounds(
        ComparisonSyntax comparison, ElementScope scope, bool mayExceed = false)
    {
        if (comparison is { Operator: ComparisonOperator.Between, Operand: OperandListSyntax { Items: [var from, var to] } both })
        {
            var (low, high) = (Check(from, scope), Check(to, scope));
            if (low is FractionOperand { Fraction: var first } && high is FractionOperand { Fraction: var last }
                && Ratio.Of(first).CompareTo(Ratio.Of(last)) > 0)
            {
                diagnostics.BetweenReversed(both);
                return null;
            }

            return low is null || high is null ? null : [(Relation.GreaterOrEqual, low), (Relation.LessOrEqual, high)];
        }

        if (Relations.Of(comparison.Operator) is not { } relation || !Operators.Of(comparison.Operator).Of.HasFlag(ValueKinds.Numbers))
        {
            if (!comparison.IsGuessed && comparison.Operator != ComparisonOperator.Between)
            {
                diagnostics.NotAShareOperator(comparison.Span, comparison.Operator);
            }

            return null;
        }

        if (Check(comparison.Operand, scope) is not { } bound)
        {
            return null;
        }

        if (bound is FractionOperand { Fraction: var fraction } && comparison.Operand is LiteralSyntax)
        {
            WarnOfAllOrNothing(comparison.Operand.Span, relation, fraction, mayExceed);
        }

        return [(relation, bound)];
    }

    /// <summary>That the share stands so to each bound.</summary>
    public static Condition Tested(
        Span span, IReadOnlyList<(Relation Relation, Operand Bound)> bounds, Func<Relation, Operand, Condition> test)
    {
        ImmutableArray<Condition> tests = [.. bounds.Select(bound => test(bound.Relation, bound.Bound))];
        return tests is [var only] ? only : new Composition(span, CompositionKind.All, tests);
    }

    private void WarnOfAllOrNothing(Span at, Relation relation, Fraction fraction, bool mayExceed)
    {
        var (isNothing, isAll) = (fraction.Numerator == 0, fraction.Numerator == fraction.Denominator && !mayExceed);
        var holds = (relation, isNothing, isAll) switch
        {
            (Relation.GreaterOrEqual, true, _) or (Relation.LessOrEqual, _, true) => Truth.True,
            (Relation.Less, true, _) or (Relation.Greater, _, true) => Truth.False,
            _ => Truth.Unknown,
        };
        if (declared.IsOriginal && holds != Truth.Unknown)
        {
            diagnostics.ShareOfAllOrNothing(at, holds == Truth.True, mayExceed);
        }
    }

    /// <summary>A share that is written out or a parameter, a number, or one of two of these.</summary>
    public Operand? Check(OperandSyntax syntax, ElementScope scope) => syntax switch
    {
        BrokenOperandSyntax => null,
        LiteralSyntax literal => OfValue(literal.Value, syntax.Span),
        ParameterOperandSyntax parameter => declared.FindParameter(parameter.Name) is { } found
            ? OfValue(found.Value, syntax.Span) : null,
        ChoiceSyntax choice => OfChoice(choice, scope),
        FirstKnownSyntax first => OfFirstKnown(first, scope),
        TableSyntax table => OfTable(table, scope),
        _ => OfNumber(syntax, scope),
    };

    private FractionOperand? OfValue(JsonValue value, Span at)
    {
        var text = value switch { JsonText t => t.Value, JsonNumber n => n.Digits, _ => string.Empty };
        if (Fraction.TryParse(text, out var fraction) && fraction.Numerator >= 0 && fraction.Numerator <= fraction.Denominator)
        {
            return new FractionOperand(at, fraction);
        }

        diagnostics.NotAFraction(at, text);
        return null;
    }

    private ChoiceOperand? OfChoice(ChoiceSyntax choice, ElementScope scope)
    {
        var condition = parts.Check(choice.If, scope);
        var (then, otherwise) = (Check(choice.Then, scope), Check(choice.Else, scope));
        return condition is null || then is null || otherwise is null ? null
            : new ChoiceOperand(choice.Span, new Measure(MeasureKind.Real), condition, then, otherwise);
    }

    private Operand? OfFirstKnown(FirstKnownSyntax first, ElementScope scope)
    {
        var items = first.Items.Select(item => Check(item, scope)).ToList();
        return items.Contains(null) ? null : FirstKnown.Of(first.Span, [.. items.OfType<Operand>()], diagnostics);
    }

    private TableOperand? OfTable(TableSyntax table, ElementScope scope)
    {
        var at = functions.CheckDay(table, scope);
        var values = table.Entries.Select(entry => Check(entry.Value, scope)).ToList();
        return at is null || values.Contains(null) ? null
            : new TableOperand(table.Span, new Measure(MeasureKind.Real), at, [.. table.Entries.Select(entry => entry.DayNumber)],
                [.. values.OfType<Operand>()]);
    }

    private Operand? OfNumber(OperandSyntax syntax, ElementScope scope)
    {
        var number = parts.Check(syntax, scope, new Measure(MeasureKind.Exact));
        if (number is null or { Measure.IsNumber: true })
        {
            WarnOfRounding(number);
            return number;
        }

        diagnostics.ShareIsANumber(syntax, number.Measure);
        return null;
    }

    private void WarnOfRounding(Operand? number)
    {
        if (declared.IsOriginal && number is not null && FloatingFacts.Rounding(number) is { } floating)
        {
            diagnostics.ShareInFloatingPoint(number.Span, floating);
        }
    }
}
