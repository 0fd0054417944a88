using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Cells;

/// <summary>Finds for each fact that rules read the values that stand for all others: no rule tells a value from the one that stands for
/// it.</summary>
internal sealed class CellFinder
{
    private const int MostEnumerated = 64;
    private const int MostTexts = 200;

    // The first of January 2000.
    private static readonly int SomeDay = new DateOnly(2000, 1, 1).DayNumber;

    private readonly FixedFacts _known;
    private readonly ComparisonFinder _found;
    private readonly Dictionary<string, string> _inexact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactType> _types;
    private readonly OrderedPoints _ordered;
    private readonly RealPoints _real;
    private readonly TextSamples _texts;
    private readonly Dictionary<(string Key, bool MayBeUnknown), ImmutableArray<FactValue>> _open = [];

    /// <param name="scenario">The type of a scenario.</param>
    /// <param name="nodes">What is asked of it.</param>
    /// <param name="known">What scenarios state.</param>
    /// <param name="mayGoOn">Whether there is time left; <see langword="null"/> for as much as it takes. Of what is not found in time it
    /// is said that it need not be all.</param>
    public CellFinder(RecordType scenario, IEnumerable<Node> nodes, FixedFacts known, Func<bool>? mayGoOn = null)
    {
        _known = known;
        _found = new ComparisonFinder(known);
        var place = SchemaPlace.Of(scenario);
        foreach (var node in nodes)
        {
            _found.Add(node, place);
        }

        _types = new Dictionary<string, FactType>(_found.Read, StringComparer.Ordinal);
        foreach (var (key, how) in _found.WorkedInto)
        {
            _inexact.TryAdd(key, how);
        }

        foreach (var comparison in _found.Comparisons.Where(c => c.IsAmongElements))
        {
            foreach (var key in comparison.Left.Keys)
            {
                _inexact.TryAdd(key, "its values in several elements are compared with each other");
            }
        }

        _ordered = new OrderedPoints(_types, known, _found.Comparisons, _inexact, mayGoOn ?? (() => true));
        _real = new RealPoints(_found.Comparisons, known, _inexact);
        _texts = new TextSamples(_found.Comparisons, _found.TextTests, known, _inexact);
        foreach (var key in _types.Keys.Where(key => _texts.Of(key).Skip(MostTexts).Any()))
        {
            _inexact.TryAdd(key, "there are too many texts to tell apart");
        }

        foreach (var key in _found.Counted.SelectMany(side => side.Keys))
        {
            _inexact.TryAdd(key, "it is compared with a number of elements");
        }
    }

    /// <summary>Whether any rule reads the fact.</summary>
    public bool IsRead(string key) => _types.ContainsKey(key);

    /// <summary>The type of a fact that a rule reads.</summary>
    public FactType TypeOf(string key) => _types[key];

    /// <summary>Whether a fact is compared with others that may have several values: then what its values come to hangs on
    /// theirs.</summary>
    public bool IsComparedWithOthers(string key) => _found.Comparisons.Any(comparison =>
        comparison is { Left.IsConstant: false, Right.IsConstant: false }
        && comparison.Left.Keys.Concat(comparison.Right.Keys).Contains(key));

    /// <summary>Why not all values of a fact that are told apart have been found; <see langword="null"/> if they have.</summary>
    public string? WhyInexact(string key, FactType type) =>
        IsEnumerated(type) || _known.ValuesOf(key) is not null ? null
        : type is DurationType ? "it is a duration" : _inexact.GetValueOrDefault(key);

    /// <summary>Some values for a fact of which no rule tells any apart by itself, and the least and the greatest that it may have: what is
    /// added up of those comes near all that it can be.</summary>
    public static IEnumerable<FactValue> Samples(FactType type) => type switch
    {
        ExactType exact => new[] { 1L, 2 }.Select(number => number * (long)Math.Pow(10, exact.Scale))
            .Concat(exact is { Minimum: > long.MinValue, Maximum: < long.MaxValue } ? [exact.Minimum, exact.Maximum] : [])
            .Select(steps => Math.Clamp(steps, exact.Minimum, exact.Maximum)).Distinct().Select(FactValue.OfSteps),
        RealType real => new[] { 1d, 2 }.Select(number => Math.Clamp(number, real.Minimum, real.Maximum)).Distinct().Select(FactValue.Of),
        DateType => [FactValue.Of(new PartialDate(SomeDay, SomeDay))],
        DateTimeType => [FactValue.OfUtcTicks(SomeDay * TimeSpan.TicksPerDay)],
        DurationType => [FactValue.Of(Duration.Of(TimeSpan.FromDays(1))!)],
        _ => [],
    };

    /// <summary>The values of a fact of which nothing is stated, the same array for each element of a list; first that it is unknown, if
    /// it may stay so.</summary>
    public ImmutableArray<FactValue> OfOpen(string key, FactType type, bool mayBeUnknown)
    {
        if (!_open.TryGetValue((key, mayBeUnknown), out var cells))
        {
            cells = [.. Of(key, type)];
            cells = cells.IsEmpty ? [.. Samples(type)] : cells;
            _open[(key, mayBeUnknown)] = cells = mayBeUnknown || cells.IsEmpty ? [default, .. cells] : cells;
        }

        return cells;
    }

    /// <summary>The values of a fact, one for each that rules tell apart.</summary>
    public IEnumerable<FactValue> Of(string key, FactType type) => type switch
    {
        BooleanType => [FactValue.Of(true), FactValue.Of(false)],
        TextType { Values: { } values } => values.Select(FactValue.Of),
        TextType => _texts.Of(key).Take(MostTexts).Select(FactValue.Of),
        ExactType exact when IsEnumerated(type) =>
            Enumerable.Range(0, (int)(exact.Maximum - exact.Minimum) + 1).Select(step => FactValue.OfSteps(exact.Minimum + step)),
        ExactType or DateType or DateTimeType => _ordered.Of(key),
        RealType real => _real.Of(key).Where(number => number >= real.Minimum && number <= real.Maximum).Select(FactValue.Of),
        _ => [],
    };

    private static bool IsEnumerated(FactType type) => type is BooleanType or TextType { Values: not null }
        || (type is ExactType exact && exact.Minimum > long.MinValue / 2 && exact.Maximum < long.MaxValue / 2
            && exact.Maximum - exact.Minimum < MostEnumerated);
}
