namespace NegotiationRules.Analysis.Circuits;

/// <summary>What a node of a circuit is.</summary>
internal enum NodeKind
{
    /// <summary>True. Only node 0 is.</summary>
    Constant,

    /// <summary>A variable is in a set of cells.</summary>
    Leaf,

    /// <summary>Two edges are both true.</summary>
    And,

    /// <summary>A weighted sum reaches a bound.</summary>
    Sum,
}

/// <summary>A node, as it is stored and as it is found again.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="First">Of a leaf the variable, of an and-node the code of the first edge, of a sum its number.</param>
/// <param name="Second">Of a leaf the number of its set, of an and-node the code of the second edge.</param>
internal readonly record struct CircuitNode(NodeKind Kind, int First, int Second);
