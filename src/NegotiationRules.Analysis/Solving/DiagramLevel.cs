using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>A variable as a diagram branches on it.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Cells">A cell for each branch: it stands for all that lead to the same. Cells that none stands for do not occur.</param>
internal sealed record DiagramLevel(Variable Variable, IReadOnlyList<int> Cells);
