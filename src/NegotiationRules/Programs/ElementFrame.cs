using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Programs;

/// <summary>What the elements in reach are while a condition is compiled: a level of columns each, or one value of a parameter.</summary>
internal sealed class ElementFrame(ElementFrame? outer, int level, FactValue? value)
{
    public ElementFrame? Outer { get; } = outer;

    public int Depth { get; } = outer is null ? 0 : outer.Depth + 1;

    /// <summary>The level of the elements; for a parameter's value, that of the frame around it.</summary>
    public int Level { get; } = level;

    /// <summary>The value of a parameter, or of a list in one, that this element is.</summary>
    public FactValue? Value { get; } = value;

    public ElementFrame At(int depth)
    {
        var frame = this;
        while (frame.Depth > depth)
        {
            frame = frame.Outer!;
        }

        return frame;
    }

    /// <summary>What a fact is where it is one of a parameter, so that it is known before there is a scenario; <see langword="null"/> where
    /// it is one of the scenario.</summary>
    public FactValue? ValueOf(FactReference fact)
    {
        if (At(fact.Depth).Value is not { } value)
        {
            return null;
        }

        foreach (var slot in fact.Slots)
        {
            value = value.IsKnown ? value.Record[slot] : default;
        }

        return value;
    }

    /// <summary>One value of a parameter, or of a list in one.</summary>
    public ElementFrame Enter(FactValue value) => new(this, Level, value);

    /// <summary>Where a list is gone over. A quantity may be compared inside the elements of another list; what it goes over itself still
    /// lies where it was written.</summary>
    public ElementFrame Around(ListReference list) => list.Around is { } depth ? At(depth) : this;

    /// <summary>Whether a list is a parameter, or in one.</summary>
    public bool IsOfValues(ListReference list) => list.IsParameter || ValueOf(list.Levels[0]) is not null;

    /// <summary>The values of a parameter, or of a list in one that is complete; <see langword="null"/> if more may come.</summary>
    public ImmutableArray<FactValue>? ValuesOf(ListReference list) =>
        list.IsParameter ? list.Values
        : list.Levels is [var level] && ValueOf(level) is { IsKnown: true, List: { IsComplete: true } values }
            ? [.. Enumerable.Range(0, values.Count).Select(index => values[index])]
        : null;

    /// <summary>What an operand is here: a fact of a value of a parameter is what it is there; but a date of which no more is known than
    /// the month is not that whole month.</summary>
    public Operand Substituted(Operand operand) =>
        operand is FactOperand { Fact: var fact } && ValueOf(fact) is { IsKnown: true } value
            && (operand.Measure.Kind != MeasureKind.Day || value.Date.IsDay || Periods.MayBe(operand))
            ? new Constant(operand.Span, operand.Measure, value, null)
            : operand;
}
