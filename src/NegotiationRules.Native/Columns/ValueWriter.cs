using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Native.Columns;

/// <summary>Writes values that were given into a column, in its own layout. One for each thread.</summary>
internal sealed unsafe class ValueWriter
{
    private readonly Dictionary<GivenColumn, int[]> _codes = [];
    private long[] _whole = [];
    private double[] _real = [];
    private ulong[] _known = [];

    /// <summary>Forgets the texts of the last call.</summary>
    public void Clear() => _codes.Clear();

    public void Write(GivenColumn given, ColumnFiller filler, ElementPlaces places)
    {
        var (into, texts) = (filler.Column(given.Column.Index), filler.Texts);
        Reserve(places.Count);
        if (places.Count > 0)
        {
            given.Known.Read(places, _known);
        }

        var whole = _whole.AsSpan(0, places.Count);
        var known = new KnownBits(_known, places, isAll: given.Known.IsAll && places.Each is null);
        if (GivenValues.IsReal(given.Kind))
        {
            WriteReal(given, into, places, ref known);
        }
        else if (GivenValues.IsWhole(given.Kind))
        {
            WriteWhole(given, into, places, texts, whole, ref known);
        }
        else if (into.Column.Storage == ColumnStorage.Bits && places.Count > 0)
        {
            GivenValues.ReadBits(given.Values, given.Kind, given.Stride, places, into.WriteBits(), $"`{given.Path}`");
        }
        else if (into.Column.Storage == ColumnStorage.Bits)
        {
            into.WriteBits();
        }

        if (into.Column.Storage == ColumnStorage.Presence)
        {
            into.WriteKnown();
        }

        if (!known.IsAll)
        {
            known.CopyTo(into.WriteKnown());
            filler.WriteDefaults(given.Column.Index);
        }
    }

    private void WriteReal(GivenColumn given, ColumnValues into, ElementPlaces places, ref KnownBits known)
    {
        var real = _real.AsSpan(0, places.Count);
        GivenValues.ReadReal(given.Values, given.Kind, given.Stride, places, real);
        if (given.Flags.HasFlag(ValueFlags.NaNIsUnknown))
        {
            for (var i = 0; i < real.Length; i++)
            {
                if (double.IsNaN(real[i]))
                {
                    known.Clear(i);
                }
            }
        }

        switch (into.Column.Storage)
        {
            case ColumnStorage.Reals:
                real.CopyTo(into.WriteReals());
                break;
            case ColumnStorage.Ints:
                var ints = into.WriteInts();
                var small = new RealSteps(given, places, known);
                for (var i = 0; i < real.Length; i++)
                {
                    ints[i] = (int)small.StepsOf(real[i], i, int.MinValue, int.MaxValue);
                }

                break;
            case ColumnStorage.Longs:
                var longs = into.WriteLongs();
                var steps = new RealSteps(given, places, known);
                for (var i = 0; i < real.Length; i++)
                {
                    longs[i] = steps.StepsOf(real[i], i, long.MinValue, long.MaxValue);
                }

                break;
            default:
                break;
        }
    }

    private void WriteWhole(
        GivenColumn given, ColumnValues into, ElementPlaces places, TextCodes texts, Span<long> whole, ref KnownBits known)
    {
        GivenValues.ReadWhole(given.Values, given.Kind, given.Stride, places, whole);
        if (given.Flags.HasFlag(ValueFlags.LeastIsUnknown))
        {
            ClearWhere(whole, long.MinValue, ref known);
        }

        switch (into.Column.Storage)
        {
            case ColumnStorage.Codes:
                WriteCodes(given, into, places, texts, whole, ref known);
                break;
            case ColumnStorage.Ints:
                WholeSteps.Write(given, places, known, whole, into.WriteInts());
                break;
            case ColumnStorage.Longs when into.Column.Type is DateTimeType:
                GivenMoments.WriteTicks(given, places, known, whole, into.WriteLongs());
                break;
            case ColumnStorage.Longs:
                WholeSteps.Write(given, places, known, whole, into.WriteLongs());
                break;
            case ColumnStorage.Reals:
                var reals = into.WriteReals();
                for (var i = 0; i < whole.Length; i++)
                {
                    reals[i] = given.Kind == ValueKind.UInt64 ? (ulong)whole[i] : whole[i];
                }

                break;
            case ColumnStorage.Days:
                WriteDays(given, into, places, whole, known);
                break;
            default:
                if (given.Flags.HasFlag(ValueFlags.NegativeIsUnknown))
                {
                    ClearBelowZero(whole, ref known);
                }

                break;
        }
    }

    private static void WriteDays(GivenColumn given, ColumnValues into, ElementPlaces places, Span<long> whole, KnownBits known)
    {
        var first = into.WriteDays(out var last);
        GivenMoments.WriteDays(given, places, known, whole, first);
        if (given.Last != null)
        {
            GivenValues.ReadWhole(given.Last, given.Kind, given.Stride, places, whole);
            GivenMoments.WriteDays(given, places, known, whole, last);
        }
    }

    private void WriteCodes(
        GivenColumn given, ColumnValues into, ElementPlaces places, TextCodes texts, Span<long> whole, ref KnownBits known)
    {
        if (!_codes.TryGetValue(given, out var codes))
        {
            _codes.Add(given, codes = CodesOf(given, texts));
        }

        var into32 = into.WriteCodes();
        for (var i = 0; i < whole.Length; i++)
        {
            var code = (ulong)whole[i] < (ulong)codes.Length ? codes[whole[i]] : -1;
            if (code < 0)
            {
                code = CodeOfNone(given, places, whole[i], i, ref known);
            }

            into32[i] = code;
        }
    }

    // What has no code is unknown, or is a fault.
    private static int CodeOfNone(GivenColumn given, ElementPlaces places, long value, int element, ref KnownBits known)
    {
        if (value < 0 && given.Flags.HasFlag(ValueFlags.NegativeIsUnknown))
        {
            known.Clear(element);
        }

        return known.Has(element) ? throw given.Fault(places[element], GivenValueWords.Of(given, places[element])) : 0;
    }

    // Of a text that is none of those that the vocabulary allows, -1: it is a fault where it is used.
    private static int[] CodesOf(GivenColumn given, TextCodes texts)
    {
        var type = (TextType)given.Column.Type;
        return [.. given.Texts.Select(text =>
            type.Find(text) is not { } found ? -1 : given.Column.KeepsTexts ? texts.CodeOf(found) : texts.NamedCodeOf(found))];
    }

    private static void ClearWhere(ReadOnlySpan<long> whole, long unknown, ref KnownBits known)
    {
        for (var at = whole.IndexOf(unknown); at >= 0;)
        {
            known.Clear(at);
            var next = whole[(at + 1)..].IndexOf(unknown);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static void ClearBelowZero(ReadOnlySpan<long> whole, ref KnownBits known)
    {
        for (var i = 0; i < whole.Length; i++)
        {
            if (whole[i] < 0)
            {
                known.Clear(i);
            }
        }
    }

    private void Reserve(int elements)
    {
        if (elements > _whole.Length)
        {
            _whole = new long[elements];
            _real = new double[elements];
            _known = new ulong[Bits.Words(elements)];
        }
    }
}
