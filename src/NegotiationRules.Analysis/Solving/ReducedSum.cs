namespace NegotiationRules.Analysis.Solving;

/// <summary>A sum as it is stored: one term a variable, of weights above zero and none above the bound, without what is decided.</summary>
internal sealed class ReducedSum
{
    private readonly Dictionary<int, Int128> _weights = [];

    /// <summary>The terms.</summary>
    public List<WeightedLiteral> Terms { get; } = [];

    /// <summary>What they add up to at least; if not above zero, they do in any case.</summary>
    public Int128 Bound { get; private set; }

    /// <summary>Whether they cannot.</summary>
    public bool IsImpossible { get; private set; }

    /// <summary>Whether any one of them is enough.</summary>
    public bool IsClause { get; private set; }

    /// <summary>Takes a sum in place of the one before.</summary>
    /// <param name="terms">Weights of any sign; a literal may occur more than once.</param>
    /// <param name="bound">What they add up to at least.</param>
    /// <param name="values">Of each literal 1 for true, −1 for false, 0 if it is not decided.</param>
    public void Read(IEnumerable<WeightedLiteral> terms, Int128 bound, ReadOnlySpan<sbyte> values)
    {
        // One signed weight a variable: w·¬x is w − w·x.
        _weights.Clear();
        foreach (var (literal, weight) in terms)
        {
            if (literal.IsNegated)
                bound -= weight;
            var variable = literal.Variable;
            _weights[variable] = _weights.GetValueOrDefault(variable) + (literal.IsNegated ? -weight : weight);
        }

        Terms.Clear();
        var total = Int128.Zero;
        foreach (var (variable, weight) in _weights)
        {
            var literal = new Literal(variable << 1).NegatedIf(weight < 0);
            var size = Int128.Abs(weight);
            if (weight < 0)
                bound += size;
            if (values[literal.Code] > 0)
                bound -= size;
            if (values[literal.Code] != 0 || weight == 0)
                continue;
            Terms.Add(new(literal, size));
            total += size;
        }

        (Bound, IsImpossible, IsClause) = (bound, bound > 0 && total < bound, bound > 0);
        for (var i = 0; i < Terms.Count && bound > 0; i++)
        {
            // What alone reaches the bound need not exceed it.
            if (Terms[i].Weight > bound)
                Terms[i] = Terms[i] with { Weight = bound };
            IsClause &= Terms[i].Weight == bound;
        }
    }
}
