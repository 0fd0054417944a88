using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Tests.Agreement;

/// <summary>A place where a condition may stand: the scenario or an element, with all that is around it. Knows the paths that can be
/// written there.</summary>
internal sealed class Place(FactType type, string? name, Place? outer)
{
    private const string OfScenario = "scenario.";

    private IReadOnlyList<(string Path, FactType Type, bool ThroughList)>? _paths;

    public FactType Type { get; } = type;

    public string? Name { get; } = name;

    /// <summary>What <c>as</c> says where the list is gone over whose element this is.</summary>
    public ElementNames? Names { get; private init; }

    public Place? Outer { get; } = outer;

    public int Depth { get; } = outer is null ? 0 : outer.Depth + 1;

    /// <summary>All paths that mean one thing here, to whatever they lead; those that run through a list lead to lists or to facts of
    /// elements.</summary>
    public IReadOnlyList<(string Path, FactType Type, bool ThroughList)> Paths => _paths ??= [.. FindPaths()];

    public IEnumerable<(string Path, FactType Type)> Facts =>
        Paths.Where(p => !p.ThroughList && p.Type is not (ListType or RecordType)).Select(p => (p.Path, p.Type));

    public IEnumerable<(string Path, ListType Type)> Lists => Paths.Where(p => p.Type is ListType).Select(p => (p.Path, (ListType)p.Type));

    /// <summary>Paths that run through at least one list to a single value: what sums are of.</summary>
    public IEnumerable<(string Path, FactType Type)> Items => Paths
        .Where(p => p.ThroughList && p.Type is not (ListType or RecordType))
        .Select(p => (p.Path, p.Type))
        .Concat(Lists.Where(l => l.Type.Element is not (RecordType or ListType)).Select(l => (l.Path, l.Type.Element)));

    /// <summary>The place of the elements of a list, and those of the lists on the way to it.</summary>
    public Place Enter(string path, ElementNames? names)
    {
        var levels = LevelsOf(path).ToList();
        return levels.Index().Aggregate(this, (outer, level) => new Place(level.Item, names?.At(level.Index, levels.Count)?.Text, outer)
        {
            Names = level.Index == levels.Count - 1 ? names : null,
        });
    }

    public Place Enter(FactType element, ElementNames names) => new(element, names.Innermost.Text, this) { Names = names };

    /// <summary>How many lists a path goes through.</summary>
    public int ListsOn(string path) => LevelsOf(path).Count();

    /// <summary>The place at which a path that can be written here starts.</summary>
    public Place Starting(string path)
    {
        if (path.StartsWith(OfScenario, StringComparison.Ordinal))
        {
            return Outwards().Last();
        }

        var head = path.Split('.')[0];
        return Outwards().First(p => p.Name == head || (p.Type is RecordType r && r.SlotOf(head) >= 0));
    }

    private IEnumerable<Place> Outwards()
    {
        for (var place = this; place is not null; place = place.Outer)
        {
            yield return place;
        }
    }

    private IEnumerable<(string Path, FactType Type, bool ThroughList)> FindPaths()
    {
        foreach (var place in Outwards())
        {
            if (place.Name is { } name)
            {
                if (place.Type is not RecordType)
                {
                    yield return (name, place.Type, false);
                }

                foreach (var path in Inside(place.Type, $"{name}.", false))
                {
                    yield return path;
                }
            }

            foreach (var path in Inside(place.Type, string.Empty, false).Where(p => Starts(p.Path.Split('.')[0]) == 1))
            {
                yield return path;
            }
        }

        // What is hidden by elements around is reached from the scenario.
        var scenario = Outwards().Last();
        foreach (var path in Inside(scenario.Type, OfScenario, false).Where(p => Starts(p.Path.Split('.')[1]) > 1))
        {
            yield return path;
        }
    }

    private int Starts(string head) => Outwards().Count(p => p.Name == head || (p.Type is RecordType r && r.SlotOf(head) >= 0));

    private static IEnumerable<(string Path, FactType Type, bool ThroughList)> Inside(FactType type, string prefix, bool throughList)
    {
        if (type is not RecordType record)
        {
            yield break;
        }

        foreach (var property in record.Properties)
        {
            var path = prefix + property.Name;
            yield return (path, property.Type, throughList);
            var inner = property.Type is ListType list ? list.Element : property.Type;
            foreach (var further in Inside(inner, $"{path}.", throughList || property.Type is ListType))
            {
                yield return further;
            }
        }
    }

    // The types of the elements of each list that the path runs through, the last included.
    private IEnumerable<FactType> LevelsOf(string path)
    {
        var segments = path.Split('.');
        var start = Starting(path);
        var type = start.Type;
        var isNamed = start.Name == segments[0] || path.StartsWith(OfScenario, StringComparison.Ordinal);
        foreach (var segment in segments.Skip(isNamed ? 1 : 0))
        {
            type = type is ListType list ? list.Element : type;
            type = ((RecordType)type).Properties[((RecordType)type).SlotOf(segment)].Type;
            if (type is ListType level)
            {
                yield return level.Element;
            }
        }
    }
}
