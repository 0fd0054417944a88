using System.Numerics;
using NegotiationRules.Analysis.Questions;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>Numbers from 0 to below an end in another order, which a key gives, without a list of them.</summary>
/// <remarks>
/// Steps that can each be undone (adding, multiplying by odd numbers, folding high bits into low ones) shuffle all numbers of as many bits
/// as the end has; what lands beyond the end is shuffled again until it does not (Black and Rogaway's cycle walking, "Ciphers with
/// Arbitrary Finite Domains", 2002). Less than two rounds on average. Immutable.
/// </remarks>
internal sealed class Permutation
{
    private const int Rounds = 4;

    private readonly ulong _end;
    private readonly ulong _mask;
    private readonly int _fold;
    private readonly ulong[] _added;
    private readonly ulong[] _factors;

    public Permutation(long end, ulong key)
    {
        _end = (ulong)end;
        var bits = 64 - BitOperations.LeadingZeroCount(_end - 1);
        _mask = bits == 64 ? ulong.MaxValue : (1ul << bits) - 1;
        _fold = Math.Max(1, (bits + 1) / 2);
        _added = [.. Enumerable.Range(1, Rounds).Select(round => Lots.Mix(key + ((ulong)round * Lots.Step)))];
        _factors = [.. Enumerable.Range(Rounds + 1, Rounds).Select(round => Lots.Mix(key + ((ulong)round * Lots.Step)) | 1)];
    }

    /// <summary>What stands in a place.</summary>
    public ulong Of(ulong place)
    {
        do
        {
            for (var round = 0; round < Rounds; round++)
            {
                place = (place + _added[round]) * _factors[round] & _mask;
                place ^= place >> _fold;
            }
        }
        while (place >= _end);

        return place;
    }
}
