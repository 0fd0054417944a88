using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>Makes diagrams of sums.</summary>
/// <remarks>
/// What is still to come of a sum, once some variables are decided, is a <em>rest</em>. Whatever is missing to the bound, within an
/// interval the same edge comes out: so each rest keeps intervals, and far fewer nodes are looked at than there are partial sums.
/// </remarks>
internal sealed class DiagramSums(Diagram diagram)
{
    // Beyond whatever a sum may come to, and far from overflowing.
    private static readonly Int128 Endless = Int128.One << 125;

    private readonly Dictionary<string, Rest> _rests = [];

    /// <summary>The weights of the terms that are true add up to at least the bound.</summary>
    public Edge AtLeast(IEnumerable<Weighted> terms, Int128 bound)
    {
        var rest = RestOf(terms, ref bound);
        return From(rest, bound).Edge;
    }

    private Piece From(Rest rest, Int128 missing)
    {
        if (missing <= 0)
        {
            return new(-Endless, 0, Edge.True);
        }

        if (missing > rest.Total)
        {
            return new(rest.Total + 1, Endless, Edge.False);
        }

        if (rest.Find(missing) is { } known)
        {
            return known;
        }

        var (low, high) = (-Endless, Endless);
        var edge = diagram.Branch(rest.Level, branch =>
        {
            var (next, gained) = rest.After(branch, () => Decide(rest, branch));
            var piece = From(next, missing - gained);
            (low, high) = (Int128.Max(low, piece.Low + gained), Int128.Min(high, piece.High + gained));
            return piece.Edge;
        });
        return rest.Keep(new(low, high, edge));
    }

    private (Rest Next, Int128 Gained) Decide(Rest rest, int branch)
    {
        var missing = Int128.Zero;
        var next = RestOf(
            rest.Terms.Select(term => term with { Edge = diagram.Cofactor(term.Edge, rest.Level, branch) }), ref missing);
        return (next, -missing);
    }

    // Each edge once and never a complement; what is certain is taken off what is missing.
    private Rest RestOf(IEnumerable<Weighted> terms, ref Int128 missing)
    {
        var weights = new SortedDictionary<int, Int128>();
        foreach (var (edge, weight) in terms)
        {
            // w·¬t is w − w·t.
            missing -= edge.IsComplement ? weight : 0;
            if (edge.IsConstant)
            {
                missing -= edge.IsComplement ? -weight : weight;
                continue;
            }

            weights[edge.Node] = weights.GetValueOrDefault(edge.Node) + (edge.IsComplement ? -weight : weight);
        }

        // Of what counts against it the complement counts for it.
        var kept = new List<Weighted>();
        foreach (var (node, weight) in weights.Where(pair => pair.Value != 0))
        {
            missing -= weight < 0 ? weight : 0;
            kept.Add(new(new Edge(node << 1).ComplementIf(weight < 0), Int128.Abs(weight)));
        }

        var key = string.Join(' ', kept.Select(term => $"{term.Edge.Code}*{term.Weight}"));
        if (!_rests.TryGetValue(key, out var rest))
        {
            var level = kept.Count == 0 ? diagram.Levels.Count : kept.Min(term => diagram.LevelOf(term.Edge));
            _rests.Add(key, rest = new Rest(kept, level, kept.Aggregate(Int128.Zero, (sum, term) => sum + term.Weight)));
        }

        return rest;
    }

    private readonly record struct Piece(Int128 Low, Int128 High, Edge Edge);

    private sealed class Rest(IReadOnlyList<Weighted> terms, int level, Int128 total)
    {
        private readonly SortedList<Int128, Piece> _pieces = [];
        private readonly Dictionary<int, (Rest Next, Int128 Gained)> _after = [];

        public IReadOnlyList<Weighted> Terms => terms;

        public int Level => level;

        public Int128 Total => total;

        public (Rest Next, Int128 Gained) After(int branch, Func<(Rest Next, Int128 Gained)> decide)
        {
            if (!_after.TryGetValue(branch, out var after))
            {
                _after.Add(branch, after = decide());
            }

            return after;
        }

        public Piece? Find(Int128 missing)
        {
            var (first, last) = (0, _pieces.Count - 1);
            while (first <= last)
            {
                var middle = (first + last) / 2;
                var piece = _pieces.Values[middle];
                if (missing < piece.Low)
                {
                    last = middle - 1;
                }
                else if (missing > piece.High)
                {
                    first = middle + 1;
                }
                else
                {
                    return piece;
                }
            }

            return null;
        }

        public Piece Keep(Piece piece) => _pieces[piece.Low] = piece;
    }
}
