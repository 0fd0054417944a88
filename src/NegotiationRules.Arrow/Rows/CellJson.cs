using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Apache.Arrow;
using Apache.Arrow.Types;
using NegotiationRules.Arrow.Cells;
using NegotiationRules.Facts;
using NegotiationRules.Text;
using BooleanType = NegotiationRules.Facts.BooleanType;
using DateType = NegotiationRules.Facts.DateType;

namespace NegotiationRules.Arrow.Rows;

/// <summary>Writes a value of an array as a scenario in JSON would have it. What it means there is what it means.</summary>
internal static class CellJson
{
    /// <summary>Writes a value that is known.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="array">The array.</param>
    /// <param name="at">The place of the value.</param>
    /// <param name="type">The type of the fact that it is.</param>
    /// <param name="path">Its path, for what cannot be written.</param>
    /// <exception cref="CellException">It cannot be the value of any fact.</exception>
    public static void Write(Utf8JsonWriter json, IArrowArray array, int at, FactType type, string path)
    {
        switch (array)
        {
            case DictionaryArray dictionary:
                WriteKnown(json, dictionary.Dictionary, TextCells.IndexAt(dictionary, at), type, path);
                break;
            case BooleanArray truths:
                json.WriteBooleanValue(truths.GetValue(at)!.Value);
                break;
            case FloatArray numbers:
                WriteReal(json, numbers.Values[at], numbers.Values[at].ToString("R", CultureInfo.InvariantCulture), type, path);
                break;
            case DoubleArray numbers:
                WriteReal(json, numbers.Values[at], numbers.Values[at].ToString("R", CultureInfo.InvariantCulture), type, path);
                break;
            case HalfFloatArray numbers:
                WriteReal(json, (double)numbers.Values[at], numbers.Values[at].ToString("R", CultureInfo.InvariantCulture), type, path);
                break;
            case Date32Array or Date64Array:
                json.WriteStringValue(DayOf(array, at, path));
                break;
            case TimestampArray moments:
                json.WriteStringValue(MomentOf(moments, at, type, path));
                break;
            case DurationArray durations:
                json.WriteStringValue(DurationOf(durations, at, path));
                break;
            case var _ when TextCells.Are(array.Data.DataType):
                WriteText(json, new TextCells(array)[at], type, path);
                break;
            case var _ when WholeText.Of(array, at) is { } digits:
                json.WriteRawValue(digits);
                break;
            default:
                throw new CellException(path, Binding.ColumnKinds.Of(array.Data.DataType));
        }
    }

    /// <summary>The same of a value that may be unknown.</summary>
    public static void WriteKnown(Utf8JsonWriter json, IArrowArray array, int at, FactType type, string path)
    {
        if (array.IsNull(at))
        {
            json.WriteNullValue();
        }
        else
        {
            Write(json, array, at, type, path);
        }
    }

    // Only where all values are texts may a number or a truth be one: elsewhere such a column was refused.
    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> text, FactType type, string path)
    {
        if (!Utf8.IsValid(text))
        {
            throw new CellException(path, "text that is not UTF-8");
        }

        if (type is BooleanType && WrittenTruth.Of(text) is { } truth)
        {
            json.WriteBooleanValue(truth);
        }
        else if (type is ExactType or RealType && JsonNumberSpelling.IsGood(Encoding.UTF8.GetString(text)))
        {
            json.WriteRawValue(text);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }

    // A fact that is kept exactly takes a floating number as the digits that stand for it.
    private static void WriteReal(Utf8JsonWriter json, double value, string digits, FactType type, string path)
    {
        if (!double.IsFinite(value))
        {
            throw new CellException(path, digits);
        }
        else if (type is ExactType)
        {
            json.WriteRawValue(digits);
        }
        else
        {
            json.WriteNumberValue(value);
        }
    }

    private static string DayOf(IArrowArray array, int at, string path) =>
        MomentCells.DayAt(array, at) is { } day
            ? DateOnly.FromDayNumber((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : throw new CellException(path, "a day outside of the calendar, or a part of one");

    private static string MomentOf(TimestampArray moments, int at, FactType type, string path)
    {
        if (MomentCells.TicksAt(moments, at) is not { } ticks)
        {
            throw new CellException(path, "a moment outside of the calendar, or finer than 100 nanoseconds");
        }

        var hasZone = ((TimestampType)moments.Data.DataType).Timezone is { Length: > 0 };
        return hasZone ? Instant.ToText(ticks)
            : type is DateType && ticks % TimeSpan.TicksPerDay == 0
            ? new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
    }

    private static string DurationOf(DurationArray durations, int at, string path)
    {
        var value = (Int128)durations.Values[at];
        var unit = durations.DataType.Unit;
        var ticks = unit == TimeUnit.Nanosecond ? value / TimeSpan.NanosecondsPerTick : value * MomentCells.TicksOf(unit);
        var isWhole = unit != TimeUnit.Nanosecond || value % TimeSpan.NanosecondsPerTick == 0;
        var isLong = ticks < TimeSpan.MinValue.Ticks || ticks > TimeSpan.MaxValue.Ticks;
        return isWhole && !isLong && Duration.Of(new TimeSpan((long)ticks)) is { } duration
            ? duration.ToString()
            : throw new CellException(path, "a duration too long to be kept, or finer than 100 nanoseconds");
    }
}
