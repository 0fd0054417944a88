using Apache.Arrow;
using Apache.Arrow.Types;

namespace NegotiationRules.Arrow.Tests.Support;

/// <summary>Rules with facts of every kind, and columns of them.</summary>
internal static class Talks
{
    public static RuleSet Rules { get; } = RuleSet.Parse(
        """
        { "name": "talks", "stages": ["talks"], "rules": [
          { "id": "written", "require": { "agreement.form": "written" } },
          { "id": "long", "require": { "agreement.years": { "atLeast": 10 } } },
          { "id": "cheap", "require": { "price": { "atMost": 2.5 } } },
          { "id": "early", "require": { "start": { "before": "2022-02-01" } } },
          { "id": "opened", "require": { "opens": { "before": "2022-02-01T00:00:00Z" } } },
          { "id": "military", "require": { "every": "parties", "satisfy": { "some": "delegates", "where": { "role": "military" } } } },
          { "id": "there", "require": { "agreement": { "known": true } } } ] }
        """,
        new RuleSetOptions
        {
            Vocabulary = Vocabulary.Parse("""
                { "type": "object", "properties": {
                  "agreement": { "type": "object", "properties": {
                    "form": { "enum": ["written", "oral"] }, "years": { "type": "integer", "minimum": 0, "maximum": 1000 } } },
                  "price": { "type": "number", "multipleOf": 0.01 },
                  "start": { "type": "string", "format": "date" },
                  "opens": { "type": "string", "format": "date-time" },
                  "parties": { "type": "array", "items": { "type": "object", "properties": {
                    "name": { "type": "string" },
                    "delegates": { "type": "array", "items": { "type": "object",
                      "properties": { "role": { "type": "string" } } } } } } } } }
                """),
        });

    public static RecordBatch Rows(params (string Name, IArrowArray Array)[] columns) =>
        new(
            new Schema([.. columns.Select(column => new Field(column.Name, column.Array.Data.DataType, nullable: true))], null),
            columns.Select(column => column.Array),
            columns[0].Array.Length);

    public static StringArray Texts(params string?[] values)
    {
        var builder = new StringArray.Builder();
        foreach (var value in values)
        {
            builder.Append(value);
        }

        return builder.Build();
    }

    public static Int64Array Numbers(params long?[] values)
    {
        var builder = new Int64Array.Builder();
        foreach (var value in values)
        {
            builder.Append(value);
        }

        return builder.Build();
    }

    public static StructArray Struct(int length, params (string Name, IArrowArray Array)[] fields) =>
        new(
            new StructType([.. fields.Select(field => new Field(field.Name, field.Array.Data.DataType, nullable: true))]), length,
            fields.Select(field => field.Array), ArrowBuffer.Empty);

    public static ListArray Lists(IArrowArray elements, int[] offsets, byte? known = null) =>
        new(
            new ListType(new Field("item", elements.Data.DataType, nullable: true)), offsets.Length - 1,
            new ArrowBuffer.Builder<int>().AppendRange(offsets).Build(), elements,
            known is { } bits ? new ArrowBuffer(new[] { bits }) : ArrowBuffer.Empty,
            known is { } some ? offsets.Length - 1 - int.PopCount(some) : 0);

    public static Decimal128Array Decimals(int scale, params decimal[] values)
    {
        var builder = new Decimal128Array.Builder(new Decimal128Type(20, scale));
        foreach (var value in values)
        {
            builder.Append(value);
        }

        return builder.Build();
    }

    public static TimestampArray Moments(string? zone, params DateTime[] values)
    {
        var builder = new TimestampArray.Builder(new TimestampType(TimeUnit.Microsecond, zone!));
        foreach (var value in values)
        {
            builder.Append(new DateTimeOffset(value, TimeSpan.Zero));
        }

        return builder.Build();
    }

    /// <summary>The outcomes of a rule, row by row; null where a row has none.</summary>
    public static List<string?> Of(RecordBatch outcomes, string rule)
    {
        var rules = (StructArray)outcomes.Column("rules");
        var index = ((StructType)rules.Data.DataType).GetFieldIndex(rule);
        var array = (DictionaryArray)rules.Fields[index];
        var words = (StringArray)array.Dictionary;
        var indices = (Int8Array)array.Indices;
        return
        [
            .. Enumerable.Range(0, array.Length).Select(row => array.IsNull(row) ? null : words.GetString(indices.GetValue(row)!.Value)),
        ];
    }

    public static List<string?> Errors(RecordBatch outcomes) =>
        [.. Enumerable.Range(0, outcomes.Length).Select(row => ((StringArray)outcomes.Column("error")).GetString(row))];
}
