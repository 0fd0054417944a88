using NegotiationRules.Conditions;

namespace NegotiationRules.Evaluation;

/// <summary>What the elements of a list link with each other.</summary>
internal sealed class Links
{
    private readonly List<Link> _all = [];
    private readonly object? _from;
    private readonly object? _to;
    private bool _mayBeMore;

    private Links(object? from, object? to) => (_from, _to) = (from, to);

    /// <summary>The elements that link something, or may, in the order of the scenario.</summary>
    public IReadOnlyList<Link> All => _all;

    /// <summary>Whether the one value is linked to the other. A value is linked to itself.</summary>
    /// <remarks>What is linked stays so whatever else is learnt. What may link anything leaves open whatever is not.</remarks>
    public Truth Truth =>
        _from is null || _to is null ? Truth.Unknown
        : _from.Equals(_to) || Path() is not null ? Truth.True
        : _mayBeMore || Spread(link => true).From.ContainsKey(_to) ? Truth.Unknown
        : Truth.False;

    public static Links Of(Reachable condition, Scope scope)
    {
        var measure = condition.Item.Measure.Widest(condition.From.Measure).Widest(condition.To.Measure);
        var links = new Links(KeyOf(condition.From, measure, scope), KeyOf(condition.To, measure, scope));
        var elements = Elements.Of(condition.List, scope);
        links._mayBeMore = elements.Further.Any(f => Meets(f.Scope) != Truth.False);
        foreach (var element in elements.Known)
        {
            if (Meets(element) is var truth && truth != Truth.False)
            {
                links.Add(element, truth, condition, measure);
            }
        }

        return links;

        Truth Meets(Scope element) => condition.Where is null ? Truth.True : TreeWalk.Evaluate(condition.Where, element);
    }

    /// <summary>The links that certainly lead from the one value to the other, as few as possible, each with where it leads;
    /// <see langword="null"/> if there are none.</summary>
    public IReadOnlyList<(Link Link, Scope Before, Scope After)>? Path()
    {
        if (_from is null || _to is null)
        {
            return null;
        }

        var spread = Spread(link => link.Truth == Truth.True).From;
        if (!spread.ContainsKey(_to))
        {
            return null;
        }

        var path = new List<(Link, Scope, Scope)>();
        for (var at = _to; !at.Equals(_from); at = spread[at].Before)
        {
            var (before, link) = spread[at];
            path.Add((link!, link!.PlaceOf(before), link.PlaceOf(at)));
        }

        path.Reverse();
        return path;
    }

    /// <summary>What the one value certainly leads to, in the order in which it is reached, each in the place where it is
    /// read.</summary>
    public IReadOnlyList<Scope> Reached()
    {
        if (_from is null)
        {
            return [];
        }

        var (from, order) = Spread(link => link.Truth == Truth.True);
        return [.. order.Skip(1).Select(end => from[end].Link!.PlaceOf(end))];
    }

    private void Add(Scope element, Truth meets, Reachable condition, Measure measure)
    {
        var inner = Elements.Of(condition.Between, element);
        var link = new Link(element, meets, inner.IsComplete);
        element.Steps.Take(inner.Known.Count + 1);
        foreach (var end in inner.Known)
        {
            if (KeyOf(condition.Item, measure, end) is { } key)
            {
                link.Ends.Add((key, end));
            }
            else
            {
                link = link with { IsWhole = false };
            }
        }

        _all.Add(link);
        _mayBeMore |= !link.IsWhole;
    }

    // What is reached from the one value, by the shortest way: from where, and by what.
    private (Dictionary<object, (object Before, Link? Link)> From, List<object> Order) Spread(Func<Link, bool> counts)
    {
        var byEnd = new Dictionary<object, List<Link>>();
        foreach (var link in _all.Where(counts))
        {
            foreach (var (end, _) in link.Ends)
            {
                if (!byEnd.TryGetValue(end, out var links))
                {
                    byEnd.Add(end, links = []);
                }

                links.Add(link);
            }
        }

        var from = new Dictionary<object, (object, Link?)> { [_from!] = (_from!, null) };
        var order = new List<object> { _from! };
        var used = new HashSet<Link>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < order.Count; i++)
        {
            var at = order[i];
            foreach (var link in byEnd.GetValueOrDefault(at) ?? [])
            {
                if (!used.Add(link))
                {
                    continue;
                }

                foreach (var (end, _) in link.Ends)
                {
                    if (from.TryAdd(end, (at, link)))
                    {
                        order.Add(end);
                    }
                }
            }
        }

        return (from, order);
    }

    // Nothing, if it is not exactly known.
    private static object? KeyOf(Operand operand, Measure measure, Scope scope)
    {
        switch (measure.Kind)
        {
            case MeasureKind.Text:
                return TreeWalk.ReadText(operand, scope);
            case MeasureKind.Real:
                return Quantities.Real(operand, scope) is { IsNothing: false, IsValue: true, Low: { } real } ? real : null;
            default:
                var known = Quantities.Exact(operand, scope, measure.Scale);
                return known is { IsNothing: false, IsValue: true, Low: { } exact } ? exact : null;
        }
    }
}

/// <summary>An element that links values, or may.</summary>
/// <param name="Element">The element.</param>
/// <param name="Truth">Whether it does: never false.</param>
/// <param name="IsWhole">Whether all that it links is known.</param>
internal sealed record Link(Scope Element, Truth Truth, bool IsWhole)
{
    /// <summary>What it links, each with the place where it is read.</summary>
    public List<(object Key, Scope Place)> Ends { get; } = [];

    public Scope PlaceOf(object end) => Ends.Find(e => e.Key.Equals(end)).Place;
}
