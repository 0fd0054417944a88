namespace NegotiationRules.Facts.Columns;

/// <summary>A value that was written into a column and is not one of its type.</summary>
/// <param name="Column">The column.</param>
/// <param name="Place">The place of the value, counted from 0.</param>
internal readonly record struct ColumnFault(Column Column, int Place)
{
    public override string ToString() => $"`{Column.Path}` cannot be what was written at place {Place}";
}
