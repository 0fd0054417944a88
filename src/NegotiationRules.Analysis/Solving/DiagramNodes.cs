using System.Runtime.InteropServices;
using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>The nodes of a diagram: what is the same is one node, and a node is younger than its children.</summary>
internal sealed class DiagramNodes
{
    private const int None = -1;

    // Node 0 is the constant; it lies below all levels.
    private readonly List<int> _levels;
    private readonly List<int> _starts = [0];
    private readonly List<int> _children = [];
    private readonly List<int> _next = [None];
    private int[] _buckets = [];

    public DiagramNodes(int levels)
    {
        _levels = [levels];
        Rehash(1 << 10);
    }

    public int Count => _levels.Count;

    public int Level(int node) => _levels[node];

    public Edge Child(int node, int branch) => new(_children[_starts[node] + branch]);

    /// <summary>The node with these children; <see langword="null"/> if there is none yet.</summary>
    public int? Find(int level, ReadOnlySpan<int> children)
    {
        for (var node = _buckets[Hash(level, children) & (_buckets.Length - 1)]; node != None; node = _next[node])
        {
            // What is on one level has as many children.
            if (_levels[node] == level && ChildrenFrom(_starts[node])[..children.Length].SequenceEqual(children))
            {
                return node;
            }
        }

        return null;
    }

    /// <summary>A node with children that none has yet.</summary>
    public int Add(int level, ReadOnlySpan<int> children)
    {
        if (Count > _buckets.Length)
        {
            Rehash(_buckets.Length * 2);
        }

        var node = Count;
        _levels.Add(level);
        _starts.Add(_children.Count);
        foreach (var child in children)
        {
            _children.Add(child);
        }

        _next.Add(None);
        Link(node, Hash(level, children));
        return node;
    }

    private void Link(int node, int hash)
    {
        ref var first = ref _buckets[hash & (_buckets.Length - 1)];
        (_next[node], first) = (first, node);
    }

    private void Rehash(int size)
    {
        _buckets = new int[size];
        Array.Fill(_buckets, None);
        for (var node = 1; node < Count; node++)
        {
            var end = node + 1 < Count ? _starts[node + 1] : _children.Count;
            Link(node, Hash(_levels[node], ChildrenFrom(_starts[node])[..(end - _starts[node])]));
        }
    }

    private Span<int> ChildrenFrom(int start) => CollectionsMarshal.AsSpan(_children)[start..];

    private static int Hash(int level, ReadOnlySpan<int> children)
    {
        var hash = new HashCode();
        hash.Add(level);
        foreach (var child in children)
        {
            hash.Add(child);
        }

        return hash.ToHashCode();
    }
}
