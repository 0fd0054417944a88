namespace NegotiationRules.Analysis.Sweeps;

/// <summary>Every combination of values, once: the last dimension changes from one scenario to the next, the one before it each time that
/// the last is through, and so on.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class GridPlaces
{
    private readonly int[] _counts;
    private readonly long[] _strides;

    /// <param name="counts">How many values each dimension has.</param>
    /// <exception cref="OverflowException">There are more than 2^63 combinations.</exception>
    public GridPlaces(IEnumerable<int> counts)
    {
        _counts = [.. counts];
        _strides = new long[_counts.Length];
        var scenarios = 1L;
        for (var dimension = _counts.Length - 1; dimension >= 0; dimension--)
        {
            _strides[dimension] = scenarios;
            scenarios = checked(scenarios * _counts[dimension]);
        }

        Scenarios = scenarios;
    }

    /// <summary>How many combinations there are.</summary>
    public long Scenarios { get; }

    /// <summary>For how many scenarios the values of the first dimensions stay the same.</summary>
    public long StrideOf(int dimensions) => dimensions == 0 ? Scenarios : _strides[dimensions - 1];

    /// <summary>Which value of a dimension each of some scenarios has that follow one another.</summary>
    public void Read(int dimension, long first, Span<int> places)
    {
        var (stride, count) = (_strides[dimension], _counts[dimension]);
        var place = (int)(first / stride % count);
        if (stride == 1)
        {
            for (var at = 0; at < places.Length; place = 0)
            {
                var some = places[at..Math.Min(at + count - place, places.Length)];
                for (var i = 0; i < some.Length; i++)
                {
                    some[i] = place + i;
                }

                at += some.Length;
            }

            return;
        }

        var left = stride - (first % stride);
        for (var at = 0; at < places.Length;)
        {
            var run = (int)Math.Min(left, places.Length - at);
            places.Slice(at, run).Fill(place);
            (at, left) = (at + run, stride);
            place = place + 1 == count ? 0 : place + 1;
        }
    }

    /// <summary>Which of two values a dimension has in scenarios that follow one another, a bit for each.</summary>
    public void ReadBits(int dimension, long first, Span<ulong> bits)
    {
        var stride = _strides[dimension];
        var (word, left) = ((first / stride & 1) == 0 ? 0 : ulong.MaxValue, stride - (first % stride));
        for (var at = 0; at < bits.Length; at++)
        {
            bits[at] = word;
            var bit = 0L;
            for (; left < 64 - bit; left = stride)
            {
                bit += left;
                word = ~word;
                bits[at] ^= ulong.MaxValue << (int)bit;
            }

            left -= 64 - bit;

            // What has come round within a word is the same in all others.
            if (64 % (2 * stride) == 0)
            {
                bits.Fill(bits[0]);
                return;
            }
        }
    }

    /// <summary>The one value that all of some scenarios have that follow one another; -1 if they have several.</summary>
    public int OnlyPlace(int dimension, long first, int scenarios) =>
        first / _strides[dimension] == (first + scenarios - 1) / _strides[dimension]
            ? (int)(first / _strides[dimension] % _counts[dimension])
            : _counts[dimension] == 1 ? 0 : -1;
}
