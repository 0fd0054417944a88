using Apache.Arrow;
using NegotiationRules.Arrow.Binding;
using NegotiationRules.Arrow.Cells;

namespace NegotiationRules.Arrow.Evaluating;

/// <summary>How many rows are evaluated together: as many as stay near the processor.</summary>
internal static class BlockSize
{
    private const int MostRows = 8192;
    private const int MostElements = 65_536;

    /// <summary>A multiple of 64, so that no two blocks share a word of bits.</summary>
    public static int Of(BoundField root, IReadOnlyList<IArrowArray> arrays, int rows)
    {
        var most = MostElementsIn(root, arrays);
        var size = MostRows;
        while (size > 64 && (Int128)size * most > (Int128)MostElements * Math.Max(1, rows))
        {
            size /= 2;
        }

        return size;
    }

    private static long MostElementsIn(BoundField field, IReadOnlyList<IArrowArray> arrays)
    {
        long most = 0;
        foreach (var inside in field.Inside)
        {
            var elements = inside.Role switch
            {
                FieldRole.Group => MostElementsIn(inside, arrays),
                FieldRole.Object or FieldRole.Statement => MostElementsIn(inside, ((StructArray)arrays[inside.Index]).Fields),
                FieldRole.List => MostElementsIn(inside, new ListCells(arrays[inside.Index]).Values),
                _ => 0,
            };
            most = Math.Max(most, elements);
        }

        return most;
    }

    private static long MostElementsIn(BoundField list, IArrowArray values) =>
        list.Inside[0].Role == FieldRole.Object
            ? Math.Max(values.Length, MostElementsIn(list.Inside[0], ((StructArray)values).Fields))
            : values.Length;
}
