using System.Diagnostics.CodeAnalysis;

namespace NegotiationRules.Facts.Columns;

/// <summary>Writes one column: the values of one scenario again and again, but for those that vary.</summary>
/// <param name="one">The column of one scenario.</param>
/// <param name="all">The column of many.</param>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "A step of a loop.")]
internal readonly struct RepeatedColumn(ColumnValues one, ColumnValues all)
{
    /// <summary>Writes all places.</summary>
    /// <param name="written">For how many scenarios the column has been written before.</param>
    /// <param name="scenarios">For how many it is to be written.</param>
    /// <param name="varied">What varies in it.</param>
    /// <param name="places">Of each fact that varies, which value each scenario has.</param>
    public void Write(int written, int scenarios, List<VariedColumn> varied, VariedPlaces[] places)
    {
        switch (one.Column.Storage)
        {
            case ColumnStorage.Ints:
                Fill(all.WriteInts(), one.Ints, written);
                break;
            case ColumnStorage.Codes:
                Fill(all.WriteCodes(), one.Ints, written);
                break;
            case ColumnStorage.Longs:
                Fill(all.WriteLongs(), one.Longs, written);
                break;
            case ColumnStorage.Reals:
                Fill(all.WriteReals(), one.Reals, written);
                break;
            case ColumnStorage.Bits:
                FillBits(all.WriteBits(), one.Values, written, scenarios);
                break;
            case ColumnStorage.Days:
                Fill(all.WriteDays(out var last), one.Ints, written);
                FillLasts(last, scenarios);
                break;
            default:
                break;
        }

        var known = all.WriteKnown();
        FillKnown(known, scenarios);
        foreach (var fact in varied)
        {
            Vary(fact, places[fact.Fact], known);
        }
    }

    private void Vary(VariedColumn fact, VariedPlaces places, Span<ulong> known)
    {
        var (values, element, each) = (fact.Values, fact.Element, one.Count);
        switch (one.Column.Storage)
        {
            case ColumnStorage.Ints or ColumnStorage.Codes or ColumnStorage.Days
                when each == 1 && places.Only < 0 && fact.Steps is { } steps:
                steps.Write(places.Each(), all.WrittenInts);
                break;
            case ColumnStorage.Longs when each == 1 && places.Only < 0 && fact.Steps is { } steps:
                steps.Write(places.Each(), all.WrittenLongs);
                break;
            case ColumnStorage.Ints or ColumnStorage.Codes or ColumnStorage.Days:
                Put(all.WrittenInts, values.Ints, places, element, each);
                break;
            case ColumnStorage.Longs:
                Put(all.WrittenLongs, values.Longs, places, element, each);
                break;
            case ColumnStorage.Reals:
                Put(all.WrittenReals, values.Reals, places, element, each);
                break;
            case ColumnStorage.Bits:
                PutBits(all.WrittenBits, values.Values, places, element, each);
                break;
            default:
                break;
        }

        if (one.Column.Storage == ColumnStorage.Days && (values.HasPartialDates || one.HasPartialDates))
        {
            Put(all.WrittenLasts, values.Lasts, places, element, each);
        }

        if (values.HasUnknown || !Bits.Get(one.Known, element))
        {
            PutBits(known, values.Known, places, element, each);
        }
    }

    private static void Fill<T>(Span<T> all, ReadOnlySpan<T> one, int written)
    {
        if (one.Length == 1)
        {
            all[Math.Min(written, all.Length)..].Fill(one[0]);
            return;
        }

        for (var at = written * one.Length; at < all.Length; at += one.Length)
        {
            one.CopyTo(all[at..]);
        }
    }

    private void FillBits(Span<ulong> all, ReadOnlySpan<ulong> bits, int written, int scenarios)
    {
        if (one.Count == 1)
        {
            all[Math.Min(written >> 6, all.Length)..].Fill(Bits.Get(bits, 0) ? ulong.MaxValue : 0);
            return;
        }

        for (var at = written * one.Count; at < scenarios * one.Count; at++)
        {
            Bits.Set(all, at, Bits.Get(bits, at % one.Count));
        }
    }

    // Of days nothing is kept of the last ones: whoever does not write them means the first.
    private void FillLasts(Span<int> last, int scenarios)
    {
        if (one.HasPartialDates)
        {
            for (var scenario = 0; scenario < scenarios; scenario++)
            {
                one.Lasts.CopyTo(last[(scenario * one.Count)..]);
            }
        }
    }

    // What is known is all set when it is asked for.
    private void FillKnown(Span<ulong> known, int scenarios)
    {
        if (one.Column.Storage == ColumnStorage.Presence || one.HasUnknown)
        {
            if (one.Count == 1)
            {
                known.Fill(Bits.Get(one.Known, 0) ? ulong.MaxValue : 0);
                return;
            }

            for (var at = 0; at < scenarios * one.Count; at++)
            {
                Bits.Set(known, at, Bits.Get(one.Known, at % one.Count));
            }
        }
    }

    private static void Put<T>(Span<T> all, ReadOnlySpan<T> values, VariedPlaces varied, int element, int each)
    {
        if (each == 1 && varied.Only >= 0)
        {
            all[..varied.Count].Fill(values[varied.Only]);
            return;
        }

        var places = varied.Each();
        if (each == 1)
        {
            all = all[..places.Length];
            for (var i = 0; i < places.Length; i++)
            {
                all[i] = values[places[i]];
            }

            return;
        }

        for (var i = 0; i < places.Length; i++)
        {
            all[(i * each) + element] = values[places[i]];
        }
    }

    private static void PutBits(Span<ulong> all, ReadOnlySpan<ulong> values, VariedPlaces varied, int element, int each)
    {
        if (each == 1 && varied.Only >= 0)
        {
            all.Fill(Bits.Get(values, varied.Only) ? ulong.MaxValue : 0);
            return;
        }

        if (each == 1 && varied.AreBits)
        {
            // Of the two values either both are the same, or the bits say it, or the other way round.
            var (unset, set) = (Bits.Get(values, 0) ? ulong.MaxValue : 0, Bits.Get(values, 1) ? ulong.MaxValue : 0);
            var bits = varied.Bits;
            for (var word = 0; word < all.Length; word++)
            {
                all[word] = (bits[word] & set) | (~bits[word] & unset);
            }

            return;
        }

        var places = varied.Each();
        if (each > 1)
        {
            for (var i = 0; i < places.Length; i++)
            {
                Bits.Set(all, (i * each) + element, Bits.Get(values, places[i]));
            }

            return;
        }

        for (var word = 0; word < all.Length; word++)
        {
            var bits = 0ul;
            var some = places[(word << 6)..Math.Min((word + 1) << 6, places.Length)];
            for (var i = 0; i < some.Length; i++)
            {
                bits |= (values[some[i] >> 6] >> some[i] & 1) << i;
            }

            all[word] = bits;
        }
    }
}
