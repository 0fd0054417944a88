namespace NegotiationRules.Analysis.Solving;

/// <summary>A Boolean variable of a solver, or its negation.</summary>
/// <param name="Code">Twice the number of the variable, and one more for its negation.</param>
internal readonly record struct Literal(int Code)
{
    public int Variable => Code >> 1;

    public bool IsNegated => (Code & 1) != 0;

    public static Literal operator !(Literal literal) => new(literal.Code ^ 1);

    /// <summary>This literal, or its negation.</summary>
    public Literal NegatedIf(bool condition) => condition ? !this : this;

    public override string ToString() => IsNegated ? $"!{Variable}" : $"{Variable}";
}
