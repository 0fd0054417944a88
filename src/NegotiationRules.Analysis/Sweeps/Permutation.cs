using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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
    private readonly Shuffle<uint> _small;
    private readonly Shuffle<ulong> _large;

    public Permutation(long end, ulong key)
    {
        _end = (ulong)end;
        var bits = 64 - BitOperations.LeadingZeroCount(_end - 1);
        _mask = bits == 64 ? ulong.MaxValue : (1ul << bits) - 1;
        _fold = Math.Max(1, (bits + 1) / 2);
        _added = [.. Enumerable.Range(1, Rounds).Select(round => Lots.Mix(key + ((ulong)round * Lots.Step)))];
        _factors = [.. Enumerable.Range(Rounds + 1, Rounds).Select(round => Lots.Mix(key + ((ulong)round * Lots.Step)) | 1)];
        _small = new Shuffle<uint>(_added, _factors, _mask, _fold);
        _large = new Shuffle<ulong>(_added, _factors, _mask, _fold);
    }

    /// <summary>Whether <see cref="From"/> may be asked: numbers have 32 bits at most.</summary>
    public bool IsSmall => _mask <= uint.MaxValue;

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

    /// <summary>What stands in places that follow one another.</summary>
    public void Read(ulong first, Span<ulong> numbers)
    {
        var at = 0;
        if (_mask <= uint.MaxValue)
        {
            // Of numbers of so few bits the low half of each step is all that is kept.
            var places = Vector256.Create((uint)first) + Vector256.Create(0u, 1, 2, 3, 4, 5, 6, 7);
            for (; at + 8 <= numbers.Length; at += 8, places += Vector256.Create(8u))
            {
                var (low, high) = Vector256.Widen(Walk(_small, places, (uint)_end));
                low.CopyTo(numbers[at..]);
                high.CopyTo(numbers[(at + 4)..]);
            }
        }
        else
        {
            var places = Vector256.Create(first) + Vector256.Create(0ul, 1, 2, 3);
            for (; at + 4 <= numbers.Length; at += 4, places += Vector256.Create(4ul))
            {
                Walk(_large, places, _end).CopyTo(numbers[at..]);
            }
        }

        for (; at < numbers.Length; at++)
        {
            numbers[at] = Of(first + (ulong)at);
        }
    }

    /// <summary>Of each of 64 places that follow one another, whether what stands there is not below a bound, and whether it is the last
    /// below it.</summary>
    public ulong From(ulong first, uint bound, out ulong last)
    {
        var bits = last = 0ul;
        var places = Vector256.Create((uint)first) + Vector256.Create(0u, 1, 2, 3, 4, 5, 6, 7);
        for (var at = 0; at < 64; at += 8, places += Vector256.Create(8u))
        {
            var found = Walk(_small, places, (uint)_end);
            bits |= (ulong)Vector256.GreaterThanOrEqual(found, Vector256.Create(bound)).ExtractMostSignificantBits() << at;
            last |= (ulong)Vector256.Equals(found, Vector256.Create(bound - 1)).ExtractMostSignificantBits() << at;
        }

        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<T> Walk<T>(in Shuffle<T> shuffle, Vector256<T> places, T end)
        where T : struct, IBinaryInteger<T>
    {
        places = shuffle.Of(places);

        // Where all numbers of so many bits are dealt out, nothing lands beyond the end.
        if (_end - 1 == _mask)
        {
            return places;
        }

        // Once more for all is quicker than asking whether it is needed; what is beyond the end even then is seldom.
        var beyond = Vector256.GreaterThanOrEqual(places, Vector256.Create(end));
        do
        {
            places = Vector256.ConditionalSelect(beyond, shuffle.Of(places), places);
            beyond = Vector256.GreaterThanOrEqual(places, Vector256.Create(end));
        }
        while (beyond != Vector256<T>.Zero);

        return places;
    }

    // The rounds, of several places at a time.
    private readonly struct Shuffle<T>(ulong[] added, ulong[] factors, ulong mask, int fold)
        where T : struct, IBinaryInteger<T>
    {
        private readonly Vector256<T> _mask = All(mask);
        private readonly Vector256<T> _added0 = All(added[0]);
        private readonly Vector256<T> _added1 = All(added[1]);
        private readonly Vector256<T> _added2 = All(added[2]);
        private readonly Vector256<T> _added3 = All(added[3]);
        private readonly Vector256<T> _factor0 = All(factors[0]);
        private readonly Vector256<T> _factor1 = All(factors[1]);
        private readonly Vector256<T> _factor2 = All(factors[2]);
        private readonly Vector256<T> _factor3 = All(factors[3]);
        private readonly int _fold = fold;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Of(Vector256<T> places)
        {
            places = (places + _added0) * _factor0 & _mask;
            places ^= places >>> _fold;
            places = (places + _added1) * _factor1 & _mask;
            places ^= places >>> _fold;
            places = (places + _added2) * _factor2 & _mask;
            places ^= places >>> _fold;
            places = (places + _added3) * _factor3 & _mask;
            return places ^ (places >>> _fold);
        }

        private static Vector256<T> All(ulong number) => Vector256.Create(T.CreateTruncating(number));
    }
}
