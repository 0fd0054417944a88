using System.Runtime.CompilerServices;

namespace NegotiationRules.Analysis.Solving;

/// <summary>A sum that follows from others, while it is put together: "the weights of the literals that are true add up to at least the
/// bound".</summary>
internal sealed class SumResolvent
{
    // Far below what a weight may be, so that nothing that is added up overflows.
    private static readonly Int128 Largest = Int128.One << 60;

    private GrowingArray<Int128> _weights;
    private GrowingArray<bool> _isNamed;
    private GrowingArray<int> _variables;

    public Int128 Bound { get; private set; }

    /// <summary>Whether its numbers have grown beyond what is worth it.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>Whether something may be added to it that weighs so much in all; if not, it is too large for good.</summary>
    public bool MayAdd(Int128 weight)
    {
        IsTooLarge |= weight > Largest;
        return !IsTooLarge;
    }

    /// <summary>Whether it could be taken so many times.</summary>
    public bool MayMultiply(Int128 times) => times == 1 || (times < Largest && Bound * times < Largest);

    /// <summary>The variables that it may be about; of some nothing is left.</summary>
    public ReadOnlySpan<int> Variables => _variables.AsSpan();

    public void NewVariable()
    {
        _weights.Extend(2);
        _isNamed.Add(false);
    }

    public void Clear()
    {
        foreach (var variable in _variables.AsSpan())
        {
            _weights[2 * variable] = _weights[(2 * variable) + 1] = 0;
            _isNamed[variable] = false;
        }

        _variables.Shorten(0);
        (Bound, IsTooLarge) = (0, false);
    }

    /// <summary>What a literal adds; 0 if it is not in it.</summary>
    public Int128 WeightOf(int literal) => _weights[literal];

    /// <summary>The literal of a variable that adds something; of one that nothing is left of, its negation.</summary>
    public int LiteralOf(int variable) => (2 * variable) + (_weights[2 * variable] > 0 ? 0 : 1);

    public void AddBound(Int128 bound) => Bound += bound;

    /// <summary>Adds a literal: what it has in common with its negation is there in any case.</summary>
    public void Add(int literal, Int128 weight)
    {
        var variable = literal >> 1;
        if (!_isNamed[variable])
        {
            _isNamed[variable] = true;
            _variables.Add(variable);
        }

        var common = Int128.Min(weight, _weights[literal ^ 1]);
        _weights[literal ^ 1] -= common;
        _weights[literal] += weight - common;
        Bound -= common;
    }

    /// <summary>Takes it so many times.</summary>
    public void Multiply(Int128 times)
    {
        foreach (var variable in _variables.AsSpan())
        {
            _weights[2 * variable] *= times;
            _weights[(2 * variable) + 1] *= times;
        }

        Bound *= times;
    }

    /// <summary>What alone reaches the bound need not exceed it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Saturate()
    {
        foreach (var variable in _variables.AsSpan())
        {
            _weights[2 * variable] = Int128.Min(_weights[2 * variable], Bound);
            _weights[(2 * variable) + 1] = Int128.Min(_weights[(2 * variable) + 1], Bound);
        }

        IsTooLarge |= Bound > Largest;
    }

    /// <summary>Its terms.</summary>
    public void CopyTo(List<WeightedLiteral> terms)
    {
        terms.Clear();
        foreach (var variable in _variables.AsSpan())
        {
            for (var literal = 2 * variable; literal <= (2 * variable) + 1; literal++)
            {
                if (_weights[literal] > 0)
                    terms.Add(new(new(literal), _weights[literal]));
            }
        }
    }
}
