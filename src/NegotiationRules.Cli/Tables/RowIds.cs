using Apache.Arrow;
using Apache.Arrow.Types;
using NegotiationRules.Arrow.Binding;
using NegotiationRules.Arrow.Cells;
using NegotiationRules.Arrow.Rows;
using NegotiationRules.Cli.Verdicts;

namespace NegotiationRules.Cli.Tables;

/// <summary>What the rows of a record batch are called: their numbers, from 1, or what a column says.</summary>
/// <param name="column">The column; <see langword="null"/> for the numbers.</param>
/// <param name="before">How many rows there were before.</param>
internal sealed class RowIds(IArrowArray? column, long before)
{
    /// <summary>Whether a column can name rows.</summary>
    public static bool AreNames(IArrowType type) => TextCells.Are(ColumnKinds.ValuesOf(type)) || AreWhole(type);

    /// <summary>Whether a column holds whole numbers that fit into 64 bits with a sign.</summary>
    public static bool AreWhole(IArrowType type) =>
        type is Int8Type or Int16Type or Int32Type or Int64Type or UInt8Type or UInt16Type or UInt32Type;

    public long NumberOf(int row) => before + row + 1;

    /// <summary>The name as JSON; empty if the column says none.</summary>
    public string JsonOf(int row) =>
        TextOf(row) is not { } text ? string.Empty : AreWhole(column!.Data.DataType) ? text : OutcomeLine.Quoted(text);

    /// <summary>The name; <see langword="null"/> if no column says it.</summary>
    public string? TextOf(int row) => column is null || column.IsNull(row) ? null : RowValue.Of(column, row);
}
