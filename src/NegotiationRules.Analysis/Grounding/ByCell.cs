using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>Puts together what was found for each cell of a variable.</summary>
internal static class ByCell
{
    /// <summary>Where each value comes out, from where it does in each cell. Cells in which it does in the same places belong
    /// together.</summary>
    public static Dictionary<T, Edge> Merge<T>(Circuit circuit, Variable variable, IReadOnlyList<Dictionary<T, Edge>> rows)
        where T : notnull
    {
        var places = new Dictionary<T, Dictionary<Edge, List<int>>>();
        for (var cell = 0; cell < rows.Count; cell++)
        {
            foreach (var (value, where) in rows[cell])
            {
                if (!places.TryGetValue(value, out var same))
                {
                    places.Add(value, same = []);
                }

                if (!same.TryGetValue(where, out var cells))
                {
                    same.Add(where, cells = []);
                }

                cells.Add(cell);
            }
        }

        return places.ToDictionary(place => place.Key, place => circuit.Any(place.Value.Select(same =>
            circuit.And(circuit.Leaf(variable, CellSet.Of(rows.Count, same.Value)), same.Key))));
    }
}
