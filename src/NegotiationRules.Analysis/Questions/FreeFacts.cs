using System.Numerics;
using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Values of a fact that no rule tells apart: one, or all from one to another.</summary>
/// <param name="Low">The first.</param>
/// <param name="High">The last.</param>
/// <param name="Weight">How much they count for.</param>
internal sealed record FreeValues(FactValue Low, FactValue High, BigInteger Weight);

/// <summary>Which facts may have any value, and how much each value counts for.</summary>
/// <remarks>Each value counts alike, unless it is said how often each occurs. So there must be an end to them, and which values are told
/// apart must not hang on other facts; where it does, each value is one by itself.</remarks>
internal sealed class FreeFacts
{
    private const int MostByThemselves = 1_000;

    private readonly CellFinder _cells;
    private readonly Func<string, string, bool> _isFree;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<(FactValue Value, BigInteger Weight)>> _given;
    private readonly Dictionary<string, IReadOnlyList<FreeValues>> _values = new(StringComparer.Ordinal);

    /// <param name="cells">The values that rules tell apart.</param>
    /// <param name="isFree">Whether a fact may have any value, by its path in the vocabulary and in the scenario.</param>
    /// <param name="given">How much values count for, by the path of their fact in the vocabulary, where that is said.</param>
    public FreeFacts(
        CellFinder cells, Func<string, string, bool> isFree,
        IReadOnlyDictionary<string, IReadOnlyList<(FactValue Value, BigInteger Weight)>> given) =>
        (_cells, _isFree, _given) = (cells, isFree, given);

    /// <summary>Why the values of a fact cannot be counted; <see langword="null"/> if they can.</summary>
    public NotDecided? WhyNot { get; private set; }

    /// <summary>The freedom that is left to scenarios.</summary>
    public Freedom Freedom => new((key, path) => !_isFree(key, path), _ => 0, _ => false)
    {
        ValuesOf = (key, _) => [.. Of(key).Select(values => values.Low)],
    };

    /// <summary>The values of a fact that is free.</summary>
    public IReadOnlyList<FreeValues> Of(string key)
    {
        if (!_values.TryGetValue(key, out var values))
        {
            _values.Add(key, values = _given.TryGetValue(key, out var given)
                ? [.. given.Select(pair => new FreeValues(pair.Value, pair.Value, pair.Weight))] : Find(key, _cells.TypeOf(key)));
        }

        return values;
    }

    private IReadOnlyList<FreeValues> Find(string key, FactType type)
    {
        if (type is BooleanType or TextType { Values: not null })
        {
            return [.. _cells.Of(key, type).Select(value => new FreeValues(value, value, BigInteger.One))];
        }

        if (type is not ExactType { Minimum: > long.MinValue, Maximum: < long.MaxValue } exact)
        {
            return None(new NotDecided($"there is no end to the values of `{key}`", "Say how often each of its values occurs, or fix it."));
        }

        if (_cells.WhyInexact(key, type) is null && !_cells.IsComparedWithOthers(key))
        {
            return Between(exact, [.. _cells.Of(key, type).Select(value => value.Steps)]);
        }

        return (Int128)exact.Maximum - exact.Minimum < MostByThemselves
            ? Between(exact, [.. Enumerable.Range(0, (int)(exact.Maximum - exact.Minimum) + 1).Select(step => exact.Minimum + step)])
            : None(new NotDecided(
                $"`{key}` has too many values, and which of them are told apart hangs on other facts",
                "Say how often each of its values occurs, or fix it."));
    }

    // From each point to the next: no rule tells apart what lies between them.
    private static IReadOnlyList<FreeValues> Between(ExactType type, IReadOnlyList<long> points)
    {
        long[] starts = [type.Minimum, .. points.Skip(1)];
        return
        [
            .. starts.Select((start, i) => (Start: start, End: i + 1 < starts.Length ? starts[i + 1] - 1 : type.Maximum))
                .Select(range => new FreeValues(
                    FactValue.OfSteps(range.Start), FactValue.OfSteps(range.End), (BigInteger)range.End - range.Start + 1)),
        ];
    }

    private IReadOnlyList<FreeValues> None(NotDecided why)
    {
        WhyNot ??= why;
        return [new FreeValues(default, default, BigInteger.One)];
    }
}
