using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Tests.Agreement.Pairings;

/// <summary>Which operators stand in checked rules, of which measure, and between what.</summary>
internal sealed class ReachedPairs
{
    private readonly Dictionary<(string Operator, string Measure, SideForm Left, SideForm Right), int> _reached = [];

    /// <summary>What is reached of an operator and a measure on the left and on the right, and of a measure on both sides.</summary>
    public HashSet<string> Pairs =>
    [
        .. _reached.Keys.Select(r => $"{r.Operator}: {r.Left} of {r.Measure} on the left"),
        .. _reached.Keys.Select(r => $"{r.Operator}: {r.Right} of {r.Measure} on the right"),
        .. _reached.Keys.Select(r => $"{r.Measure}: {r.Left} and {r.Right}"),
    ];

    public void Add(RuleSet rules)
    {
        foreach (var rule in rules.Checked.Rules)
        {
            Add(rule.When, null, 0);
            Add(rule.Require, null, 0);
            if (rule.By is not null)
            {
                Add("by", new FactOperand(default, rule.By.Measure, rules.Checked.AsOf!), rule.By, 0);
            }
        }
    }

    /// <summary>The operator that is checked to be this condition; <see langword="null"/> for a condition that is none.</summary>
    public static string? OperatorOf(Condition condition) => condition switch
    {
        Membership m => m.IsNegated ? "notIn" : "in",
        Between => "between",
        Containment c => Operators.NameOf(c.Operator),
        TextTest t => Operators.NameOf(t.Operator),
        PatternTest => "matches",
        KnownTest => "known",
        RelationTest r => Operators.NameOf(r.Relation switch
        {
            Relation.Equal => ComparisonOperator.Is,
            Relation.NotEqual => ComparisonOperator.IsNot,
            Relation.Less => IsOfTime(r) ? ComparisonOperator.Before : ComparisonOperator.LessThan,
            Relation.LessOrEqual => IsOfTime(r) ? ComparisonOperator.OnOrBefore : ComparisonOperator.AtMost,
            Relation.Greater => IsOfTime(r) ? ComparisonOperator.After : ComparisonOperator.MoreThan,
            _ => IsOfTime(r) ? ComparisonOperator.OnOrAfter : ComparisonOperator.AtLeast,
        }),
        _ => null,
    };

    // The sides as they are written: a constant is moved to the right when it is checked, and an element of a list on the right is not
    // written at all.
    private static RelationTest Written(RelationTest test) =>
        !IsOfList(test.Left) && (IsOfList(test.Right) || test.Left.Span.Start <= test.Right.Span.Start) ? test
            : new RelationTest(test.Span, test.Right, test.Relation.Mirror(), test.Left);

    private static bool IsOfList(Operand operand) => operand is FactOperand { Fact: { Slots.IsEmpty: true, Path: "" } };

    private static bool IsOfTime(RelationTest test) => test.Left.Measure.Kind is MeasureKind.Day or MeasureKind.Instant;

    // A relation that is only the meaning of an operator goes by that operator.
    private void Add(Node? node, string? meaningOf, int depth)
    {
        switch (node)
        {
            case null:
                return;
            case RelationTest test:
                var written = Written(test);
                Add(meaningOf ?? OperatorOf(written)!, written.Left, written.Right, depth);
                break;
            case TextTest test:
                Add(OperatorOf(test)!, test.Left, test.Right, depth);
                break;
            case Membership or Between or Containment:
                Add(((Defined)node).Meaning, OperatorOf((Condition)node), depth);
                return;
            default:
                break;
        }

        foreach (var child in node.Children)
        {
            var isMeaning = node is Condition and not (RelationTest or TextTest or PatternTest or Defined);
            Add(child.Node, isMeaning ? meaningOf : null, depth + (child.List?.LevelCount ?? 0));
        }
    }

    private void Add(string comparison, Operand left, Operand right, int depth)
    {
        if (FormOf(left, depth) is { } a && FormOf(right, depth) is { } b)
        {
            var key = (comparison, MeasureOf(left, right), a, b);
            _reached[key] = _reached.GetValueOrDefault(key) + 1;
        }
    }

    private static string MeasureOf(Operand left, Operand right) =>
        left.Measure.Kind != MeasureKind.Exact ? $"{left.Measure.Kind}"
            : left.Measure.Scale == 0 && right.Measure.Scale == 0 ? "whole" : "decimal";

    // What is worked out when the rules are checked is no form of its own.
    private static SideForm? FormOf(Operand operand, int depth) => operand switch
    {
        Constant { IsDerived: true } => null,
        Constant { Measure.Kind: MeasureKind.Day, Value.Date.IsDay: false, Parameter: null } => SideForm.Period,
        Constant { Measure.Kind: MeasureKind.Day, Value.Date.IsDay: false } => SideForm.PeriodParameter,
        Constant c => c.Parameter is null ? SideForm.Literal : SideForm.Parameter,
        _ when IsOfList(operand) => SideForm.ListFact,
        FactOperand { Fact: { Slots.IsEmpty: true } } => SideForm.PlainElement,
        FactOperand f => depth == 0 ? SideForm.Fact : f.Fact.Depth == 0 ? SideForm.FactAround : SideForm.FactOfElement,
        CountOperand or AggregateOperand or OnlyOperand => SideForm.Quantity,
        TableOperand => SideForm.Choice,
        NamedOperand n => FormOf(n.Meaning, depth),
        ArithmeticOperand => SideForm.Arithmetic,
        MoveOperand => SideForm.Move,
        FunctionOperand => SideForm.Function,
        ChoiceOperand => SideForm.Choice,
        _ => throw new InvalidOperationException($"no form for {operand.GetType().Name}"),
    };
}
