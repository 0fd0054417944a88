using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>What the evaluator has said of conditions and operands for each choice of cells: the same in all elements of a list, and in
/// all frames over the same cells.</summary>
/// <remarks>Not safe to share between threads.</remarks>
internal sealed class CellTables
{
    private const int MostRows = 2_000;

    private readonly Dictionary<Key, Array> _tables = [];

    /// <summary>The rows of a table; made if they are not there yet.</summary>
    /// <param name="node">What is read.</param>
    /// <param name="scale">The scale at which it is.</param>
    /// <param name="facts">The cells of the facts that it reads in turn, and which of those that vary each is.</param>
    /// <param name="count">How many rows there are.</param>
    /// <param name="make">Makes them.</param>
    public T[] Of<T>(Node node, int scale, ImmutableArray<(ImmutableArray<FactValue> Cells, int Number)> facts, long count, Func<T[]> make)
    {
        if (count > MostRows)
        {
            return make();
        }

        var key = new Key(typeof(T), node, scale, facts);
        if (_tables.TryGetValue(key, out var rows))
        {
            return (T[])rows;
        }

        var made = make();
        _tables[key] = made;
        return made;
    }

    // Cells are the same if they are one array.
    private readonly record struct Key(
        Type Type, Node Node, int Scale, ImmutableArray<(ImmutableArray<FactValue> Cells, int Number)> Facts)
    {
        public bool Equals(Key other) =>
            Type == other.Type && ReferenceEquals(Node, other.Node) && Scale == other.Scale && Facts.SequenceEqual(other.Facts);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(RuntimeHelpers.GetHashCode(Node));
            hash.Add(Scale);
            foreach (var fact in Facts)
            {
                hash.Add(fact);
            }

            return hash.ToHashCode();
        }
    }
}
