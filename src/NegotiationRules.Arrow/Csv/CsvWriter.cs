using System.Buffers;
using System.Globalization;
using System.Text;
using Apache.Arrow;
using Apache.Arrow.Types;
using NegotiationRules.Arrow.Cells;

namespace NegotiationRules.Arrow.Csv;

/// <summary>Writes columns of texts and numbers as lines with commas; what is in structs by its path.</summary>
internal sealed class CsvWriter(IBufferWriter<byte> output)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    private readonly List<Func<int, byte[]>> _cells = [];

    /// <summary>Writes the names of the columns.</summary>
    /// <exception cref="NotSupportedException">A column has values of another kind.</exception>
    public void WriteNames(Schema schema)
    {
        var separator = string.Empty;
        foreach (var name in schema.FieldsList.SelectMany(field => NamesOf(field, string.Empty)))
        {
            Write(separator + Quoted(name));
            separator = ",";
        }

        Write("\n");
    }

    /// <summary>Writes rows.</summary>
    public void Write(RecordBatch rows)
    {
        _cells.Clear();
        _cells.AddRange(rows.Arrays.SelectMany(LeavesOf).Select(CellsOf));
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < _cells.Count; column++)
            {
                if (column > 0)
                {
                    output.Write(","u8);
                }

                output.Write(_cells[column](row));
            }

            output.Write("\n"u8);
        }
    }

    private static IEnumerable<string> NamesOf(Field field, string around) => field.DataType switch
    {
        StructType o => o.Fields.SelectMany(inside => NamesOf(inside, $"{around}{field.Name}.")),
        StringType or Int64Type or DoubleType or DictionaryType { ValueType: StringType } => [around + field.Name],
        _ => throw new NotSupportedException($"`{around}{field.Name}` cannot be written: it is {field.DataType.Name}"),
    };

    private static IEnumerable<IArrowArray> LeavesOf(IArrowArray array) =>
        array is StructArray o ? o.Fields.SelectMany(LeavesOf) : [array];

    private static Func<int, byte[]> CellsOf(IArrowArray array)
    {
        switch (array)
        {
            case DictionaryArray texts:
                var words = (StringArray)texts.Dictionary;
                var cells = Enumerable.Range(0, words.Length).Select(at => Encoding.UTF8.GetBytes(Quoted(words.GetString(at)))).ToArray();
                return at => texts.IsNull(at) ? [] : cells[TextCells.IndexAt(texts, at)];
            case StringArray texts:
                return at => texts.IsNull(at) ? [] : Encoding.UTF8.GetBytes(Quoted(texts.GetString(at)));
            case Int64Array numbers:
                return at => numbers.IsNull(at) ? [] : BytesOf(numbers.Values[at]);
            case DoubleArray numbers:
                return at => numbers.IsNull(at) ? [] : BytesOf(numbers.Values[at]);
            default:
                throw new NotSupportedException($"a column cannot be written: it is {array.Data.DataType.Name}");
        }
    }

    private static byte[] BytesOf(IFormattable number) => Encoding.UTF8.GetBytes(number.ToString(null, CultureInfo.InvariantCulture));

    // A text without anything in it is not the same as none.
    private static string Quoted(string text) =>
        text.Length == 0 || text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private void Write(string text) => Encoding.UTF8.GetBytes(text, output);
}
