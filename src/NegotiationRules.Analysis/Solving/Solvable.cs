namespace NegotiationRules.Analysis.Solving;

/// <summary>Whether a question has a solution.</summary>
internal enum Solvable
{
    /// <summary>The budget was spent first.</summary>
    Undecided,

    /// <summary>There is none: a proof.</summary>
    No,

    /// <summary>There is one: the model.</summary>
    Yes,
}
