using NegotiationRules.Analysis.Questions;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>In which of as many parts as there are scenarios each of them lies in one dimension of a Latin hypercube; each part has
/// one.</summary>
/// <remarks>
/// Parts that follow one another are put into 8,192 boxes. Scenarios that follow one another make slices of as many; a slice has one
/// scenario in each box, in an order of its own, so that it is a small Latin hypercube itself (Qian, "Sliced Latin Hypercube Designs",
/// Journal of the American Statistical Association 107, 2012). In which part of the box it lies, slices take in turns. Where scenarios are
/// left over that make no slice, some boxes have one part more, and those scenarios lie in these. Immutable.
/// </remarks>
internal sealed class LatinDimension
{
    private readonly long _slices;
    private readonly ulong _orders;

    // Where boxes begin, and, as the last, where they end.
    private readonly long[] _starts;

    // Of each box, the part from which turns begin.
    private readonly long[] _turned;

    // Of each scenario that is left over, its box.
    private readonly ushort[] _rest;

    private readonly Permutation _turns;
    private readonly Permutation _moreTurns;

    /// <param name="starts">Where boxes begin.</param>
    /// <param name="key">A number of its own for the dimension.</param>
    public LatinDimension(long[] starts, ulong key)
    {
        var keys = new ulong[5];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = Lots.Mix(key + ((ulong)i * Lots.Step));
        }

        (_starts, _orders) = (starts, keys[0]);
        _slices = starts[^1] >> SliceOrder.Bits;
        _turns = new Permutation(Math.Max(1, _slices), keys[1]);
        _moreTurns = new Permutation(_slices + 1, keys[2]);
        _turned = new long[SliceOrder.Boxes];
        for (var box = 0; box < _turned.Length; box++)
        {
            _turned[box] = starts[box] + Below(starts[box + 1] - starts[box], keys[3] + ((ulong)box * Lots.Step));
        }

        _rest = [.. Enumerable.Range(0, SliceOrder.Boxes).Where(HasMore).Select(box => (ushort)box)];
        for (var i = _rest.Length - 1; i > 0; i--)
        {
            var other = (int)Below(i + 1, keys[4] + ((ulong)i * Lots.Step));
            (_rest[i], _rest[other]) = (_rest[other], _rest[i]);
        }
    }

    /// <summary>Where boxes begin, for so many scenarios: as evenly as whole numbers allow.</summary>
    public static long[] StartsOf(long scenarios)
    {
        var starts = new long[SliceOrder.Boxes + 1];
        for (var box = 0; box < starts.Length; box++)
        {
            starts[box] = (box * (scenarios >> SliceOrder.Bits)) + ((box * (scenarios & (SliceOrder.Boxes - 1))) >> SliceOrder.Bits);
        }

        return starts;
    }

    /// <summary>The part of one scenario.</summary>
    public ulong PartOf(long scenario)
    {
        var (slice, place) = (scenario >> SliceOrder.Bits, (int)(scenario & (SliceOrder.Boxes - 1)));
        return PartOf(TurnOf(slice), slice == _slices ? _rest[place] : new SliceOrder(_orders, slice).Of(place));
    }

    /// <summary>Which turn a slice has, in boxes of as many parts as there are slices, and in those of one more.</summary>
    public (long Turn, long More) TurnOf(long slice) =>
        (slice == _slices ? 0 : (long)_turns.Of((ulong)slice), (long)_moreTurns.Of((ulong)slice));

    /// <summary>The part of the scenario in a box, of the slice that has this turn.</summary>
    public ulong PartOf((long Turn, long More) turn, int box)
    {
        var (start, end) = (_starts[box], _starts[box + 1]);
        var part = _turned[box] + (end - start > _slices ? turn.More : turn.Turn);
        return (ulong)(part < end ? part : part - end + start);
    }

    /// <summary>The boxes of scenarios that follow one another.</summary>
    public void ReadBoxes(long first, Span<ushort> boxes)
    {
        for (var at = 0; at < boxes.Length;)
        {
            var (slice, place) = ((first + at) >> SliceOrder.Bits, (int)((first + at) & (SliceOrder.Boxes - 1)));
            var some = boxes[at..Math.Min(boxes.Length, at + SliceOrder.Boxes - place)];
            if (slice == _slices)
            {
                _rest.AsSpan(place, some.Length).CopyTo(some);
            }
            else
            {
                new SliceOrder(_orders, slice).Read(place, some);
            }

            at += some.Length;
        }
    }

    private bool HasMore(int box) => _starts[box + 1] - _starts[box] > _slices;

    private static long Below(long end, ulong state) => (long)Math.BigMul(Lots.Mix(state), (ulong)end, out _);
}
