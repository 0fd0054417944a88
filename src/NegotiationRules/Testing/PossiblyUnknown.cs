using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Testing;

/// <summary>Tells conditions that can be unknown from those that cannot, by the vocabulary alone.</summary>
internal sealed class PossiblyUnknown(Vocabulary vocabulary)
{
    // What a name stands for may be met by many ways.
    private readonly Dictionary<(Node Node, ImmutableArray<Level> Levels), bool> _known = [];

    /// <summary>Where paths start outside of all lists: at the scenario.</summary>
    public ImmutableArray<Level> Root { get; } = [new Level(vocabulary.Root, false)];

    public bool Is(Condition? condition) => condition is not null && Is(condition, Root);

    /// <param name="node">A condition or an operand.</param>
    /// <param name="levels">What paths can start at: the scenario, then the elements inwards.</param>
    public bool Is(Node node, ImmutableArray<Level> levels)
    {
        if (!_known.TryGetValue((node, levels), out var known))
        {
            _known[(node, levels)] = known = Find(node, levels);
        }

        return known;
    }

    private bool Find(Node node, ImmutableArray<Level> levels) => node switch
    {
        KnownTest or SettledTest => false,
        // Months are of several lengths, so durations may overlap even if they are known.
        Operand { Measure.Kind: MeasureKind.Duration } => true,
        FactOperand f => Is(f.Fact, levels),
        ChoiceOperand { IsOfFirstKnown: true } first => Is(first.Then, levels) && Is(first.Else, levels),
        // The share, or the least, of nothing; the one of several; what is in force before the first day.
        ShareTest { IfNone: null } or ShareOfTwo { IfNone: null }
            or AggregateOperand { Kind: not QuantityKind.Sum, SupposesSome: false } or OnlyOperand or TableOperand => true,
        FunctionOperand f when MayHaveNone(f) => true,
        _ => (node.List is { } list && IsOpen(list))
            || node.Children.Any(child => Is(child.Node, child.IsInScenario ? Root : Enter(child.List, levels))),
    };

    /// <summary>The levels inside a list; the same ones where there is none.</summary>
    public static ImmutableArray<Level> Enter(ListReference? list, ImmutableArray<Level> levels) =>
        list is null ? levels : [.. levels, .. list.ElementTypes.Select(type => new Level(type, list.IsParameter))];

    // A quotient by zero, a part that is not there.
    private static bool MayHaveNone(FunctionOperand function) =>
        function.Function switch
        {
            OperandFunction.Quotient or OperandFunction.WholeQuotient or OperandFunction.Remainder or OperandFunction.Replaced =>
                function.Arguments[1] is not Constant,
            OperandFunction.Rounded => function.Arguments is [_, not Constant],
            OperandFunction.Power or OperandFunction.SquareRoot or OperandFunction.Part => true,
            OperandFunction.Absolute or OperandFunction.Sign or OperandFunction.Floor or OperandFunction.Ceiling
                or OperandFunction.Truncated or OperandFunction.Least or OperandFunction.Greatest or OperandFunction.LowerCase
                or OperandFunction.UpperCase or OperandFunction.Trimmed or OperandFunction.Length or OperandFunction.PositionOf
                or OperandFunction.Joined or OperandFunction.Year or OperandFunction.Month or OperandFunction.DayOfMonth
                or OperandFunction.DayOfYear or OperandFunction.DayOfWeek or OperandFunction.Hour or OperandFunction.Minute
                or OperandFunction.Second or OperandFunction.DateOf or OperandFunction.TimeOfDay or OperandFunction.TotalDays
                or OperandFunction.TotalHours or OperandFunction.TotalMinutes or OperandFunction.TotalSeconds or OperandFunction.Years
                or OperandFunction.Months or OperandFunction.Days or OperandFunction.Hours or OperandFunction.Minutes
                or OperandFunction.WholeYears or OperandFunction.WholeMonths or OperandFunction.DateTime => false,
        };

    // Any list of a scenario may be partly known.
    private static bool IsOpen(ListReference list) => !list.IsParameter || (list.Selection is { From: var from } && IsOpen(from));

    private static bool Is(FactReference fact, ImmutableArray<Level> levels)
    {
        var (type, isParameter) = levels[fact.Depth];
        var isKnown = isParameter;
        foreach (var slot in fact.Slots)
        {
            var property = ((RecordType)type).Properties[slot];
            (type, isKnown) = (property.Type, property.Default.IsKnown);
        }

        // With or without a default, a scenario may state only the month of a date, and so may an object under a parameter.
        return !isKnown || (type is DateType && !(isParameter && fact.Slots.IsEmpty));
    }

    /// <summary>What a path can start at.</summary>
    /// <param name="Type">Its type.</param>
    /// <param name="IsParameter">Whether it is a value of a parameter, which is always known.</param>
    internal readonly record struct Level(FactType Type, bool IsParameter);
}
