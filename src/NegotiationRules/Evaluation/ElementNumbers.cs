using System.Numerics;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <summary>Numbers of the elements of a list that are laid out side by side: of each its own, or the same for all.</summary>
internal abstract class ElementNumbers<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Whether it is the same for all elements; it is then <see cref="Common"/> once it is prepared.</summary>
    public virtual bool IsCommon => false;

    public T Common { get; protected set; }

    /// <summary>Reads what is around the elements. Any one of them will do.</summary>
    /// <returns>A bound of the numbers without their signs; not a number if there is something for the tree walk.</returns>
    public abstract double Prepare(Scope element);

    /// <summary>The numbers of some elements, in the room given if they are worked out.</summary>
    public abstract ReadOnlySpan<T> Read(int from, int count, Span<T> room);
}

/// <summary>Those that each element has, worked out before.</summary>
internal sealed class OwnNumbers<T>(T[] numbers) : ElementNumbers<T>
    where T : unmanaged, INumber<T>
{
    private readonly double _bound = numbers.Max(number => Math.Abs(double.CreateChecked(number)));

    public override double Prepare(Scope element) => _bound;

    public override ReadOnlySpan<T> Read(int from, int count, Span<T> room) => numbers.AsSpan(from, count);
}

/// <summary>One that is around them, read anew each time.</summary>
/// <param name="read">Its value; <see langword="null"/> if it is not known.</param>
internal sealed class CommonNumber<T>(Func<Scope, T?> read) : ElementNumbers<T>
    where T : unmanaged, INumber<T>
{
    public override bool IsCommon => true;

    public override double Prepare(Scope element)
    {
        if (read(element) is not { } number)
        {
            return double.NaN;
        }

        Common = number;
        return Math.Abs(double.CreateChecked(number));
    }

    public override ReadOnlySpan<T> Read(int from, int count, Span<T> room)
    {
        room[..count].Fill(Common);
        return room[..count];
    }
}

/// <summary>The sum, difference or product of others.</summary>
internal sealed class ReckonedNumbers<T>(ArithmeticKind kind, ElementNumbers<T> left, ElementNumbers<T> right) : ElementNumbers<T>
    where T : unmanaged, INumber<T>
{
    private T[] _room = [];

    public override double Prepare(Scope element)
    {
        var (a, b) = (left.Prepare(element), right.Prepare(element));
        return kind == ArithmeticKind.Times ? a * b : a + b;
    }

    public override ReadOnlySpan<T> Read(int from, int count, Span<T> room)
    {
        room = room[..count];
        _room = _room.Length < count ? new T[count] : _room;
        var a = left.Read(from, count, room);
        if (right.IsCommon)
        {
            ReckonWith(a, right.Common, room);
        }
        else
        {
            Reckon(a, right.Read(from, count, _room), room);
        }

        return room;
    }

    private void Reckon(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> result)
    {
        a = a[..result.Length];
        b = b[..result.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = kind switch { ArithmeticKind.Plus => a[i] + b[i], ArithmeticKind.Minus => a[i] - b[i], _ => a[i] * b[i] };
        }
    }

    private void ReckonWith(ReadOnlySpan<T> a, T b, Span<T> result)
    {
        a = a[..result.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = kind switch { ArithmeticKind.Plus => a[i] + b, ArithmeticKind.Minus => a[i] - b, _ => a[i] * b };
        }
    }
}
