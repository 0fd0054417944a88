using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Conditions;

/// <summary>Checks that what is compared can be compared, and so.</summary>
internal sealed partial class ComparisonChecker(CheckContext context)
{
    private CheckDiagnostics Diagnostics => context.Diagnostics;

    /// <summary><c>{ "agreement.termYears": { "atLeast": 10 } }</c></summary>
    public Condition? CheckFact(FactTestSyntax test, ComparisonSyntax comparison, ElementScope scope)
    {
        var isContainment = comparison.Operator is ComparisonOperator.Contains or ComparisonOperator.ContainsAll or ComparisonOperator.ContainsAny;
        if (isContainment)
        {
            if (context.Paths.Resolve(test.Path, scope) is not { } levels)
            {
                return null;
            }

            if (levels[^1].Type is ListType)
            {
                return CheckContainment(test, comparison, levels, scope);
            }
        }

        if (comparison.Operator == ComparisonOperator.Known)
        {
            var expected = (comparison.Operand as LiteralSyntax)?.Value as JsonBoolean;
            return context.Paths.ResolveFact(test.Path, scope) is { } fact && expected is not null
                ? new KnownTest(test.Span, fact, expected.Value)
                : null;
        }

        if (context.Paths.ResolveFact(test.Path, scope) is not { } read)
        {
            return null;
        }

        if (read.Type is ListType or RecordType)
        {
            Diagnostics.CannotCompareWhole(test.Path, read.Type, comparison.Operator);
            return null;
        }

        return Check(test.Span, new FactOperandSyntax(test.Path.Span, test.Path), comparison, scope);
    }

    /// <summary><c>{ "value": operand, OP: operand }</c> and the comparisons of quantities.</summary>
    public Condition? CheckValue(ValueTestSyntax test, ElementScope scope)
    {
        if (test.Comparison.Operator is ComparisonOperator.Known or ComparisonOperator.ContainsAll or ComparisonOperator.ContainsAny)
        {
            Diagnostics.OperatorNeedsFact(test.Comparison.Span, test.Comparison.Operator);
            return null;
        }

        return Check(test.Span, test.Value, test.Comparison, scope);
    }

    /// <summary>The fraction that a share is compared with, and how.</summary>
    public (Relation Relation, Fraction Fraction)? CheckShare(ComparisonSyntax comparison)
    {
        if (RelationOf(comparison.Operator) is not { } relation || !IsNumberOperator(comparison.Operator))
        {
            Diagnostics.NotAShareOperator(comparison.Span, comparison.Operator);
            return null;
        }

        var value = comparison.Operand switch
        {
            LiteralSyntax literal => literal.Value,
            ParameterOperandSyntax parameter => context.FindParameter(parameter.Name)?.Value,
            _ => null,
        };
        if (value is null)
        {
            if (comparison.Operand is not (BrokenOperandSyntax or ParameterOperandSyntax))
            {
                Diagnostics.NotAFraction(comparison.Operand.Span, string.Empty);
            }

            return null;
        }

        var text = value switch { JsonText t => t.Value, JsonNumber n => n.Digits, _ => string.Empty };
        if (!Fraction.TryParse(text, out var fraction) || fraction.Numerator < 0 || fraction.Numerator > fraction.Denominator)
        {
            Diagnostics.NotAFraction(comparison.Operand.Span, text);
            return null;
        }

        return (relation, fraction);
    }

    private Condition? Check(Span span, OperandSyntax left, ComparisonSyntax comparison, ElementScope scope)
    {
        switch (comparison.Operator)
        {
            case ComparisonOperator.In or ComparisonOperator.NotIn:
                return CheckMembership(span, left, comparison, scope);
            case ComparisonOperator.Between:
                return CheckBetween(span, left, comparison, scope);
            case ComparisonOperator.Contains or ComparisonOperator.StartsWith or ComparisonOperator.EndsWith or ComparisonOperator.Matches:
                return CheckText(span, left, comparison, scope);
            default:
                return CheckPair(left, comparison.Operand, scope, comparison) is { } pair ? Relate(span, pair.Left, comparison, pair.Right) : null;
        }
    }

    private RelationTest? Relate(Span span, Operand left, ComparisonSyntax comparison, Operand right)
    {
        if (RelationOf(comparison.Operator) is not { } relation)
        {
            return null;
        }

        if (left is Constant { Parameter: null } && right is Constant { Parameter: null })
        {
            Diagnostics.ComparesConstants(span);
            return null;
        }

        // A constant goes to the right: there a month or a year stands for the whole of it.
        var test = left is Constant && right is not Constant
            ? new RelationTest(span, right, relation.Mirror(), left)
            : new RelationTest(span, left, relation, right);
        return CheckDecided(test, comparison) ? test : null;
    }

    private bool Fits(Operand left, ComparisonSyntax comparison)
    {
        var measure = left.Measure;
        var fits = comparison.Operator switch
        {
            ComparisonOperator.Is or ComparisonOperator.IsNot => true,
            ComparisonOperator.Between => measure.IsOrdered,
            _ when IsNumberOperator(comparison.Operator) => measure.IsNumber || measure.Kind == MeasureKind.Duration,
            _ => measure.Kind is MeasureKind.Day or MeasureKind.Instant,
        };
        if (!fits)
        {
            Diagnostics.OperatorDoesNotFit(comparison.Span, comparison.Operator, measure);
        }

        return fits;
    }

    private Membership? CheckMembership(Span span, OperandSyntax left, ComparisonSyntax comparison, ElementScope scope)
    {
        if (context.Operands.Check(left, scope, null) is not { } item)
        {
            return null;
        }

        if (CheckValues(comparison, item.Measure, TypeOf(item), scope) is not { } values)
        {
            return null;
        }

        var meaning = IsAmong(span, item, values, scope);
        var negated = comparison.Operator == ComparisonOperator.NotIn;
        return new Membership(span, negated ? new Negation(span, meaning) : meaning, item, negated, values);
    }

    private Between? CheckBetween(Span span, OperandSyntax left, ComparisonSyntax comparison, ElementScope scope)
    {
        if (comparison.Operand is not OperandListSyntax { Items: [var from, var to] })
        {
            return null;
        }

        if (CheckPair(left, from, scope, comparison) is not { } low || CheckPair(left, to, scope, comparison) is not { } high)
        {
            return null;
        }

        if (low.Right is Constant a && high.Right is Constant b && Constants.IsAfter(a, b))
        {
            Diagnostics.BetweenReversed(comparison.Operand.Span);
            return null;
        }

        var parts = ImmutableArray.Create<Condition>(
            new RelationTest(span, low.Left, Relation.GreaterOrEqual, low.Right),
            new RelationTest(span, low.Left, Relation.LessOrEqual, high.Right));
        return new Between(span, new Composition(span, CompositionKind.All, parts), low.Left, low.Right, high.Right);
    }

    private Containment? CheckContainment(FactTestSyntax test, ComparisonSyntax comparison, ImmutableArray<FactReference> levels, ElementScope scope)
    {
        var element = ((ListType)levels[^1].Type).Element;
        if (Measure.Of(element) is not { } measure)
        {
            Diagnostics.CannotCompareWhole(test.Path, levels[^1].Type, comparison.Operator);
            return null;
        }

        if (CheckValues(comparison, measure, element, scope) is not { } values)
        {
            return null;
        }

        Condition meaning;
        ListReference list;
        if (values.List is { } other)
        {
            // For each value of the one list, or for some, the other has an equal element.
            var (_, valueScope) = ConditionChecker.OpenLevels(other.Levels, other.Path, null, scope);
            var (inner, elementScope) = ConditionChecker.OpenLevels(Deeper(levels, valueScope), test.Path.Text, null, valueScope);
            var equal = new RelationTest(test.Span, Element(test.Path.Span, elementScope, measure), Relation.Equal, Element(comparison.Operand.Span, valueScope, measure));
            var has = new Quantified(test.Span, QuantifierKind.Some, inner, equal, null);
            meaning = comparison.Operator == ComparisonOperator.ContainsAll
                ? new Quantified(test.Span, QuantifierKind.Every, other, null, has)
                : new Quantified(test.Span, QuantifierKind.Some, other, has, null);
            (list, _) = ConditionChecker.OpenLevels(levels, test.Path.Text, null, scope);
        }
        else
        {
            (list, var elementScope) = ConditionChecker.OpenLevels(levels, test.Path.Text, null, scope);
            var item = Element(test.Path.Span, elementScope, measure);
            var parts = values.Items.Select(v => (Condition)new Quantified(
                test.Span, QuantifierKind.Some, list, new RelationTest(test.Span, item, Relation.Equal, v), null)).ToImmutableArray();
            meaning = parts.Length == 1 ? parts[0] : new Composition(
                test.Span, comparison.Operator == ComparisonOperator.ContainsAny ? CompositionKind.Any : CompositionKind.All, parts);
        }

        return new Containment(test.Span, meaning, list, comparison.Operator, values);
    }

    // The values of `in`, `contains` and their like: one value, several written out, or a list that is a parameter or a fact.
    private Values? CheckValues(ComparisonSyntax comparison, Measure measure, FactType? type, ElementScope scope)
    {
        var single = comparison.Operator == ComparisonOperator.Contains;
        var among = (type as TextType)?.Values;
        switch (comparison.Operand)
        {
            case BrokenOperandSyntax:
                return null;
            case OperandListSyntax list when !single:
                return CheckItems(list.Items, measure, type, scope) is { } items ? new Values(items, null) : null;
            case ParameterOperandSyntax parameter when !single:
                var values = context.Operands.CheckParameterList(parameter.Name, measure, among);
                return values is null ? null : new Values(ConstantsOf(values, parameter), null);
            case FactOperandSyntax fact when !single:
                return CheckFactList(fact, measure, scope);
            case var value when single:
                return CheckItem(value, measure, type, scope) is { } item ? new Values([item], null) : null;
            default:
                Diagnostics.NeedsList(comparison.Operand.Span, comparison.Operator);
                return null;
        }
    }

    private ImmutableArray<Operand>? CheckItems(IReadOnlyList<OperandSyntax> items, Measure measure, FactType? type, ElementScope scope)
    {
        var values = new Operand?[items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = CheckItem(items[i], measure, type, scope);
        }

        return Array.IndexOf(values, null) < 0 ? ImmutableCollectionsMarshal.AsImmutableArray<Operand>(values!) : null;
    }

    private static ImmutableArray<Operand> ConstantsOf(ListReference values, ParameterOperandSyntax parameter) =>
        [.. values.Values.Select(v => new Constant(parameter.Span, Measure.Of(values.Element)!.Value, v, parameter.Name.Text))];

    private Values? CheckFactList(FactOperandSyntax fact, Measure measure, ElementScope scope)
    {
        if (context.Paths.ResolveList(fact.Path, scope) is not { } levels)
        {
            return null;
        }

        var (list, _) = ConditionChecker.OpenLevels(levels, fact.Path.Text, null, scope);
        if (Measure.Of(list.Element) is { } found && found.AgreesWith(measure))
        {
            return new Values([], list);
        }

        Diagnostics.WrongElements(fact.Path, measure, list.Element);
        return null;
    }

    private Operand? CheckItem(OperandSyntax syntax, Measure measure, FactType? type, ElementScope scope)
    {
        if (context.Operands.Check(syntax, scope, measure) is not { } item)
        {
            return null;
        }

        if (!item.Measure.AgreesWith(measure))
        {
            Diagnostics.MeasuresDiffer(syntax.Span, measure, item.Measure);
            return null;
        }

        return CheckAmongValues(type, item) ? item : null;
    }

    private bool CheckAmongValues(FactType? type, Operand operand)
    {
        if (operand is ChoiceOperand choice)
        {
            return CheckAmongValues(type, choice.Then) & CheckAmongValues(type, choice.Else);
        }

        if (type is TextType { Values: { } values } && operand is Constant constant && !values.Contains(constant.Value.Text))
        {
            Diagnostics.UnknownValue(constant.Span, constant.Value.Text, constant.Parameter, values);
            return false;
        }

        return true;
    }

    // Both sides of a comparison. The side whose reading depends on the other is checked second.
    private (Operand Left, Operand Right)? CheckPair(OperandSyntax left, OperandSyntax right, ElementScope scope, ComparisonSyntax comparison)
    {
        var rightFirst = OperandChecker.IsOpen(left) && !OperandChecker.IsOpen(right);
        var first = context.Operands.Check(rightFirst ? right : left, scope, null);

        // Where the operator is wrong, what is wrong with the other side is beside the point.
        if (first is not null && !Fits(first, comparison))
        {
            return null;
        }

        var second = context.Operands.Check(rightFirst ? left : right, scope, first?.Measure);
        if (first is null || second is null)
        {
            return null;
        }

        var (a, b) = rightFirst ? (second, first) : (first, second);
        if (!a.Measure.AgreesWith(b.Measure))
        {
            Diagnostics.MeasuresDiffer(right.Span, a.Measure, b.Measure);
            return null;
        }

        return CheckAmongValues(TypeOf(a), b) && CheckAmongValues(TypeOf(b), a) ? (a, b) : null;
    }

    // Where it tells which texts there may be.
    private static FactType? TypeOf(Operand operand) => operand switch
    {
        FactOperand fact => fact.Fact.Type,
        FunctionOperand { Function: OperandFunction.DayOfWeek } => Functions.DaysOfTheWeek,
        _ => null,
    };

    // An item is among values if it equals one of them.
    private static Condition IsAmong(Span span, Operand item, Values values, ElementScope scope)
    {
        if (values.List is not { } list)
        {
            return IsOneOf(span, item, values.Items);
        }

        var (opened, elementScope) = ConditionChecker.OpenLevels(list.Levels, list.Path, null, scope);
        var equal = new RelationTest(span, item, Relation.Equal, Element(span, elementScope, Measure.Of(list.Element)!.Value));
        return new Quantified(span, QuantifierKind.Some, opened, equal, null);
    }

    private static Composition IsOneOf(Span span, Operand item, ImmutableArray<Operand> values)
    {
        var parts = ImmutableArray.CreateBuilder<Condition>(values.Length);
        foreach (var value in values)
        {
            parts.Add(new RelationTest(span, item, Relation.Equal, value));
        }

        return new Composition(span, CompositionKind.Any, parts.MoveToImmutable());
    }

    // The same list, gone over inside the elements of another. Its path is not looked up again: there it might mean something else.
    private static ImmutableArray<FactReference> Deeper(ImmutableArray<FactReference> levels, ElementScope scope) =>
        [levels[0], .. levels.Skip(1).Select((level, i) => level with { Depth = scope.Depth + 1 + i })];

    private static FactOperand Element(Span span, ElementScope scope, Measure measure) =>
        new(span, measure, new FactReference(scope.Depth, [], scope.Type, string.Empty));

    private static Relation? RelationOf(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Is => Relation.Equal,
        ComparisonOperator.IsNot => Relation.NotEqual,
        ComparisonOperator.AtLeast or ComparisonOperator.OnOrAfter => Relation.GreaterOrEqual,
        ComparisonOperator.AtMost or ComparisonOperator.OnOrBefore => Relation.LessOrEqual,
        ComparisonOperator.MoreThan or ComparisonOperator.After => Relation.Greater,
        ComparisonOperator.LessThan or ComparisonOperator.Before => Relation.Less,
        _ => null,
    };

    private static bool IsNumberOperator(ComparisonOperator comparison) => comparison is ComparisonOperator.Is or ComparisonOperator.IsNot
        or ComparisonOperator.AtLeast or ComparisonOperator.AtMost or ComparisonOperator.MoreThan or ComparisonOperator.LessThan;
}
