using System.Runtime.InteropServices;

namespace NegotiationRules.Analysis.Circuits;

/// <summary>Truth values that depend on variables: and-nodes with complement edges, over leaves "variable ∈ set of cells" and over
/// sums.</summary>
/// <remarks>
/// <para>Nodes are hash-consed: what is built twice is one node. Building folds constants, and looks one level down: idempotence,
/// complements, absorption, and two leaves of one variable that meet become one. A node is younger than what it is made of, so that
/// the order of nodes is an order from the leaves up.</para>
/// <para>Only grows. Not safe to share between threads.</para>
/// </remarks>
internal sealed class Circuit
{
    private readonly List<CircuitNode> _nodes = [new(NodeKind.Constant, 0, 0)];
    private readonly Dictionary<CircuitNode, int> _numbers = [];
    private readonly List<CellSet> _sets = [];
    private readonly Dictionary<CellSet, int> _setNumbers = [];
    private readonly List<LinearSum> _sums = [];
    private readonly Dictionary<LinearSum, int> _sumNumbers = [];
    private readonly List<Variable> _variables = [];
    private readonly List<int> _fanOut = [0];

    public IReadOnlyList<Variable> Variables => _variables;

    /// <summary>Whether sums with few states become and-nodes.</summary>
    public bool WritesSumsOut { get; init; } = true;

    /// <summary>An empty circuit over the variables that this one has now, in which every sum stays a sum.</summary>
    public Circuit Empty()
    {
        var other = new Circuit { WritesSumsOut = false };
        other._variables.AddRange(_variables);
        return other;
    }

    public int NodeCount => _nodes.Count;

    public Variable NewVariable(int cellCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cellCount, 1);
        var variable = new Variable(_variables.Count, cellCount);
        _variables.Add(variable);
        return variable;
    }

    public NodeKind Kind(int node) => _nodes[node].Kind;

    /// <summary>How many and-nodes and sums read a node; who holds an edge from outside is not counted.</summary>
    public int FanOut(int node) => _fanOut[node];

    /// <summary>The two edges of an and-node.</summary>
    public (Edge Left, Edge Right) Conjuncts(int node) => (new(_nodes[node].First), new(_nodes[node].Second));

    /// <summary>The variable of a leaf.</summary>
    public Variable VariableOf(int node) => _variables[_nodes[node].First];

    /// <summary>The cells in which a leaf is true.</summary>
    public CellSet CellsOf(int node) => _sets[_nodes[node].Second];

    /// <summary>The sum of a node that is one.</summary>
    public LinearSum SumOf(int node) => _sums[_nodes[node].First];

    /// <summary>The edges that a node reads.</summary>
    public IEnumerable<Edge> EdgesOf(int node) => _nodes[node].Kind switch
    {
        NodeKind.And => [new(_nodes[node].First), new(_nodes[node].Second)],
        NodeKind.Sum => SumOf(node).Terms.Select(term => term.Edge),
        NodeKind.Constant or NodeKind.Leaf => [],
    };

    /// <summary>The variable is in one of the cells.</summary>
    public Edge Leaf(Variable variable, CellSet cells)
    {
        if (cells.IsEmpty)
            return Edge.False;
        if (cells.IsFull)
            return Edge.True;

        // Of a set and its complement the one without cell 0 is stored, so that a leaf and its negation are one node.
        var isComplement = cells.Contains(0);
        var stored = isComplement ? cells.Complement() : cells;
        ref var set = ref CollectionsMarshal.GetValueRefOrAddDefault(_setNumbers, stored, out var isKnown);
        if (!isKnown)
        {
            set = _sets.Count;
            _sets.Add(stored);
        }

        return Find(new(NodeKind.Leaf, variable.Index, set)).ComplementIf(isComplement);
    }

    /// <summary>The variable is in the cell.</summary>
    public Edge Is(Variable variable, int cell) => Leaf(variable, CellSet.Of(variable.CellCount, cell));

    public Edge And(Edge left, Edge right)
    {
        // The rules shorten one of the two and try again: a loop, since a chain may be long.
        while (true)
        {
            if (left.Code > right.Code)
                (left, right) = (right, left);
            if (left.IsConstant)
                return left == Edge.True ? right : Edge.False;
            if (left.Node == right.Node)
                return left == right ? left : Edge.False;
            if (IsSameVariable(left, right))
                return Meet(left, right);
            if (Shorten(ref left, ref right) || Shorten(ref right, ref left))
                continue;

            var (first, second) = left.Code < right.Code ? (left, right) : (right, left);
            return Find(new(NodeKind.And, first.Code, second.Code));
        }
    }

    public Edge Or(Edge left, Edge right) => !And(!left, !right);

    public Edge Implies(Edge premise, Edge conclusion) => !And(premise, !conclusion);

    public Edge Ite(Edge condition, Edge then, Edge otherwise) =>
        then == otherwise ? then : Or(And(condition, then), And(!condition, otherwise));

    public Edge Xor(Edge left, Edge right) => Ite(left, !right, right);

    public Edge All(params IEnumerable<Edge> edges) => edges.Aggregate(Edge.True, And);

    public Edge Any(params IEnumerable<Edge> edges) => edges.Aggregate(Edge.False, Or);

    /// <summary>The weights of the terms that are true add up to at least the bound.</summary>
    /// <exception cref="OverflowException">The weights are too large to be added up in 120 bits.</exception>
    public Edge AtLeast(IEnumerable<Weighted> terms, Int128 bound) => AtLeast(terms.Select(term => new[] { term }), bound);

    /// <summary>What the groups count adds up to at least the bound. A group counts the largest weight among its terms that are true, 0
    /// when none is: of exclusive terms the one that is true.</summary>
    /// <exception cref="OverflowException">The weights are too large to be added up in 120 bits.</exception>
    public Edge AtLeast(IEnumerable<IReadOnlyList<Weighted>> groups, Int128 bound) => new SumBuilder(this).AtLeast(groups, bound);

    /// <summary>The node of a sum in normal form.</summary>
    internal Edge Sum(LinearSum sum)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_sumNumbers, sum, out var isKnown);
        if (!isKnown)
        {
            number = _sums.Count;
            _sums.Add(sum);
        }

        return Find(new(NodeKind.Sum, number, 0));
    }

    /// <summary>Whether both edges are leaves of one variable, or complements of such.</summary>
    internal bool IsSameVariable(Edge left, Edge right) =>
        _nodes[left.Node] is { Kind: NodeKind.Leaf } one && _nodes[right.Node] is { Kind: NodeKind.Leaf } other && one.First == other.First;

    /// <summary>The cells in which the edge, a leaf or the complement of one, is true.</summary>
    internal CellSet TrueCells(Edge edge) => edge.IsComplement ? CellsOf(edge.Node).Complement() : CellsOf(edge.Node);

    private Edge Meet(Edge left, Edge right) => Leaf(VariableOf(left.Node), TrueCells(left).Intersect(TrueCells(right)));

    /// <summary>Whether it is plain to see that one implies the other.</summary>
    private bool IsWithin(Edge edge, Edge other) =>
        edge == other || (IsSameVariable(edge, other) && TrueCells(edge).IsSubsetOf(TrueCells(other)));

    // With b = c ∧ d or b = ¬(c ∧ d), looks for a shorter way to say a ∧ b.
    private bool Shorten(ref Edge a, ref Edge b)
    {
        if (_nodes[b.Node].Kind != NodeKind.And)
            return false;
        var (c, d) = Conjuncts(b.Node);
        if (IsWithin(a, !c) || IsWithin(a, !d))
        {
            b = b.IsComplement ? Edge.True : Edge.False;
        }
        else if (IsWithin(a, c))
        {
            b = d.ComplementIf(b.IsComplement);
        }
        else if (IsWithin(a, d))
        {
            b = c.ComplementIf(b.IsComplement);
        }
        else if (b.IsComplement)
        {
            return false;
        }
        else if (IsWithin(c, a) || IsWithin(d, a))
        {
            a = Edge.True;
        }
        else if (IsSameVariable(a, c))
        {
            (a, b) = (Meet(a, c), d);
        }
        else if (IsSameVariable(a, d))
        {
            (a, b) = (Meet(a, d), c);
        }
        else
        {
            return false;
        }

        return true;
    }

    private Edge Find(CircuitNode node)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, node, out var isKnown);
        if (!isKnown)
        {
            number = _nodes.Count;
            _nodes.Add(node);
            _fanOut.Add(0);
            foreach (var edge in EdgesOf(number))
            {
                _fanOut[edge.Node]++;
            }
        }

        return new(number << 1);
    }
}
