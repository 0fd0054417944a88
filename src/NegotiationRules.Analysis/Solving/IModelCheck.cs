using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>Knows more of what variables mean than a circuit says.</summary>
internal interface IModelCheck
{
    /// <summary>What is true of all variables and does not hold with these cells: none if they can be so together. Each says which cell of
    /// one variable goes with cells of others.</summary>
    /// <param name="cells">A cell for each variable of the circuit.</param>
    /// <param name="isAsked">Whether the question depends on a variable. Of others it does not matter which cell they are in.</param>
    IReadOnlyList<(Variable Of, Edge Truth)> Refute(int[] cells, Func<Variable, bool> isAsked);
}
