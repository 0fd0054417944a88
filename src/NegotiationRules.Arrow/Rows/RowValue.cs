using System.Text;
using Apache.Arrow;
using NegotiationRules.Arrow.Cells;

namespace NegotiationRules.Arrow.Rows;

/// <summary>A text or a whole number as text.</summary>
internal static class RowValue
{
    public static string Of(IArrowArray array, int at) => array switch
    {
        DictionaryArray dictionary => Of(dictionary.Dictionary, TextCells.IndexAt(dictionary, at)),
        _ when TextCells.Are(array.Data.DataType) => Encoding.UTF8.GetString(new TextCells(array)[at]),
        _ => WholeText.Of(array, at) ?? throw new NotSupportedException(array.Data.DataType.Name),
    };
}
