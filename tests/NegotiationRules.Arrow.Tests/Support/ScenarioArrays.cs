using System.Globalization;
using System.Numerics;
using Apache.Arrow;
using Apache.Arrow.Types;
using NegotiationRules.Facts;
using NegotiationRules.Text;
using BooleanType = NegotiationRules.Facts.BooleanType;
using DateType = NegotiationRules.Facts.DateType;
using ListType = NegotiationRules.Facts.ListType;

namespace NegotiationRules.Arrow.Tests.Support;

/// <summary>Scenarios in JSON as columns, in one of the forms that each fact may have in Arrow.</summary>
/// <param name="random">Decides on forms.</param>
internal sealed class ScenarioArrays(Random random)
{
    public static RecordBatch Of(Vocabulary vocabulary, IReadOnlyList<JsonObject> scenarios, Random random)
    {
        var arrays = new ScenarioArrays(random).OfRecords(vocabulary.Root, [.. scenarios], out var fields);
        return new RecordBatch(new Schema(fields, null), arrays, scenarios.Count);
    }

    private List<IArrowArray> OfRecords(RecordType type, IReadOnlyList<JsonObject?> records, out List<Field> fields)
    {
        var arrays = new List<IArrowArray>();
        fields = [];
        foreach (var property in type.Properties)
        {
            var values = records.Select(record => record?.Find(property.Name)?.Value).ToList();
            if (values.TrueForAll(value => value is null) && random.Next(2) == 0)
            {
                continue;
            }

            var array = Of(property.Type, values);
            arrays.Add(array);
            fields.Add(new Field(property.Name, array.Data.DataType, nullable: true));
        }

        return arrays;
    }

    private IArrowArray Of(FactType type, List<JsonValue?> values)
    {
        if (values.All(value => value is null or JsonNull) && random.Next(4) == 0)
        {
            return new NullArray(values.Count);
        }

        var stated = type is not RecordType && values.Any(value => value is JsonObject o && o.Find("value") is not null);
        if (stated)
        {
            return OfStatements(type, values, "value", o => o.Find("value")?.Value);
        }

        if (type is ListType && values.Any(value => value is JsonObject))
        {
            return OfStatements(type, values, "known", o => o.Find("known")?.Value);
        }

        return type switch
        {
            RecordType record => OfObjects(record, [.. values.Select(value => value as JsonObject)]),
            ListType list => OfLists(list, values),
            BooleanType => Build(
                values, new BooleanArray.Builder(), (b, v) => b.Append(((JsonBoolean)v).Value), b => b.AppendNull(), b => b.Build()),
            ExactType exact => OfNumbers(exact, values),
            RealType => Build(values, new DoubleArray.Builder(), (b, v) => b.Append(Number(v)), b => b.AppendNull(), b => b.Build()),
            DateType when values.All(v => v is null or JsonNull || Day(v) is not null) && random.Next(3) > 0 => OfDays(values),
            TextType when random.Next(2) == 0 => OfDictionary(values),
            _ => Build(values, new StringArray.Builder(), (b, v) => b.Append(((JsonText)v).Value), b => b.AppendNull(), b => b.Build()),
        };
    }

    private StructArray OfStatements(FactType type, List<JsonValue?> values, string key, Func<JsonObject, JsonValue?> inner)
    {
        var plain = values.Select(value => value is JsonObject o && o.Find(key) is not null ? inner(o) : value).ToList();
        var inside = Of(type, plain);
        if (inside is NullArray or StructArray)
        {
            inside = Of(type, [.. plain]);
        }

        var complete = Build(
            values, new BooleanArray.Builder(),
            (b, v) => b.Append(v is not JsonObject o || o.Find("complete")?.Value is not JsonBoolean { Value: var says } || says),
            b => b.AppendNull(), b => b.Build());
        var fields = new List<Field> { new(key, inside.Data.DataType, true) };
        var children = new List<IArrowArray> { inside };
        if (key == "known")
        {
            fields.Add(new Field("complete", complete.Data.DataType, true));
            children.Add(complete);
        }

        return new StructArray(
            new StructType(fields), values.Count, children, KnownOf([.. plain.Select(v => v is not (null or JsonNull))]),
            plain.Count(v => v is null or JsonNull));
    }

    private StructArray OfObjects(RecordType type, List<JsonObject?> records)
    {
        var arrays = OfRecords(type, records, out var fields);
        if (arrays.Count == 0)
        {
            arrays.Add(new NullArray(records.Count));
            fields.Add(new Field(type.Properties[0].Name, NullType.Default, true));
        }

        return new StructArray(
            new StructType(fields), records.Count, arrays, KnownOf([.. records.Select(r => r is not null)]), records.Count(r => r is null));
    }

    private ListArray OfLists(ListType type, List<JsonValue?> values)
    {
        var offsets = new List<int> { 0 };
        var elements = new List<JsonValue?>();
        foreach (var value in values)
        {
            elements.AddRange((value as JsonArray)?.Items ?? []);
            offsets.Add(elements.Count);
        }

        var inside = Of(type.Element, elements);
        var buffer = new ArrowBuffer.Builder<int>().AppendRange(offsets).Build();
        return new ListArray(
            new Apache.Arrow.Types.ListType(new Field("item", inside.Data.DataType, true)), values.Count, buffer, inside,
            KnownOf([.. values.Select(v => v is JsonArray)]), values.Count(v => v is not JsonArray));
    }

    private IArrowArray OfNumbers(ExactType type, List<JsonValue?> values)
    {
        var steps = values
            .Select(v => v is JsonNumber n && ExactNumber.Read(n.Digits, type.Scale, out var s) == NumberFit.Exact ? s : 0).ToList();
        var form = random.Next(3);
        if (form == 0 && type.Scale == 0)
        {
            return Build(values, new Int64Array.Builder(), (b, v) => b.Append((long)Steps(v, 0)), b => b.AppendNull(), b => b.Build());
        }

        if (form == 1 && steps.All(s => s is > -(1L << 50) and < 1L << 50))
        {
            return Build(values, new DoubleArray.Builder(), (b, v) => b.Append(Number(v)), b => b.AppendNull(), b => b.Build());
        }

        // As many places as the fact has, or one more.
        var scale = type.Scale + random.Next(2);
        var bytes = new byte[16 * values.Count];
        for (var i = 0; i < values.Count; i++)
        {
            var value = values[i] is JsonNumber ? (Int128)Steps(values[i]!, scale) : 0;
            System.Buffers.Binary.BinaryPrimitives.WriteInt128LittleEndian(bytes.AsSpan(16 * i), value);
        }

        var known = values.Select(v => v is JsonNumber).ToArray();
        return new Decimal128Array(
            new ArrayData(
                new Decimal128Type(38, scale), values.Count, known.Count(k => !k), 0, [KnownOf(known), new ArrowBuffer(bytes)]));
    }

    private static Date32Array OfDays(List<JsonValue?> values) =>
        Build(
            values, new Date32Array.Builder(),
            (b, v) => b.Append(Day(v)!.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)), b => b.AppendNull(), b => b.Build());

    private static DictionaryArray OfDictionary(List<JsonValue?> values)
    {
        var words = values.OfType<JsonText>().Select(text => text.Value).Distinct().ToList();
        var indices = Build(
            values, new Int16Array.Builder(), (b, v) => b.Append((short)words.IndexOf(((JsonText)v).Value)), b => b.AppendNull(),
            b => b.Build());
        return new DictionaryArray(
            new DictionaryType(Int16Type.Default, StringType.Default, false), indices,
            new StringArray.Builder().AppendRange(words).Build());
    }

    private static TArray Build<TBuilder, TArray>(
        List<JsonValue?> values, TBuilder builder, Action<TBuilder, JsonValue> append, Action<TBuilder> appendNull,
        Func<TBuilder, TArray> build)
    {
        foreach (var value in values)
        {
            if (value is null or JsonNull)
            {
                appendNull(builder);
            }
            else
            {
                append(builder, value);
            }
        }

        return build(builder);
    }

    private static ArrowBuffer KnownOf(bool[] known)
    {
        var bits = new byte[(known.Length + 7) / 8];
        for (var i = 0; i < known.Length; i++)
        {
            bits[i >> 3] |= (byte)(known[i] ? 1 << (i & 7) : 0);
        }

        return new ArrowBuffer(bits);
    }

    private static double Number(JsonValue value) =>
        double.Parse(((JsonNumber)value).Digits, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static BigInteger Steps(JsonValue value, int scale) =>
        ExactNumber.TryRead(((JsonNumber)value).Digits, out var steps, out var own)
            ? steps * BigInteger.Pow(10, scale) / BigInteger.Pow(10, own)
            : throw new InvalidOperationException($"{((JsonNumber)value).Digits} is no number of nine places.");

    private static DateOnly? Day(JsonValue value) =>
        value is JsonText { Value: var text } && PartialDate.TryParse(text, out var date) && date.First == date.Last
            ? DateOnly.FromDayNumber(date.First)
            : null;
}
