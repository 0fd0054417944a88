using System.Numerics;
using System.Runtime.InteropServices;

namespace NegotiationRules.Facts.Columns;

/// <summary>One fact that varies, in one column.</summary>
/// <param name="Fact">Which of the facts that vary.</param>
/// <param name="Element">Which element of a scenario has it.</param>
/// <param name="Values">Its values, kept as the column keeps them.</param>
internal sealed record VariedColumn(int Fact, int Element, ColumnValues Values)
{
    /// <summary>How the values follow each other, if each is as far from the one before it as any other.</summary>
    public EvenSteps? Steps { get; } = Values.Column.Storage switch
    {
        ColumnStorage.Ints or ColumnStorage.Codes or ColumnStorage.Days => EvenSteps.Of<int>(Values.Ints),
        ColumnStorage.Longs => EvenSteps.Of<long>(Values.Longs),
        _ => null,
    };
}

/// <summary>Whole numbers that follow each other in even steps: the first, and how far it is from each to the next.</summary>
/// <param name="First">The first.</param>
/// <param name="Step">From each to the next.</param>
internal sealed record EvenSteps(long First, int Step)
{
    /// <summary>The steps of some numbers; <see langword="null"/> if they are not even, or too far from each other.</summary>
    public static EvenSteps? Of<T>(ReadOnlySpan<T> numbers)
        where T : struct, INumber<T>
    {
        if (numbers.Length < 2)
        {
            return null;
        }

        var (first, second) = (Int128.CreateChecked(numbers[0]), Int128.CreateChecked(numbers[1]));
        var step = second - first;
        if (Int128.Abs(step * (numbers.Length - 1)) > int.MaxValue)
        {
            return null;
        }

        for (var i = 2; i < numbers.Length; i++)
        {
            if (Int128.CreateChecked(numbers[i]) != first + (step * i))
            {
                return null;
            }
        }

        return new EvenSteps((long)first, (int)step);
    }

    /// <summary>Writes the numbers that stand in some places.</summary>
    public void Write(ReadOnlySpan<int> places, Span<int> numbers)
    {
        numbers = numbers[..places.Length];
        var from = MemoryMarshal.Cast<int, Vector<int>>(places);
        var to = MemoryMarshal.Cast<int, Vector<int>>(numbers);
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = (from[i] * Step) + new Vector<int>((int)First);
        }

        for (var i = from.Length * Vector<int>.Count; i < places.Length; i++)
        {
            numbers[i] = (int)First + (places[i] * Step);
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{int}, Span{int})"/>
    public void Write(ReadOnlySpan<int> places, Span<long> numbers)
    {
        numbers = numbers[..places.Length];
        var from = MemoryMarshal.Cast<int, Vector<int>>(places);
        var to = MemoryMarshal.Cast<long, Vector<long>>(numbers);
        for (var i = 0; i < from.Length; i++)
        {
            Vector.Widen(from[i] * Step, out var low, out var high);
            (to[2 * i], to[(2 * i) + 1]) = (low + new Vector<long>(First), high + new Vector<long>(First));
        }

        for (var i = from.Length * Vector<int>.Count; i < places.Length; i++)
        {
            numbers[i] = First + ((long)places[i] * Step);
        }
    }
}
