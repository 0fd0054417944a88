using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>What is known of a quantity in the scenarios of a frame: where it is at least so much, and where at most.</summary>
internal abstract class Quantity(Circuit circuit)
{
    protected Circuit Circuit { get; } = circuit;

    /// <summary>Where it may have no value at all.</summary>
    public abstract Edge Nothing { get; }

    /// <summary>Its bounds as sums; <see langword="null"/> if they are none.</summary>
    public virtual Sums? Sums => null;

    /// <summary>The numbers that may be the least it may be; <see langword="null"/> if they are too many to tell.</summary>
    public virtual IEnumerable<Int128>? Lows => null;

    /// <summary>The numbers that may be the greatest it may be; <see langword="null"/> if they are too many to tell.</summary>
    public virtual IEnumerable<Int128>? Highs => null;

    /// <summary>Where it is certainly not below a number.</summary>
    public abstract Edge IsAtLeast(Int128 number);

    /// <summary>Where it is certainly not above a number.</summary>
    public abstract Edge IsAtMost(Int128 number);
}

/// <summary>The least and the greatest that a quantity may be, each a sum.</summary>
internal sealed record Sums(Sum Low, Sum High);

/// <summary>A number that is added up of what hangs on cells.</summary>
/// <param name="Constant">What it is in any case.</param>
/// <param name="Groups">What comes to it: of each group that of the one edge that is true, or nothing.</param>
/// <param name="Unbounded">Where there is no telling how much it is.</param>
internal sealed record Sum(Int128 Constant, IReadOnlyList<IReadOnlyList<Weighted>> Groups, Edge Unbounded)
{
    public static Sum Of(Int128 constant) => new(constant, [], Edge.False);

    public Sum Plus(Sum other, Circuit circuit) =>
        new(checked(Constant + other.Constant), [.. Groups, .. other.Groups], circuit.Or(Unbounded, other.Unbounded));

    public Sum Times(Int128 factor) => factor == 0 ? Of(0)
        : this with
        {
            Constant = checked(Constant * factor),
            Groups = [.. Groups.Select(group => group.Select(term => term with { Weight = checked(term.Weight * factor) }).ToArray())],
        };

    /// <summary>Where it may be more than nothing.</summary>
    public Edge MayBePositive(Circuit circuit) => circuit.Or(Unbounded, circuit.AtLeast(Groups, checked(1 - Constant)));

    /// <summary>Where it is at least a number, and there is telling.</summary>
    public Edge IsAtLeast(Int128 number, Circuit circuit) => circuit.And(!Unbounded, circuit.AtLeast(Groups, checked(number - Constant)));
}

/// <summary>A quantity of which each value that it may have is told apart.</summary>
internal sealed class PlainQuantity(Circuit circuit, IReadOnlyList<(Interval<Int128> Value, Edge Where)> values) : Quantity(circuit)
{
    private (Int128[] Ends, Edge[] Edges)? _atLeast;
    private (Int128[] Ends, Edge[] Edges)? _atMost;
    private Sums? _sums;

    public IReadOnlyList<(Interval<Int128> Value, Edge Where)> Values { get; } = values;

    /// <summary>Whether it is one number wherever it is any.</summary>
    public bool IsExact { get; } = values.All(pair => pair.Value.IsNothing || pair.Value.IsValue);

    public override Edge Nothing => Circuit.Any(Values.Where(pair => pair.Value.IsNothing).Select(pair => pair.Where));

    /// <summary>Where there is no telling how great it is.</summary>
    public Edge IsEndless => Circuit.Any(Values.Where(pair => pair.Value.High is null).Select(pair => pair.Where));

    public override Sums Sums => _sums ??= new Sums(Bound(value => value.Low), Bound(value => value.High));

    public override IEnumerable<Int128> Lows => Values.Select(pair => pair.Value.Low).OfType<Int128>();

    public override IEnumerable<Int128> Highs => Values.Select(pair => pair.Value.High).OfType<Int128>();

    public override Edge IsAtLeast(Int128 number) => Beyond(_atLeast ??= Steps(value => value.Low, 1), number);

    public override Edge IsAtMost(Int128 number) => Beyond(_atMost ??= Steps(value => value.High, -1), -number);

    // Where it is so much or more, for each number that is its end somewhere, in ascending order.
    private (Int128[] Ends, Edge[] Edges) Steps(Func<Interval<Int128>, Int128?> end, int sign)
    {
        var (ends, edges, reached) = (new List<Int128>(), new List<Edge>(), Edge.False);
        foreach (var group in Values.Where(pair => end(pair.Value) is not null).GroupBy(pair => sign * end(pair.Value)!.Value)
            .OrderByDescending(group => group.Key))
        {
            reached = Circuit.Or(reached, Circuit.Any(group.Select(pair => pair.Where)));
            ends.Insert(0, group.Key);
            edges.Insert(0, reached);
        }

        return ([.. ends], [.. edges]);
    }

    private static Edge Beyond((Int128[] Ends, Edge[] Edges) steps, Int128 number)
    {
        var place = Array.BinarySearch(steps.Ends, number);
        place = place < 0 ? ~place : place;
        return place == steps.Ends.Length ? Edge.False : steps.Edges[place];
    }

    private Sum Bound(Func<Interval<Int128>, Int128?> bound) => new(
        0,
        [[.. Values.Where(pair => bound(pair.Value) is not null).Select(pair => new Weighted(pair.Where, bound(pair.Value)!.Value))]],
        Circuit.Any(Values.Where(pair => bound(pair.Value) is null).Select(pair => pair.Where)));
}

/// <summary>A quantity that is added up.</summary>
internal sealed class SummedQuantity(Circuit circuit, Sums sums, Edge nothing) : Quantity(circuit)
{
    public override Edge Nothing => nothing;

    public override Sums Sums => sums;

    public override Edge IsAtLeast(Int128 number) => sums.Low.IsAtLeast(number, Circuit);

    public override Edge IsAtMost(Int128 number) => sums.High.Times(-1).IsAtLeast(-number, Circuit);
}

/// <summary>A choice between two quantities; where it is not known which, what lies between both.</summary>
internal sealed class ChosenQuantity(Circuit circuit, Rails choice, Quantity then, Quantity otherwise) : Quantity(circuit)
{
    public override Edge Nothing => Circuit.Or(Circuit.And(!choice.False, then.Nothing), Circuit.And(!choice.True, otherwise.Nothing));

    public override IEnumerable<Int128>? Lows => then.Lows is { } one && otherwise.Lows is { } other ? one.Concat(other) : null;

    public override IEnumerable<Int128>? Highs => then.Highs is { } one && otherwise.Highs is { } other ? one.Concat(other) : null;

    public override Edge IsAtLeast(Int128 number) => Both(then.IsAtLeast(number), otherwise.IsAtLeast(number));

    public override Edge IsAtMost(Int128 number) => Both(then.IsAtMost(number), otherwise.IsAtMost(number));

    private Edge Both(Edge one, Edge other) => Circuit.And(Circuit.Or(choice.False, one), Circuit.Or(choice.True, other));
}

/// <summary>The greatest value among elements, or with its sign turned the least.</summary>
/// <param name="circuit">Takes the edges.</param>
/// <param name="items">For each element whether it counts, and its value.</param>
/// <param name="supposesSome">Whether, where none certainly counts, it is that of any that may.</param>
/// <param name="isLeast">Whether it is the least instead.</param>
internal sealed class ExtremeQuantity(
    Circuit circuit, IReadOnlyList<(Rails Counts, Quantity Value)> items, bool supposesSome, bool isLeast) : Quantity(circuit)
{
    private readonly Edge _isSome = circuit.Any(items.Select(item => item.Counts.True));
    private readonly Edge _mayBeSome = circuit.Any(items.Select(item => !item.Counts.False));

    public override Edge Nothing => Circuit.Or(
        Circuit.Any(items.Select(item => Circuit.And(!item.Counts.False, item.Value.Nothing))), !(supposesSome ? _mayBeSome : _isSome));

    public override IEnumerable<Int128>? Lows => Ends(item => item.Lows);

    public override IEnumerable<Int128>? Highs => Ends(item => item.Highs);

    public override Edge IsAtLeast(Int128 number) => isLeast
        ? Circuit.And(Some, All(item => item.IsAtLeast(number)))
        : One(item => item.IsAtLeast(number));

    public override Edge IsAtMost(Int128 number) => isLeast
        ? One(item => item.IsAtMost(number))
        : Circuit.And(Some, All(item => item.IsAtMost(number)));

    private IEnumerable<Int128>? Ends(Func<Quantity, IEnumerable<Int128>?> of)
    {
        List<IEnumerable<Int128>?> ends = [.. items.Select(item => of(item.Value))];
        return ends.Contains(null) ? null : ends.SelectMany(end => end!);
    }

    private Edge Some => supposesSome ? _mayBeSome : _isSome;

    // Where one certainly counts, it says how far the greatest goes at least; else any of those that may count.
    private Edge One(Func<Quantity, Edge> isSo)
    {
        var one = Circuit.Any(items.Select(item => Circuit.And(item.Counts.True, isSo(item.Value))));
        return supposesSome ? Circuit.Or(one, Circuit.All(!_isSome, _mayBeSome, All(isSo))) : one;
    }

    private Edge All(Func<Quantity, Edge> isSo) => Circuit.All(items.Select(item => Circuit.Or(item.Counts.False, isSo(item.Value))));
}

/// <summary>A number of times a quantity.</summary>
internal sealed class MultipliedQuantity(Circuit circuit, Quantity of, Int128 factor) : Quantity(circuit)
{
    public override Edge Nothing => of.Nothing;

    public override IEnumerable<Int128>? Lows => (factor > 0 ? of.Lows : of.Highs)?.Select(end => checked(end * factor));

    public override IEnumerable<Int128>? Highs => (factor > 0 ? of.Highs : of.Lows)?.Select(end => checked(end * factor));

    public override Edge IsAtLeast(Int128 number) =>
        factor > 0 ? of.IsAtLeast(-Floor(-number, factor)) : of.IsAtMost(Floor(-number, -factor));

    public override Edge IsAtMost(Int128 number) =>
        factor > 0 ? of.IsAtMost(Floor(number, factor)) : of.IsAtLeast(-Floor(number, -factor));

    private static Int128 Floor(Int128 number, Int128 by) => (number / by) - (number % by < 0 ? 1 : 0);
}

/// <summary>A quantity and so much more.</summary>
internal sealed class MovedQuantity(Circuit circuit, Quantity from, Int128 by) : Quantity(circuit)
{
    public override Edge Nothing => from.Nothing;

    public override IEnumerable<Int128>? Lows => from.Lows?.Select(end => checked(end + by));

    public override IEnumerable<Int128>? Highs => from.Highs?.Select(end => checked(end + by));

    public override Edge IsAtLeast(Int128 number) => from.IsAtLeast(checked(number - by));

    public override Edge IsAtMost(Int128 number) => from.IsAtMost(checked(number - by));
}
