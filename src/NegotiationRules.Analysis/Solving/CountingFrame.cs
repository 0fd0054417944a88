using System.Numerics;
using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>A node on its way to being counted: a sum or a product over parts, each with a factor.</summary>
/// <param name="node">The node.</param>
/// <param name="total">The weight of all assignments of the variables it depends on.</param>
internal sealed class CountingFrame(int node, BigInteger total)
{
    private readonly List<(Edge Edge, BigInteger Factor)> _parts = [];
    private int _next;
    private bool _isProduct;

    public int Node => node;

    public BigInteger Total => total;

    public BigInteger Value { get; private set; }

    /// <summary>Makes it a product.</summary>
    public void Multiply() => (_isProduct, Value) = (true, BigInteger.One);

    public void Add(Edge part, BigInteger factor) => _parts.Add((part, factor));

    /// <summary>The next part that matters.</summary>
    public bool TryNext(out Edge part)
    {
        var isLeft = _next < _parts.Count && !(_isProduct && Value.IsZero);
        part = isLeft ? _parts[_next].Edge : default;
        return isLeft;
    }

    /// <summary>Takes in the count of that part.</summary>
    public void Take(BigInteger count)
    {
        count *= _parts[_next++].Factor;
        Value = _isProduct ? Value * count : Value + count;
    }
}
