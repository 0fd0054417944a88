using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Cells;

/// <summary>Numbers, days and instants: the values at which a comparison may turn, and their neighbours.</summary>
/// <remarks>
/// Each comparison of two facts says x ≤ h(y) or x ≥ h(y), h never going down. Such a system, if it has a solution, has a greatest one,
/// reached by applying the maps to constants; so points are carried from each fact to those it is compared with, as often as there are
/// other facts.
/// </remarks>
internal sealed class OrderedPoints
{
    private const int MostPoints = 400;
    private const int MostRounds = 4;

    // Where a few points of each fact do, so many of one are carried to others.
    private const int MostCarried = 3;
    private const string TooMany = "there are too many values to tell apart";
    private const string CutOff = "the time was up before all were found";

    private readonly Dictionary<string, SortedSet<Int128>> _points = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactType> _types;
    private readonly Dictionary<string, string> _inexact;
    private readonly Func<bool> _mayGoOn;
    private bool _isCut;

    // Where sides were looked for passing a value: they pass it at the same places whenever they are asked.
    private readonly HashSet<(Side Side, int Scale, Int128 Value)> _passed = [];

    /// <param name="types">The facts that are read.</param>
    /// <param name="known">What the scenario says of them.</param>
    /// <param name="comparisons">What they are compared with.</param>
    /// <param name="inexact">Takes the facts of which not all values are told apart, and why.</param>
    /// <param name="mayGoOn">Whether there is time left.</param>
    public OrderedPoints(
        Dictionary<string, FactType> types, FixedFacts known, IReadOnlyList<ComparedSides> comparisons,
        Dictionary<string, string> inexact, Func<bool> mayGoOn)
    {
        (_types, _inexact, _mayGoOn) = (types, inexact, mayGoOn);
        List<ComparedSides> ordered = [.. comparisons.Where(c => c.Kind is MeasureKind.Exact or MeasureKind.Day or MeasureKind.Instant)];
        foreach (var comparison in ordered)
        {
            AddConstants(comparison.Left, comparison.Right, comparison.Scale);
            AddConstants(comparison.Right, comparison.Left, comparison.Scale);
        }

        List<ComparedSides> links = [.. ordered.Where(c => c is { Left.IsConstant: false, Right.IsConstant: false })
            .DistinctBy(c => (c.Left.Name, c.Right.Name, c.Scale))];
        List<string> linked = [.. links.SelectMany(link => link.Keys).Distinct()];
        foreach (var key in linked)
        {
            foreach (var value in known.StatedOf(key))
            {
                AddNear(key, Numbers(value));
            }
        }

        foreach (var side in links.SelectMany(link => new[] { link.Left, link.Right }))
        {
            NoteUnlessPassed(side);
            AddEnds(side);
        }

        CarryAlong(links, linked);

        // What was not found of one is not carried to others.
        foreach (var key in _isCut ? linked : [])
        {
            _inexact.TryAdd(key, CutOff);
        }
    }

    private void CarryAlong(List<ComparedSides> links, List<string> linked)
    {
        var groups = linked.ToDictionary(key => key, key => ComparedSides.Together(key, links), StringComparer.Ordinal);
        foreach (var key in linked.Where(key => groups[key].Count > MostRounds + 1))
        {
            _inexact.TryAdd(key, "it is one of many that are compared with each other");
        }

        // Where not all values are found anyway, a few of each are enough to look for scenarios in, and take far less time.
        var rounds = Math.Min(MostRounds, linked.Count);
        var before = _points.ToDictionary(pair => pair.Key, pair => pair.Value.ToList(), StringComparer.Ordinal);
        HashSet<string> known = [.. _inexact.Keys];
        List<ComparedSides> few = [.. links.Where(link => groups[link.Keys.First()].All(known.Contains))];
        CarryAll([.. links.Except(few)], rounds);
        if (linked.Where(key => !known.Contains(key) && _inexact.GetValueOrDefault(key) == TooMany).ToList() is { Count: > 0 } tooMany)
        {
            // All values of a fact are found without those that it is compared with and of which not all are.
            tooMany.ForEach(key => _inexact.Remove(key));
            BackTo(before);
            few = [.. links.Where(link => link.Keys.Any(_inexact.ContainsKey))];
            CarryAll([.. links.Except(few)], rounds);
        }

        foreach (var group in few.SelectMany(link => link.Keys).Distinct().Select(key => ComparedSides.Together(key, few))
            .DistinctBy(group => group.Min(StringComparer.Ordinal)))
        {
            CarryToEach([.. few.Where(link => IsAmong(link, group))], group);
        }
    }

    private void BackTo(Dictionary<string, List<Int128>> before)
    {
        _points.Clear();
        _passed.Clear();
        foreach (var (key, points) in before)
        {
            _points[key] = [.. points];
        }
    }

    private static bool IsAmong(ComparedSides link, HashSet<string> keys) => link.Keys.Any(keys.Contains);

    private void CarryAll(List<ComparedSides> links, int rounds)
    {
        foreach (var side in links.SelectMany(link => new[] { link.Left, link.Right }))
        {
            AddSamples(side);
        }

        // What was carried once is not carried again.
        List<(HashSet<Int128>, HashSet<Int128>)> carried = [.. links.Select(_ => (new HashSet<Int128>(), new HashSet<Int128>()))];
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (link, (there, back)) in links.Zip(carried))
            {
                Carry(link.Left, link.Right, link.Scale, there);
                Carry(link.Right, link.Left, link.Scale, back);
            }
        }
    }

    // From what has points to what it is compared with, until each has some. Where none has any, it begins with what most are compared
    // with.
    private void CarryToEach(List<ComparedSides> links, HashSet<string> keys)
    {
        List<Side> sides = [.. links.SelectMany(link => new[] { link.Left, link.Right }).Where(side => side.Fact is not null)];
        HashSet<string> missing;
        do
        {
            missing = [.. keys.Where(key => !_points.ContainsKey(key))];
            if (missing.Count == keys.Count && sides.MaxBy(side => links.Where(link => IsAmong(link, [side.Keys.First()]))
                .SelectMany(link => link.Keys).Distinct().Count()) is { } most)
            {
                AddSamples(most);
            }

            var found = _points.ToDictionary(pair => pair.Key, pair => FewOf(pair.Value), StringComparer.Ordinal);
            foreach (var link in links)
            {
                Carry(link.Left, link.Right, link.Scale, found);
                Carry(link.Right, link.Left, link.Scale, found);
            }
        }
        while (missing.Any(key => !_points.ContainsKey(key)) && missing.Any(_points.ContainsKey));

        sides.ForEach(AddSamples);
    }

    // From the middle on either side, not one beside the other.
    private static List<Int128> FewOf(SortedSet<Int128> points) => points.Count <= MostCarried ? [.. points]
        : [.. Enumerable.Range(1, MostCarried).Select(part => points.ElementAt(points.Count * part / (MostCarried + 1)))];

    /// <summary>The points of a fact, in ascending order.</summary>
    public IEnumerable<FactValue> Of(string key) =>
        _points.TryGetValue(key, out var points) ? points.Select(p => Value(_types[key], p)) : [];

    // What is known of a value that is stated.
    public static IEnumerable<Int128> Numbers(FactValue value) => value.Kind switch
    {
        FactKind.Exact => [value.Steps],
        FactKind.Date => [value.Date.First, value.Date.Last],
        FactKind.DateTime => [value.UtcTicks],
        _ => [],
    };

    private static FactValue Value(FactType type, Int128 point) => type switch
    {
        DateType => FactValue.Of(new PartialDate((int)point, (int)point)),
        DateTimeType => FactValue.OfUtcTicks((long)point),
        _ => FactValue.OfSteps((long)point),
    };

    private static (long Low, long High) Range(FactType type) => type switch
    {
        DateType => (PartialDate.FirstDay, PartialDate.LastDay),
        DateTimeType => (0, DateTime.MaxValue.Ticks),
        ExactType exact => (exact.Minimum, exact.Maximum),
        _ => (0, -1),
    };

    // Facts that are compared with each other alone must be somewhere; and the least and the greatest that one may be are bounds of others.
    private void AddEnds(Side side)
    {
        if (side.Fact is not { } fact || side.Keys.First() is var key && !_types.ContainsKey(key))
        {
            return;
        }

        if (fact.Type is ExactType { Minimum: > long.MinValue } from)
        {
            AddNear(key, [from.Minimum]);
        }

        if (fact.Type is ExactType { Maximum: < long.MaxValue } to)
        {
            AddNear(key, [to.Maximum]);
        }
    }

    private void AddSamples(Side side)
    {
        if (side.Fact is { } fact && side.Keys.First() is var key && _types.ContainsKey(key) && !_points.ContainsKey(key))
        {
            AddNear(key, CellFinder.Samples(fact.Type).SelectMany(Numbers));
        }
    }

    private void AddConstants(Side side, Side other, int scale)
    {
        if (other.IsConstant)
        {
            Side.NoteCutOff(other, side.Keys, _inexact);
            AddTurns(side, other.Constants(scale), scale);
        }
    }

    private void Carry(Side from, Side to, int scale, HashSet<Int128> carried)
    {
        if (from.Fact is not null && from.Keys.First() is var key && _points.TryGetValue(key, out var points))
        {
            CarryPoints(from, to, scale, [.. points.Where(carried.Add)]);
        }
    }

    private void Carry(Side from, Side to, int scale, Dictionary<string, List<Int128>> found)
    {
        if (from.Fact is not null && found.TryGetValue(from.Keys.First(), out var points))
        {
            CarryPoints(from, to, scale, points);
        }
    }

    private void CarryPoints(Side from, Side to, int scale, List<Int128> points) => AddTurns(
        to, [.. points.Select(point => from.At(Value(_types[from.Keys.First()], point), scale)).OfType<Int128>().Distinct()], scale);

    // Whether it is known where the side passes a value.
    private static bool IsPassed(Side side) => side is { Fact: not null, IsMonotone: true, IsMixed: false };

    private void NoteUnlessPassed(Side side)
    {
        foreach (var key in IsPassed(side) ? [] : side.Keys)
        {
            _inexact.TryAdd(
                key, side.Fact is null || side.IsMixed ? "it is worked out with others" : "what is worked out of it goes up and down");
        }
    }

    // Where the side passes each of the values.
    private void AddTurns(Side side, IEnumerable<Int128> values, int scale)
    {
        if (!IsPassed(side))
        {
            NoteUnlessPassed(side);
            return;
        }

        var (at, type) = (side.Keys.First(), side.Fact!.Type);
        var (low, high) = Range(type);
        if (low > high)
        {
            return;
        }

        // A fact just so passes a value there, and the next one after it.
        if (side.Operand is FactOperand && scale == side.Operand.Measure.Scale)
        {
            AddNear(at, values.SelectMany(value => new[] { value, value + 1 }).Where(turn => turn >= low && turn <= (Int128)high + 1));
            return;
        }

        var isRising = IsRising(side, type, low, high, scale);
        foreach (var value in values.Where(value => _passed.Add((side, scale, value))))
        {
            if (!_mayGoOn())
            {
                _isCut = true;
                _inexact.TryAdd(at, CutOff);
                return;
            }

            // The first that is not below, and the first that is above, which is mostly near.
            var reached = First(low, high, x => Compare(side, type, x, scale, value, isRising) >= 0);
            AddNear(at, [reached, FirstNear(reached, high, x => Compare(side, type, x, scale, value, isRising) > 0)]);
        }
    }

    private static bool IsRising(Side side, FactType type, long low, long high, int scale)
    {
        var middle = Middle(low, high);
        return side.At(Value(type, middle), scale) is not { } one
            || side.At(Value(type, Int128.Min(middle + ((high - (Int128)middle) / 2), high)), scale) is not { } other || one <= other;
    }

    // What lies beyond what can be represented lies so on the side of the middle on which the fact does.
    private static int Compare(Side side, FactType type, Int128 x, int scale, Int128 value, bool isRising) =>
        side.At(Value(type, x), scale) is { } found ? (isRising ? found.CompareTo(value) : value.CompareTo(found))
        : x < Middle(Range(type).Low, Range(type).High) ? -1 : 1;

    private static Int128 Middle(long low, long high) => low < 0 && high > 0 ? 0 : low + ((high - (Int128)low) / 2);

    private static Int128 First(Int128 low, Int128 high, Func<Int128, bool> isSo)
    {
        var end = high + 1;
        while (low < end)
        {
            var middle = low + ((end - low) / 2);
            if (isSo(middle))
            {
                end = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    // The same, looked for in steps that grow.
    private static Int128 FirstNear(Int128 low, Int128 high, Func<Int128, bool> isSo)
    {
        for (Int128 step = 1; low <= high && low + step <= high; step *= 2)
        {
            if (isSo(low + step - 1))
            {
                return First(low, low + step - 1, isSo);
            }

            low += step;
        }

        return First(low, high, isSo);
    }

    private void AddNear(string key, IEnumerable<Int128> values)
    {
        if (!_points.TryGetValue(key, out var points))
        {
            _points.Add(key, points = []);
        }

        var (low, high) = Range(_types[key]);
        foreach (var value in values)
        {
            for (var near = value - 1; near <= value + 1; near++)
            {
                if (near >= low && near <= high && (points.Count < MostPoints || points.Contains(near)))
                {
                    points.Add(near);
                }
            }
        }

        if (points.Count >= MostPoints)
        {
            _inexact.TryAdd(key, TooMany);
        }
    }
}
