using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NegotiationRules.Evaluation;

/// <summary>A set of codes of texts, ready to be looked for in a column.</summary>
/// <remarks>
/// Texts that one rule names together mostly have codes that follow each other: such a run is one comparison. Where there are many runs,
/// each code is looked up in a table of bits that fits into one vector register. Whatever fits neither is looked for run by run.
/// </remarks>
internal sealed class VectorCodes
{
    // So many comparisons cost about as much as one look-up.
    private const int FewRuns = 3;

    private readonly (int Low, int High)[] _runs;
    private readonly uint[] _table = new uint[16];
    private readonly int _highest;

    /// <summary>Takes the codes as they are, in ascending order.</summary>
    public VectorCodes(ImmutableArray<int> sorted)
    {
        var runs = new List<(int Low, int High)>();
        foreach (var code in sorted)
        {
            if (runs.Count > 0 && runs[^1].High == code - 1)
            {
                runs[^1] = (runs[^1].Low, code);
            }
            else
            {
                runs.Add((code, code));
            }

            if (code < _table.Length * 32)
            {
                _table[code >> 5] |= 1u << code;
            }
        }

        _runs = [.. runs];
        _highest = sorted.IsEmpty ? 0 : sorted[^1];
    }

    /// <summary>Which values are among the codes, a bit for each.</summary>
    /// <param name="values">Codes, none of them negative.</param>
    /// <param name="result">Where the bits go.</param>
    /// <param name="spare">As much memory again.</param>
    /// <param name="width">How to work.</param>
    public void Find(ReadOnlySpan<int> values, Span<ulong> result, Span<ulong> spare, VectorWidth width)
    {
        if (_runs.Length > FewRuns && width == VectorWidth.Bits512 && Avx512F.IsSupported && _highest < 512)
        {
            VectorTests.Run(values, new LookUp(_table), result, width);
        }
        else if (_runs.Length > FewRuns && width == VectorWidth.Bits256 && Avx2.IsSupported && _highest < 256)
        {
            VectorTests.Run(values, new LookUp(_table), result, width);
        }
        else
        {
            FindRuns(values, result, spare, width);
        }
    }

    private void FindRuns(ReadOnlySpan<int> values, Span<ulong> result, Span<ulong> spare, VectorWidth width)
    {
        if (_runs.Length == 0)
        {
            result.Clear();
        }

        for (var run = 0; run < _runs.Length; run++)
        {
            var found = run == 0 ? result : spare;
            RangeTests.OfInts(values, _runs[run].Low, _runs[run].High, found, width);
            if (run > 0)
            {
                VectorPlanes.Or(result, spare, result, width);
            }
        }
    }

    // The upper bits of a code choose the word of the table, and shifting that by the lower ones brings the code's bit to where the sign
    // is.
    private readonly struct LookUp(uint[] table) : IVectorTest<int>
    {
        private readonly uint[] _table = table;

        public bool Holds(int value) => value >> 5 < _table.Length && (_table[value >> 5] >> value & 1) != 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<int> Hold(Vector256<int> values)
        {
            var words = Avx2.PermuteVar8x32(Vector256.Create<uint>(_table.AsSpan(0, 8)).AsInt32(), Vector256.ShiftRightLogical(values, 5));
            var bits = Avx2.ShiftLeftLogicalVariable(words, (~values & Vector256.Create(31)).AsUInt32());
            return bits & Vector256.LessThan(values, Vector256.Create(256));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<int> Hold(Vector512<int> values)
        {
            var words = Avx512F.PermuteVar16x32(Vector512.Create<uint>(_table).AsInt32(), Vector512.ShiftRightLogical(values, 5));
            var bits = Avx512F.ShiftLeftLogicalVariable(words, (~values & Vector512.Create(31)).AsUInt32());
            return bits & Vector512.LessThan(values, Vector512.Create(512));
        }
    }
}
