using System.Collections.Immutable;

namespace NegotiationRules.Conditions;

/// <summary>Makes a condition or an operand anew with other operands in it. What does not change stays the same object.</summary>
/// <param name="replace">What stands in the place of an operand; <see langword="null"/> to look inside it.</param>
/// <param name="intoLists">Whether to look at what is asked of the elements of lists, too.</param>
internal sealed class Rewriter(Func<Operand, Operand?> replace, bool intoLists)
{
    private readonly Dictionary<Node, Node> _made = [];

    /// <summary>What stands in the place of a condition; <see langword="null"/> to look inside it.</summary>
    public Func<Condition, Condition?> Replace { get; init; } = _ => null;

    public Condition Of(Condition condition)
    {
        if (!_made.TryGetValue(condition, out var made))
        {
            _made[condition] = made = Replace(condition) ?? (HasChanged(condition) ? Make(condition) : condition);
        }

        return (Condition)made;
    }

    public Operand Of(Operand operand)
    {
        if (!_made.TryGetValue(operand, out var made))
        {
            _made[operand] = made = replace(operand) ?? (HasChanged(operand) ? Make(operand) : operand);
        }

        return (Operand)made;
    }

    private bool HasChanged(Node node) => node.Children.Concat(node.Written).Any(child => Of(child) != child.Node);

    private Node Of(Child child) =>
        child.List is not null && !intoLists ? child.Node
        : child.Node is Operand operand ? Of(operand)
        : Of((Condition)child.Node);

    private Condition Make(Condition condition) => condition switch
    {
        Composition c => new Composition(c.Span, c.Kind, Of(c.Parts)),
        Negation n => new Negation(n.Span, Of(n.Part)),
        AtLeastOf a => new AtLeastOf(a.Span, a.Number, Of(a.Parts)),
        RelationTest r => RelationTest.Of(r.Span, Of(r.Left), r.Relation, Of(r.Right)),
        SettledTest s => new SettledTest(s.Span, Of(s.Operand)),
        TextTest t => new TextTest(t.Span, Of(t.Left), t.Operator, t.At, Of(t.Right)),
        PatternTest p => new PatternTest(p.Span, Of(p.Left), p.Text, p.Pattern),
        Quantified q => new Quantified(q.Span, q.Kind, Of(q.List), OfElement(q.Where), OfElement(q.Satisfy)),
        ShareTest s => new ShareTest(
            s.Span, Of(s.List), OfElement(s.Weight), OfElement(s.Among), OfElement(s.Where)!, s.Relation, Of(s.Bound),
            s.IfNone is null ? null : Of(s.IfNone)),
        ShareOfTwo s => new ShareOfTwo(
            s.Span, Of(s.Part), Of(s.Whole), s.Relation, Of(s.Bound), s.IfNone is null ? null : Of(s.IfNone)),
        InOrder o => new InOrder(
            o.Span, Of(o.List), OfElement(o.By)!, [.. o.Steps.Select(step => OfElement(step)!)], o.Number,
            o.Within is null ? null : Of(o.Within)),
        Reachable r => new Reachable(r.Span, Of(r.List), OfElement(r.Where), r.Between, r.Item, Of(r.From), Of(r.To)),
        ConditionChoice c => new ConditionChoice(c.Span, Of(c.If), Of(c.Then), Of(c.Else)),
        Membership m => new Membership(m.Span, Of(m.Meaning), Of(m.Item), m.IsNegated, m.Values with { Items = Of(m.Values.Items) }),
        Between b => new Between(b.Span, Of(b.Meaning), Of(b.Item), Of(b.Low), Of(b.High)),
        Containment c =>
            new Containment(c.Span, Of(c.Meaning), c.List, c.Operator, c.Combines, c.Values with { Items = Of(c.Values.Items) }),
        NamedCondition n => new NamedCondition(n.Span, Of(n.Meaning), n.Name),
        StageCondition s => new StageCondition(s.Span, Of(s.Meaning), s.Stage),
        RuleReference r => new RuleReference(r.Span, Of(r.Meaning), r.Id, r.Title),
        _ => throw new InvalidOperationException($"no way to make {condition.GetType().Name} anew"),
    };

    private Operand Make(Operand operand) => operand switch
    {
        NamedOperand n => new NamedOperand(n.Span, Of(n.Meaning), n.Name),
        TableOperand t => new TableOperand(t.Span, t.Measure, Of(t.At), t.Days, Of(t.Values)),
        CountOperand c => new CountOperand(c.Span, Of(c.List), OfElement(c.Where)),
        AggregateOperand a => new AggregateOperand(a.Span, a.Measure, a.Kind, Of(a.List), OfElement(a.Item)!, OfElement(a.Where))
        {
            SupposesSome = a.SupposesSome,
        },
        OnlyOperand o => new OnlyOperand(o.Span, Of(o.List), OfElement(o.Item)!, OfElement(o.Where)),
        ArithmeticOperand a => new ArithmeticOperand(a.Span, a.Measure, a.Kind, Of(a.Left), Of(a.Right)),
        MoveOperand m => new MoveOperand(m.Span, Of(m.Day), m.Move),
        FunctionOperand f => new FunctionOperand(f.Span, f.Measure, f.Function, Of(f.Arguments)),
        ChoiceOperand c => new ChoiceOperand(c.Span, c.Measure, Of(c.If), Of(c.Then), Of(c.Else)) { IsOfNone = c.IsOfNone },
        _ => throw new InvalidOperationException($"no way to make {operand.GetType().Name} anew"),
    };

    private ListReference Of(ListReference list) => list.Selection is not { } selection ? list : list with
    {
        Selection = selection with
        {
            From = Of(selection.From),
            Where = OfElement(selection.Where),
            Distinct = [.. selection.Distinct.Select(key => OfElement(key)!)],
            OrderBy = [.. selection.OrderBy.Select(key => key with { Key = OfElement(key.Key)! })],
            Skip = selection.Skip is { } skip ? Of(skip) : null,
            Take = selection.Take is { } take ? Of(take) : null,
        },
    };

    private T? OfElement<T>(T? node)
        where T : Node =>
        node is null || !intoLists ? node : (T)Of(new Child(node));

    private ImmutableArray<Condition> Of(ImmutableArray<Condition> conditions) => [.. conditions.Select(Of)];

    private ImmutableArray<Operand> Of(ImmutableArray<Operand> operands) => [.. operands.Select(Of)];
}
