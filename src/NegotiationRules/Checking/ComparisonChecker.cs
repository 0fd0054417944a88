using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Checks that what is compared can be compared, and so.</summary>
internal sealed partial class ComparisonChecker(
    Declarations declared, CheckDiagnostics diagnostics, PathResolver paths, Readings readings, ParameterLists parameterLists,
    OperandChecker operands, PatternChecker patterns)
{
    /// <summary><c>{ "agreement.termYears": { "atLeast": 10 } }</c></summary>
    public Condition? CheckFact(FactTestSyntax test, ComparisonSyntax comparison, ElementScope scope)
    {
        if (comparison.IsGuessed)
        {
            CheckGuessed(test, comparison, scope);
            return null;
        }

        if (Operators.Of(comparison.Operator).Combines is not null)
        {
            if (paths.Resolve(test.Path, scope) is not { } levels)
            {
                return null;
            }

            if (levels[^1].Type is ListType)
            {
                return CheckContainment(test, comparison, levels, scope);
            }
        }

        if (Operators.Of(comparison.Operator).Kind == ComparisonKind.Presence)
        {
            var expected = (comparison.Operand as LiteralSyntax)?.Value as JsonBoolean;
            if (paths.ResolveFact(test.Path, scope) is not { } fact || expected is null)
            {
                return null;
            }

            if (declared.IsOriginal && HasDefault(fact, scope))
            {
                diagnostics.KnownByDefault(test.Span, fact, expected.Value);
            }

            return new KnownTest(test.Span, fact, expected.Value);
        }

        if (paths.ResolveFact(test.Path, scope) is not { } read)
        {
            return null;
        }

        if (read.Type is ListType or RecordType)
        {
            diagnostics.CannotCompareWhole(test.Path, read.Type, comparison.Operator);
            return null;
        }

        return Operators.Of(comparison.Operator).Kind == ComparisonKind.Relation && Measure.Of(read.Type) is { } measure
            ? Relate(
                test.Span, comparison,
                CheckOther(new FactOperand(test.Path.Span, measure, read), null, comparison.Operand, false, scope, comparison))
            : Check(test.Span, new FactOperandSyntax(test.Path.Span, test.Path), comparison, scope);
    }

    // The path, and what it is compared with: what is wrong with them is wrong whatever operator was meant.
    private void CheckGuessed(FactTestSyntax test, ComparisonSyntax comparison, ElementScope scope)
    {
        if (
            paths.Resolve(test.Path, scope) is not { } levels
            || (levels.Length > 1 && paths.ResolveFact(test.Path, scope) is null)
        )
        {
            return;
        }

        var type = levels[^1].Type is ListType list ? list.Element : levels[^1].Type;
        var measure = Measure.Of(type);
        var fits = measure is { } m && Fits(m, comparison.Operator)
            && Operators.Of(comparison.Operator).Kind is ComparisonKind.Relation or ComparisonKind.Membership or ComparisonKind.Range;
        foreach (var operand in comparison.Operand is OperandListSyntax { Items: var items } ? items : [comparison.Operand])
        {
            if ((fits || operand is not LiteralSyntax) && operands.Check(operand, scope, measure) is { } value && fits)
            {
                CheckAmongValues(type, value);
            }
        }
    }

    /// <summary><c>{ "value": operand, OP: operand }</c> and the comparisons of quantities.</summary>
    public Condition? CheckValue(ValueTestSyntax test, ElementScope scope)
    {
        if (Operators.Of(test.Comparison.Operator).Kind is ComparisonKind.Presence or ComparisonKind.Containment)
        {
            diagnostics.OperatorNeedsFact(test.Comparison.Span, test.Comparison.Operator);
            return null;
        }

        return Check(test.Span, test.Value, test.Comparison, scope);
    }

    // In an element beyond the known ones it is not known either; of all others it is.
    private static bool HasDefault(FactReference fact, ElementScope scope)
    {
        FactType type = scope.Outwards().First(s => s.Depth == fact.Depth).Type;
        var property = default(Property);
        foreach (var slot in fact.Slots)
        {
            property = ((RecordType)type).Properties[slot];
            type = property.Type;
        }

        return property is { Default.IsKnown: true, Type: not RecordType };
    }

    private Condition? Check(Span span, OperandSyntax left, ComparisonSyntax comparison, ElementScope scope)
    {
        return Operators.Of(comparison.Operator).Kind switch
        {
            ComparisonKind.Membership => CheckMembership(span, left, comparison, scope),
            ComparisonKind.Range => CheckBetween(span, left, comparison, scope),
            ComparisonKind.Search => CheckText(span, left, comparison, scope),

            // Of what is no list, which does not fit.
            ComparisonKind.Relation or ComparisonKind.Containment or ComparisonKind.Presence =>
                Relate(span, comparison, CheckPair(left, comparison.Operand, scope, comparison, null)),
        };
    }

    private RelationTest? Relate(Span span, ComparisonSyntax comparison, (Operand Left, Operand Right)? sides)
    {
        if (sides is not var (left, right) || Relations.Of(comparison.Operator) is not { } relation)
        {
            return null;
        }

        if (left is Constant { Parameter: null } && right is Constant { Parameter: null })
        {
            diagnostics.ComparesConstants(span);
            return null;
        }

        var test = RelationTest.Of(span, left, relation, right);
        CheckUndecided(test);
        WarnOfFloating(test);
        if (
            declared.IsOriginal
            && test is { Left: FactOperand { Fact: var one }, Right: FactOperand { Fact: var other } }
            && SameFact.Are(one, other)
        )
        {
            diagnostics.ComparesWithItself(span, one, test.Relation is Relation.Equal or Relation.LessOrEqual or Relation.GreaterOrEqual);
        }

        return CheckDecided(test, comparison) ? test : null;
    }

    // Whether anything is more than nothing does not hang on the last digit.
    private void WarnOfFloating(RelationTest test)
    {
        if (declared.IsOriginal && (test.Left.Measure.Kind == MeasureKind.Real || test.Right.Measure.Kind == MeasureKind.Real)
            && !(test.Left is AggregateOperand && test.Right is Constant zero && Constants.Real(zero) == 0)
            && FloatingFacts.In(test.Left).Concat(FloatingFacts.In(test.Right)).ToList() is [var floating, ..])
        {
            diagnostics.ReckonedInFloatingPoint(test.Span, floating);
        }
    }

    private bool Fits(Operand left, ComparisonSyntax comparison)
    {
        var fits = Fits(left.Measure, comparison.Operator);
        if (!fits && !comparison.IsGuessed)
        {
            diagnostics.OperatorDoesNotFit(comparison.Span, comparison.Operator, left.Measure);
        }

        return fits;
    }

    private static bool Fits(Measure measure, ComparisonOperator comparison) => (Operators.Of(comparison).Of & measure.Asked) != 0;

    private Between? CheckBetween(Span span, OperandSyntax left, ComparisonSyntax comparison, ElementScope scope)
    {
        if (comparison.Operand is not OperandListSyntax { Items: [var from, var to] })
        {
            return null;
        }

        var like = OperandChecker.IsOpen(left) ? ToldByOneOf([from, to], scope) ?? readings.Of([left, from, to]) : null;
        if (CheckPair(left, from, scope, comparison, like) is not { } low || CheckPair(left, to, scope, comparison, like) is not { } high)
        {
            return null;
        }

        if (low.Right is Constant a && high.Right is Constant b && Constants.IsAfter(a, b))
        {
            diagnostics.BetweenReversed((OperandListSyntax)comparison.Operand);
            return null;
        }

        var parts = ImmutableArray.Create<Condition>(
            RelationTest.Of(span, low.Left, Relation.GreaterOrEqual, low.Right),
            RelationTest.Of(span, low.Left, Relation.LessOrEqual, high.Right));
        WarnOfFloating((RelationTest)parts[0]);
        WarnOfFloating((RelationTest)parts[1]);
        return new Between(span, new Composition(span, CompositionKind.All, parts), low.Left, low.Right, high.Right);
    }

    private bool CheckAmongValues(FactType? type, Operand operand)
    {
        if (operand is ChoiceOperand choice)
        {
            return CheckAmongValues(type, choice.Then) & CheckAmongValues(type, choice.Else);
        }

        if (type is TextType { Values: { } values } && operand is Constant constant && !values.Contains(constant.Value.Text))
        {
            diagnostics.UnknownValue(constant.Span, constant.Value.Text, constant.Parameter, values);
            return false;
        }

        return true;
    }

    // What the first measures whose reading depends on no other.
    private Measure? ToldByOneOf(IReadOnlyList<OperandSyntax> several, ElementScope scope) =>
        several.FirstOrDefault(o => !OperandChecker.IsOpen(o)) is { } told ? operands.Check(told, scope, null)?.Measure : null;

    // Both sides of a comparison. The side whose reading depends on the other is checked second; if both do, they are read as what both
    // look like.
    private (Operand Left, Operand Right)? CheckPair(
        OperandSyntax left, OperandSyntax right, ElementScope scope, ComparisonSyntax comparison, Measure? like
    )
    {
        var rightFirst = OperandChecker.IsOpen(left) && !OperandChecker.IsOpen(right);
        like ??= OperandChecker.IsOpen(left) && !rightFirst ? readings.Of([left, right]) : null;
        var first = operands.Check(rightFirst ? right : left, scope, like);
        return CheckOther(first, left, right, rightFirst, scope, comparison);
    }

    // The second side; the left one may be a fact that is found already, and is not written by itself.
    private (Operand Left, Operand Right)? CheckOther(
        Operand? first, OperandSyntax? left, OperandSyntax right, bool rightFirst, ElementScope scope, ComparisonSyntax comparison)
    {
        var other = rightFirst ? left! : right;

        // Where the operator is wrong, what is wrong with the other side is beside the point.
        if (first is not null && !Fits(first, comparison))
        {
            return null;
        }

        if (first is not null)
        {
            readings.TakeForTextBeside(first, other);
        }

        var second = operands.Check(other, scope, first?.Measure);
        if (first is null || second is null)
        {
            return null;
        }

        var (a, b) = rightFirst ? (second, first) : (first, second);
        if (!a.Measure.AgreesWith(b.Measure))
        {
            if (second.Measure.Kind == MeasureKind.Text)
            {
                readings.TakeForText(first);
            }

            diagnostics.MeasuresDiffer(right.Span, a.Measure, b.Measure);
            return null;
        }

        readings.WarnOfTexts(a, left, right);
        return CheckAmongValues(TypeOf(a), b) && CheckAmongValues(TypeOf(b), a) ? (a, b) : null;
    }

    // Where it tells which texts there may be.
    private static FactType? TypeOf(Operand operand) => operand switch
    {
        FactOperand fact => fact.Fact.Type,
        FunctionOperand { Function: OperandFunction.DayOfWeek } => Functions.DaysOfTheWeek,
        _ => null,
    };
}
