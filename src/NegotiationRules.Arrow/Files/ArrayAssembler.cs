using Apache.Arrow;
using Apache.Arrow.Types;
using Parquet.Schema;
using ParquetField = Parquet.Schema.Field;

namespace NegotiationRules.Arrow.Files;

/// <summary>Makes arrays of the columns of a row group: lists, objects and what is null are told by how deep entries go.</summary>
/// <param name="columns">The columns, by their paths.</param>
internal sealed class ArrayAssembler(IReadOnlyDictionary<FieldPath, LeafColumn> columns)
{
    /// <summary>Makes the array of a column of the file.</summary>
    public IArrowArray Assemble(ParquetField field) => Assemble(field, lists: 0, depth: 0);

    /// <param name="field">The field.</param>
    /// <param name="lists">How many lists are around it.</param>
    /// <param name="depth">How deep an entry goes where the element of the innermost of them is there.</param>
    private IArrowArray Assemble(ParquetField field, int lists, int depth) => field switch
    {
        StructField o => OfStruct(o, lists, depth),
        ListField { Item: DataField { IsArray: true } item } list => OfList(item, item, list.MaxDefinitionLevel + 1, lists, depth),
        ListField list => OfList(list.Item, FirstLeaf(list), list.MaxDefinitionLevel, lists, depth),
        DataField { IsArray: true } data when data.MaxRepetitionLevel > lists => OfList(data, data, data.MaxDefinitionLevel, lists, depth),
        DataField data => LeafArray.Of(columns[data.Path], data, lists, depth),
        _ => throw new NotSupportedException($"`{field.Path}` is of a kind that no fact is"),
    };

    private StructArray OfStruct(StructField field, int lists, int depth)
    {
        var column = columns[FirstLeaf(field).Path];
        var known = new KnownBuilder();
        for (var entry = 0; entry < column.Entries; entry++)
        {
            if (column.IsSlot(entry, lists, depth))
            {
                known.Add(column.Reaches(entry, field.MaxDefinitionLevel));
            }
        }

        return new StructArray(
            ParquetKinds.Of(field).DataType, known.Count, field.Fields.Select(inside => Assemble(inside, lists, depth)), known.Build(),
            known.Unknown);
    }

    /// <param name="item">Its elements.</param>
    /// <param name="leaf">A column in it.</param>
    /// <param name="inside">How deep an entry goes where there is an element; one less where the list is there, and empty.</param>
    /// <param name="lists">How many lists are around it.</param>
    /// <param name="depth">How deep an entry goes where the element of the innermost of them is there.</param>
    private ListArray OfList(ParquetField item, DataField leaf, int inside, int lists, int depth)
    {
        var column = columns[leaf.Path];
        var known = new KnownBuilder();
        var offsets = new List<int> { 0 };
        var elements = 0;
        for (var entry = 0; entry < column.Entries; entry++)
        {
            if (column.IsSlot(entry, lists, depth))
            {
                known.Add(column.Reaches(entry, inside - 1));
                offsets.Add(elements);
            }

            elements += column.IsSlot(entry, lists + 1, inside) ? 1 : 0;
            offsets[^1] = elements;
        }

        var values = item is DataField { IsArray: true } data
            ? LeafArray.Of(columns[data.Path], data, lists + 1, inside) : Assemble(item, lists + 1, inside);
        return new ListArray(
            new ListType(new Apache.Arrow.Field("element", values.Data.DataType, nullable: true)), known.Count,
            new ArrowBuffer.Builder<int>().AppendRange(offsets).Build(), values, known.Build(), known.Unknown);
    }

    private static DataField FirstLeaf(ParquetField field) => field switch
    {
        StructField o => FirstLeaf(o.Fields[0]),
        ListField list => FirstLeaf(list.Item),
        DataField data => data,
        _ => throw new NotSupportedException($"`{field.Path}` is of a kind that no fact is"),
    };
}
