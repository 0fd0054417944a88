using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <content>Comparisons, and membership in lists of values.</content>
internal sealed partial class ExpressionWriter
{
    private static readonly FactRecord NoFacts = new(new RecordType([]), [], null);

    private ExpressionSyntax WriteRelation(RelationTest test, WritingPlace place)
    {
        if (test is { Left: Constant, Right: Constant })
        {
            return Compose.Boolean(TreeWalk.Evaluate(test, Scope.Of(NoFacts)) == Truth.True);
        }

        return Guarded(() => WriteComparison(test, place));
    }

    // What has no value fails in the middle of an expression, so it is asked first whether there is one.
    private ExpressionSyntax Guarded(Func<ExpressionSyntax> write)
    {
        var outer = _state.Guards;
        _state.Guards = [];
        var written = write();
        var guarded = Compose.And([.. _state.Guards, written]);
        _state.Guards = outer;
        return guarded;
    }

    private ExpressionSyntax WriteComparison(RelationTest test, WritingPlace place)
    {
        var (left, right, sign) = (test.Left, test.Right, SignOf(test.Relation));
        switch (left.Measure.Kind)
        {
            case MeasureKind.Duration:
                return _operands.WriteDurations(test, place);
            case MeasureKind.Exact when right.Measure.Kind == MeasureKind.Exact:
                return Compose.Binary(sign, _operands.WriteOperand(left, place), _operands.WriteOperand(right, place));
            case MeasureKind.Exact or MeasureKind.Real:
                return Compose.Binary(sign, _operands.WriteReal(left, place), _operands.WriteReal(right, place));
            case MeasureKind.Day when right is Constant { Value.Date: { IsDay: false } period }:
                return WritePeriod(test.Relation, _operands.WriteOperand(left, place), period);
            case MeasureKind.Text
                when left is FunctionOperand { Function: OperandFunction.DayOfWeek } weekday
                    && right is Constant { Value.Text: { Length: > 0 } name }:
                var day = Compose.Member(_operands.WriteOperand(weekday.Arguments[0], place), "DayOfWeek");
                return Compose.Binary(sign, day, Compose.Member(_facts.Type("DayOfWeek"), $"{char.ToUpperInvariant(name[0])}{name[1..]}"));
            default:
                return Compose.Binary(sign, _operands.WriteOperand(left, place), _operands.WriteOperand(right, place));
        }
    }

    // A month or a year is the whole of it.
    private ExpressionSyntax WritePeriod(Relation relation, ExpressionSyntax day, PartialDate period)
    {
        var (first, last) = (_operands.WriteDay(period.First), _operands.WriteDay(period.Last));
        return relation switch
        {
            Relation.Less or Relation.GreaterOrEqual => Compose.Binary(SignOf(relation), day, first),
            Relation.Greater or Relation.LessOrEqual => Compose.Binary(SignOf(relation), day, last),
            Relation.NotEqual => Compose.Or(
                Compose.Binary(BinaryOperator.Less, day, first),
                Compose.Binary(BinaryOperator.Greater, day, last)
            ),
            Relation.Equal =>
                Compose.And(
                    Compose.Binary(BinaryOperator.GreaterOrEqual, day, first), Compose.Binary(BinaryOperator.LessOrEqual, day, last)),
        };
    }

    // `in` compares with each value as `==` would, but is confused by truths and says nothing about periods.
    private ExpressionSyntax WriteMembership(Membership membership, WritingPlace place)
    {
        var (item, values) = (membership.Item, membership.Values);
        if (values.List is { } list)
        {
            if (item.Measure.Kind != MeasureKind.Text || !IsPlainList(list))
            {
                return Write(membership.Meaning, place);
            }

            var contains = Contains(list, item, place);
            return membership.IsNegated ? Compose.Not(contains) : contains;
        }

        if (
            !values.Items.All(v => IsPlain(v) && v.Measure.Kind == item.Measure.Kind)
            || item.Measure.Kind is MeasureKind.Boolean or MeasureKind.Duration
            || item is FunctionOperand { Function: OperandFunction.DayOfWeek }
        )
        {
            return Write(membership.Meaning, place);
        }

        return Guarded(() => WriteIn(membership, place));
    }

    private ExpressionSyntax WriteIn(Membership membership, WritingPlace place)
    {
        var (item, values) = (membership.Item, membership.Values);
        var (left, rights) = (_operands.WriteOperand(item, place), values.Items.Select(v => _operands.WriteOperand(v, place)).ToList());
        if (rights is [var only])
        {
            return Compose.Binary(membership.IsNegated ? BinaryOperator.NotEqual : BinaryOperator.Equal, left, only);
        }

        return rights.Count == 0 ? Compose.Boolean(membership.IsNegated)
            : membership.IsNegated ? Compose.Not(Compose.In(left, rights))
            : Compose.In(left, rights);
    }

    private ExpressionSyntax WriteContainment(Containment containment, WritingPlace place)
    {
        var (list, values) = (containment.List, containment.Values);
        if (list.Element is not TextType || !IsPlainList(list) || values.List is not null)
        {
            return Write(containment.Meaning, place);
        }

        var parts = values.Items.Select(v => Contains(list, v, place));
        return containment.Combines switch
        {
            CompositionKind.All => Compose.And(parts),
            CompositionKind.Any => Compose.Or(parts),
            CompositionKind.None => Compose.Not(Compose.Or(parts)),
        };
    }

    private ExpressionSyntax Contains(ListReference list, Operand text, WritingPlace place) =>
        Guarded(() =>
            Compose.Call(
                _facts.Write(list.Levels[0], list.Around is { } depth ? place.Around(depth) : place),
                "Contains",
                _operands.WriteOperand(text, place)
            )
        );

    private static bool IsPlainList(ListReference list) => list is { Levels.Length: 1, Selection: null };

    private static bool IsPlain(Operand operand) =>
        operand is FactOperand or Constant { Measure.Kind: not MeasureKind.Day } or Constant { Value.Date.IsDay: true };

    public static BinaryOperator SignOf(Relation relation) => relation switch
    {
        Relation.Equal => BinaryOperator.Equal,
        Relation.NotEqual => BinaryOperator.NotEqual,
        Relation.Less => BinaryOperator.Less,
        Relation.LessOrEqual => BinaryOperator.LessOrEqual,
        Relation.Greater => BinaryOperator.Greater,
        Relation.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
    };
}
