using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Testing;

/// <summary>Tells conditions that can be unknown from those that cannot, by the vocabulary alone.</summary>
internal sealed class Unknowable(Vocabulary vocabulary)
{
    // What a name stands for may be met by many ways.
    private readonly Dictionary<(Condition Condition, ImmutableArray<Level> Levels), bool> _known = [];

    /// <summary>Where paths start outside of all lists: at the scenario.</summary>
    public ImmutableArray<Level> Root { get; } = [new Level(vocabulary.Root, false)];

    public bool Is(Condition? condition) => condition is not null && Is(condition, Root);

    /// <param name="condition">The condition.</param>
    /// <param name="levels">What paths can start at: the scenario, then the elements inwards.</param>
    public bool Is(Condition condition, ImmutableArray<Level> levels)
    {
        if (!_known.TryGetValue((condition, levels), out var known))
        {
            _known[(condition, levels)] = known = Find(condition, levels);
        }

        return known;
    }

    private bool Find(Condition condition, ImmutableArray<Level> levels) => condition switch
    {
        KnownTest => false,
        Composition c => c.Parts.Any(p => Is(p, levels)),
        AtLeastOf a => a.Parts.Any(p => Is(p, levels)),
        Negation n => Is(n.Part, levels),
        // A rule is read in the scenario, wherever it is referred to.
        RuleReference r => Is(r.Meaning, Root),
        Defined d => Is(d.Meaning, levels),
        RelationTest r => Is(r.Left, levels) || Is(r.Right, levels),
        TextTest t => Is(t.Left, levels) || Is(t.Right, levels),
        PatternTest p => Is(p.Left, levels),
        Quantified q => IsOpen(q.List, q.Where, levels) || (q.Satisfy is not null && Is(q.Satisfy, Enter(q.List, levels))),
        InOrder o => IsOpen(o.List, null, levels) || o.Steps.Any(s => Is(s, Enter(o.List, levels))) || Is(o.By, Enter(o.List, levels)),
        // The share of nothing.
        _ => true,
    };

    /// <summary>The levels inside a list.</summary>
    public static ImmutableArray<Level> Enter(ListReference list, ImmutableArray<Level> levels) =>
        [.. levels, .. Parts.ElementTypes(list).Select(type => new Level(type, list.IsParameter))];

    private bool Is(Operand operand, ImmutableArray<Level> levels) => operand switch
    {
        // Months are of several lengths, so durations may overlap even if they are known.
        { Measure.Kind: MeasureKind.Duration } => true,
        Constant => false,
        FactOperand f => Is(f.Fact, levels),
        CountOperand c => IsOpen(c.List, c.Where, levels),
        AggregateOperand { Kind: QuantityKind.Sum } a => IsOpen(a.List, a.Where, levels) || Is(a.Item, Enter(a.List, levels)),
        ArithmeticOperand a => Is(a.Left, levels) || Is(a.Right, levels),
        MoveOperand m => Is(m.Day, levels),
        FunctionOperand f => MayHaveNone(f) || f.Arguments.Any(a => Is(a, levels)),
        ChoiceOperand c => Is(c.If, levels) || Is(c.Then, levels) || Is(c.Else, levels),
        // The least of nothing.
        _ => true,
    };

    // A quotient by zero, a part that is not there.
    private static bool MayHaveNone(FunctionOperand function) =>
        function.Function switch
        {
            OperandFunction.Quotient or OperandFunction.WholeQuotient or OperandFunction.Remainder or OperandFunction.Replaced =>
                function.Arguments[1] is not Constant,
            OperandFunction.Rounded => function.Arguments is [_, not Constant],
            OperandFunction.Power or OperandFunction.SquareRoot or OperandFunction.Part => true,
            _ => false,
        };

    // Any list of a scenario may be partly known.
    private bool IsOpen(ListReference list, Condition? where, ImmutableArray<Level> levels) =>
        !list.IsParameter
        || (list.Selection is { } selection && IsOpen(selection, levels))
        || (where is not null && Is(where, Enter(list, levels)));

    private bool IsOpen(Selection selection, ImmutableArray<Level> levels) =>
        IsOpen(selection.From, selection.Where, levels) || selection.Keys.Any(key => Is(key, Enter(selection.From, levels)));

    private static bool Is(FactReference fact, ImmutableArray<Level> levels)
    {
        var (type, isParameter) = levels[fact.Depth];
        var isKnown = isParameter;
        foreach (var slot in fact.Slots)
        {
            var property = ((RecordType)type).Properties[slot];
            (type, isKnown) = (property.Type, property.Default.IsKnown);
        }

        // With or without a default, a scenario may state only the month of a date.
        return !isKnown || (type is DateType && !isParameter);
    }

    /// <summary>What a path can start at.</summary>
    /// <param name="Type">Its type.</param>
    /// <param name="IsParameter">Whether it is a value of a parameter, which is always known.</param>
    internal readonly record struct Level(FactType Type, bool IsParameter);
}
