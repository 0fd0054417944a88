using Apache.Arrow;
using Apache.Arrow.Types;
using Parquet;
using Parquet.Schema;
using ArrowField = Apache.Arrow.Field;
using ParquetField = Parquet.Schema.Field;

namespace NegotiationRules.Arrow.Files;

/// <summary>Writes texts, numbers and structs of such into a Parquet file, a row group for each record batch.</summary>
internal static class TableWriter
{
    /// <summary>The columns of a file for a schema.</summary>
    /// <exception cref="NotSupportedException">A field is neither text nor a number nor a struct of such.</exception>
    public static ParquetSchema SchemaOf(Schema schema) => new([.. schema.FieldsList.Select(Of)]);

    /// <summary>Writes the rows.</summary>
    public static async Task WriteAsync(ParquetWriter file, ParquetSchema schema, RecordBatch rows, CancellationToken stop)
    {
        var fields = schema.GetDataFields();
        var next = 0;
        using var group = file.CreateRowGroup();
        foreach (var array in rows.Arrays.SelectMany(Leaves))
        {
            await WriteAsync(group, fields[next++], array, stop).ConfigureAwait(false);
        }

        group.CompleteValidate();
    }

    private static ParquetField Of(ArrowField field) => field.DataType switch
    {
        StructType o => new StructField(field.Name, [.. o.Fields.Select(Of)]),
        StringType or DictionaryType { ValueType: StringType } => new DataField(field.Name, typeof(string), isNullable: true),
        Int64Type => new DataField(field.Name, typeof(long), isNullable: true),
        DoubleType => new DataField(field.Name, typeof(double), isNullable: true),
        _ => throw new NotSupportedException($"`{field.Name}` cannot be written: it is {field.DataType.Name}"),
    };

    private static IEnumerable<IArrowArray> Leaves(IArrowArray array) =>
        array is StructArray o ? o.Fields.SelectMany(Leaves) : [array];

    private static Task WriteAsync(ParquetRowGroupWriter group, DataField field, IArrowArray array, CancellationToken stop) => array switch
    {
        DictionaryArray texts => WriteTextsAsync(group, field, texts, stop),
        StringArray texts => WriteAsync(group, field, array, at => texts.GetString(at).AsMemory(), stop),
        Int64Array numbers => WriteAsync(group, field, array, at => numbers.Values[at], stop),
        DoubleArray numbers => WriteAsync(group, field, array, at => numbers.Values[at], stop),
        _ => throw new NotSupportedException($"`{field.Path}` cannot be written: it is {array.Data.DataType.Name}"),
    };

    private static Task WriteTextsAsync(ParquetRowGroupWriter group, DataField field, DictionaryArray texts, CancellationToken stop)
    {
        var words = (StringArray)texts.Dictionary;
        var memories = Enumerable.Range(0, words.Length).Select(at => words.GetString(at).AsMemory()).ToArray();
        return WriteAsync(group, field, texts, at => memories[Cells.TextCells.IndexAt(texts, at)], stop);
    }

    // Everything around a value is there, so it is either as deep as can be, or one less.
    private static Task WriteAsync<T>(
        ParquetRowGroupWriter group, DataField field, IArrowArray array, Func<int, T> value, CancellationToken stop)
        where T : struct
    {
        var values = new T[array.Length - array.NullCount];
        var depths = new int[array.Length];
        var next = 0;
        for (var at = 0; at < array.Length; at++)
        {
            var isThere = array.IsValid(at);
            depths[at] = isThere ? field.MaxDefinitionLevel : field.MaxDefinitionLevel - 1;
            if (isThere)
            {
                values[next++] = value(at);
            }
        }

        return group.WriteAllPartsAsync<T>(field, values, depths, null, stop);
    }
}
