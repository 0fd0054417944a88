namespace NegotiationRules.Analysis.Circuits;

/// <summary>A truth value that depends on variables: a node of a circuit, taken as it is or as its complement.</summary>
/// <remarks>Two edges of one circuit that are equal are one function; the reverse need not hold.</remarks>
/// <param name="Code">Twice the number of the node, and one more for its complement.</param>
internal readonly record struct Edge(int Code)
{
    /// <summary>Node 0 is the constant.</summary>
    public static Edge True => new(0);

    public static Edge False => new(1);

    public int Node => Code >> 1;

    public bool IsComplement => (Code & 1) != 0;

    public bool IsConstant => Node == 0;

    public static Edge operator !(Edge edge) => new(edge.Code ^ 1);

    /// <summary>This edge, or its complement.</summary>
    public Edge ComplementIf(bool condition) => condition ? !this : this;

    public override string ToString() => IsConstant ? (IsComplement ? "false" : "true") : (IsComplement ? "!" : "") + Node;
}
