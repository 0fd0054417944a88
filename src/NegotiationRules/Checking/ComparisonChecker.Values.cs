using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <content>Values among others: <c>in</c>, <c>notIn</c>, and <c>contains</c> and its like of a list.</content>
internal sealed partial class ComparisonChecker
{
    private Membership? CheckMembership(Span span, OperandSyntax left, ComparisonSyntax comparison, ElementScope scope)
    {
        if (operands.Check(left, scope, LikeValues(left, comparison.Operand, scope)) is not { } item)
        {
            return null;
        }

        readings.TakeForTextBeside(item, comparison.Operand);
        if (readings.IsByShape(item) && ToldByValues(comparison.Operand, scope) is { Kind: MeasureKind.Text })
        {
            readings.TakeForText(item);
        }

        if (CheckValues(comparison, item.Measure, TypeOf(item), scope) is not { } values)
        {
            return null;
        }

        readings.WarnOfTexts(item, left, comparison.Operand);

        var meaning = IsAmong(span, item, values, scope);
        var negated = Operators.Of(comparison.Operator).Negates;
        return new Membership(span, negated ? new Negation(span, meaning) : meaning, item, negated, values);
    }

    // What a constant measures that is looked for among values: what they do.
    private Measure? LikeValues(OperandSyntax item, OperandSyntax values, ElementScope scope) =>
        OperandChecker.IsOpen(item) ? ToldByValues(values, scope) ?? readings.Of([item, values]) : null;

    private Measure? ToldByValues(OperandSyntax values, ElementScope scope) =>
        values switch
        {
            FactOperandSyntax fact => paths.ResolveList(fact.Path, scope) is { } levels
                ? Measure.Of(((ListType)levels[^1].Type).Element)
                : null,
            OperandListSyntax list => ToldByOneOf(list.Items, scope),
            _ => null,
        };

    private Containment? CheckContainment(
        FactTestSyntax test, ComparisonSyntax comparison, ImmutableArray<FactReference> levels, ElementScope scope
    )
    {
        var element = ((ListType)levels[^1].Type).Element;
        if (Measure.Of(element) is not { } measure)
        {
            diagnostics.CannotCompareWhole(test.Path, levels[^1].Type, comparison.Operator);
            return null;
        }

        if (CheckValues(comparison, measure, element, scope) is not { } values)
        {
            return null;
        }

        var combines = Operators.Of(comparison.Operator).Combines!.Value;
        Condition meaning;
        ListReference list;
        if (values.List is { } other)
        {
            // For each value of the one list, or for some, the other has an equal element.
            var (_, valueScope) = ListChecker.OpenLevels(other.Levels, other.Path, scope);
            var (inner, elementScope) = ListChecker.OpenLevels(Deeper(levels, valueScope), test.Path.Text, valueScope);
            var wanted = Element(comparison.Operand.Span, valueScope, Measure.Of(other.Element)!.Value);
            var equal = RelationTest.Of(test.Span, Element(test.Path.Span, elementScope, measure), Relation.Equal, wanted);
            var has = new Quantified(test.Span, QuantifierKind.Some, inner, equal, null);
            meaning = combines switch
            {
                CompositionKind.All => new Quantified(test.Span, QuantifierKind.Every, other, null, has),
                CompositionKind.Any => new Quantified(test.Span, QuantifierKind.Some, other, has, null),
                CompositionKind.None => new Quantified(test.Span, QuantifierKind.No, other, has, null),
            };
            (list, _) = ListChecker.OpenLevels(levels, test.Path.Text, scope);
        }
        else
        {
            (list, var elementScope) = ListChecker.OpenLevels(levels, test.Path.Text, scope);
            var item = Element(test.Path.Span, elementScope, measure);
            meaning = values.Items is [var only] && combines != CompositionKind.None ? Contains(test.Span, list, item, only)
                : new Composition(test.Span, combines, ContainEach(test.Span, list, item, values.Items));
        }

        return new Containment(test.Span, meaning, list, comparison.Operator, combines, values);
    }

    private static Quantified Contains(Span span, ListReference list, Operand item, Operand value) =>
        new(span, QuantifierKind.Some, list, RelationTest.Of(span, item, Relation.Equal, value), null);

    private static ImmutableArray<Condition> ContainEach(Span span, ListReference list, Operand item, ImmutableArray<Operand> values) =>
        [.. values.Select(value => Contains(span, list, item, value))];

    // The values of `in`, `contains` and their like: one value, several written out, or a list that is a parameter or a fact.
    private Values? CheckValues(ComparisonSyntax comparison, Measure measure, FactType? type, ElementScope scope)
    {
        var single = Operators.Of(comparison.Operator).Takes == OperandShape.Value;
        var among = (type as TextType)?.Values;
        switch (comparison.Operand)
        {
            case BrokenOperandSyntax:
                return null;
            case OperandListSyntax list when !single:
                return CheckItems(list.Items, measure, type, scope) is { } items ? new Values(items, null) : null;
            case ParameterOperandSyntax parameter when !single:
                var values = parameterLists.Check(parameter.Name, measure, among);
                return values is null ? null : new Values(ConstantsOf(values, parameter), null);
            case FactOperandSyntax fact when !single:
                return CheckFactList(fact, measure, scope);
            case var value when single:
                return CheckItem(value, measure, type, scope) is { } item ? new Values([item], null) : null;
            default:
                diagnostics.NeedsList(comparison.Operand.Span, comparison.Operator);
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
        if (paths.ResolveList(fact.Path, scope) is not { } levels)
        {
            return null;
        }

        var (list, _) = ListChecker.OpenLevels(levels, fact.Path.Text, scope);
        if (Measure.Of(list.Element) is { } found && found.AgreesWith(measure))
        {
            return new Values([], list);
        }

        diagnostics.WrongElements(fact.Path, measure, list.Element);
        return null;
    }

    private Operand? CheckItem(OperandSyntax syntax, Measure measure, FactType? type, ElementScope scope)
    {
        if (operands.Check(syntax, scope, measure) is not { } item)
        {
            return null;
        }

        if (!item.Measure.AgreesWith(measure))
        {
            diagnostics.MeasuresDiffer(syntax.Span, measure, item.Measure);
            return null;
        }

        return CheckAmongValues(type, item) ? item : null;
    }

    /// <summary>Values that are to be equal to those of a type; where that is not known, only what is wrong inside of them is
    /// found.</summary>
    public Operand?[] CheckEnds(IReadOnlyList<OperandSyntax> syntaxes, FactType? type, ElementScope scope) =>
        [.. syntaxes.Select(syntax => type is null || Measure.Of(type) is not { } measure ? operands.Check(syntax, scope, null)
            : CheckItem(syntax, measure, type, scope) is not { } end ? null
            : Periods.MayBe(end) ? RefusePeriod(end)
            : end)];

    private Operand? RefusePeriod(Operand end)
    {
        diagnostics.PeriodMovedByFact(end.Span);
        return null;
    }

    // An item is among values if it equals one of them.
    private static Condition IsAmong(Span span, Operand item, Values values, ElementScope scope)
    {
        if (values.List is not { } list)
        {
            return IsOneOf(span, item, values.Items);
        }

        var (opened, elementScope) = ListChecker.OpenLevels(list.Levels, list.Path, scope);

        var equal = RelationTest.Of(span, item, Relation.Equal, Element(span, elementScope, Measure.Of(list.Element)!.Value));
        return new Quantified(span, QuantifierKind.Some, opened, equal, null);
    }

    private static Composition IsOneOf(Span span, Operand item, ImmutableArray<Operand> values)
    {
        var parts = ImmutableArray.CreateBuilder<Condition>(values.Length);
        foreach (var value in values)
        {
            parts.Add(RelationTest.Of(span, item, Relation.Equal, value));
        }

        return new Composition(span, CompositionKind.Any, parts.MoveToImmutable());
    }

    // The same list, gone over inside the elements of another. Its path is not looked up again: there it might mean something else.
    private static ImmutableArray<FactReference> Deeper(ImmutableArray<FactReference> levels, ElementScope scope) =>
        [levels[0], .. levels.Skip(1).Select((level, i) => level with { Depth = scope.Depth + 1 + i })];

    private static FactOperand Element(Span span, ElementScope scope, Measure measure) =>
        new(span, measure, new FactReference(scope.Depth, [], scope.Type, string.Empty));
}
