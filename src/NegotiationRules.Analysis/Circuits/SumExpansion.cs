namespace NegotiationRules.Analysis.Circuits;

/// <summary>Writes a sum in normal form with and-nodes, where few partial sums can be told apart.</summary>
/// <remarks>A diagram over the groups in order, whose states are "so much is still missing".</remarks>
internal static class SumExpansion
{
    /// <summary>Beyond so many states a sum is better left to propagation over all of its terms.</summary>
    private const int MostStates = 300;

    public static Edge? TryExpand(Circuit circuit, List<Weighted[]> ladders, Int128 bound)
    {
        if (Disjunction(circuit, ladders, bound) is { } either)
            return either;

        // What the groups from each on can still add.
        var rest = new Int128[ladders.Count + 1];
        for (var i = ladders.Count - 1; i >= 0; i--)
        {
            rest[i] = ladders[i].Aggregate(rest[i + 1], (sum, term) => sum + term.Weight);
        }

        var states = new HashSet<Int128>[ladders.Count];
        states[0] = [bound];
        var count = 1;
        for (var i = 0; i + 1 < ladders.Count; i++)
        {
            states[i + 1] = [.. states[i].SelectMany(missing => After(ladders[i], missing))
                .Where(missing => missing > 0 && missing <= rest[i + 1])];
            if ((count += states[i + 1].Count) > MostStates)
                return null;
        }

        var reached = new Dictionary<Int128, Edge>();
        for (var i = ladders.Count - 1; i >= 0; i--)
        {
            var later = reached;
            Edge From(Int128 missing) => missing <= 0 ? Edge.True : missing > rest[i + 1] ? Edge.False : later[missing];
            reached = [];
            foreach (var missing in states[i])
            {
                // More is never worse, so that a step needs no "else".
                var edge = From(missing);
                var still = missing;
                foreach (var step in ladders[i])
                {
                    edge = circuit.Or(edge, circuit.And(step.Edge, From(still -= step.Weight)));
                }

                reached[missing] = edge;
            }
        }

        return reached[bound];
    }

    // However many there are, terms of which any one is enough are "or", and terms of which none may be missing are "and".
    private static Edge? Disjunction(Circuit circuit, List<Weighted[]> ladders, Int128 bound)
    {
        var terms = ladders.SelectMany(ladder => ladder).ToArray();
        var spare = terms.Aggregate(-bound, (sum, term) => sum + term.Weight);
        return terms.All(term => term.Weight == bound) ? circuit.Any(terms.Select(term => term.Edge))
            : terms.All(term => term.Weight > spare) ? circuit.All(terms.Select(term => term.Edge))
            : null;
    }

    private static IEnumerable<Int128> After(Weighted[] ladder, Int128 missing)
    {
        yield return missing;
        foreach (var step in ladder)
        {
            yield return missing -= step.Weight;
        }
    }
}
