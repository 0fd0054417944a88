using System.Numerics;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Solving;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Counts scenarios of a frame: by a diagram as long as that stays small, else part by part.</summary>
internal sealed class ScenarioCounts
{
    private const long MostNodesOfADiagram = 200_000;

    private readonly Circuit _circuit;
    private readonly IReadOnlyList<Variable> _variables;
    private readonly Budget _budget;
    private readonly DiagramBuilder? _builder;
    private readonly DiagramCounts? _diagram;
    private readonly Counter _counter;

    /// <param name="circuit">Where the edges live.</param>
    /// <param name="edges">All that will be counted: which values they tell apart.</param>
    /// <param name="variables">All that may be otherwise.</param>
    /// <param name="weight">How much a cell counts for.</param>
    /// <param name="limits">How much a diagram may cost.</param>
    /// <param name="budget">What all of it may cost.</param>
    public ScenarioCounts(
        Circuit circuit, IEnumerable<Edge> edges, IReadOnlyList<Variable> variables, Func<Variable, int, BigInteger> weight,
        AnalysisLimits limits, Budget budget)
    {
        (_circuit, _variables, _budget) = (circuit, variables, budget);
        _counter = new Counter(circuit, weight);
        var cases = CellCases.Of(circuit, edges);
        Cases = variable => cases.GetValueOrDefault(variable) ?? [[.. Enumerable.Range(0, variable.CellCount)]];
        if (variables.Count <= Diagram.MostLevels)
        {
            var small = new Budget(
                limits.Time / 3, nodes: Math.Min(limits.Nodes, MostNodesOfADiagram), cancellation: limits.CancellationToken);
            var levels = variables.Select(variable => new DiagramLevel(variable, [.. Cases(variable).Select(cells => cells[0])]));
            _builder = new DiagramBuilder(circuit, [.. levels], small);
            _diagram = new DiagramCounts(
                _builder.Diagram,
                [.. variables.Select(variable => (IReadOnlyList<BigInteger>)[.. Cases(variable).Select(cells => Sum(variable, cells))])]);
        }

        BigInteger Sum(Variable variable, IEnumerable<int> cells) =>
            cells.Aggregate(BigInteger.Zero, (sum, cell) => sum + weight(variable, cell));
    }

    /// <summary>The cells of a variable, those together that nothing tells apart.</summary>
    public Func<Variable, IReadOnlyList<IReadOnlyList<int>>> Cases { get; }

    /// <summary>The weight of the scenarios in which the edge is true; <see langword="null"/> if the budget was spent first.</summary>
    public BigInteger? Of(Edge edge) => _builder is { Diagram.IsSpent: false } && _builder.Build(edge) is { } built
        ? _diagram!.From(0, built) : _counter.Count(edge, _variables, _budget);

    /// <summary>For each case of each variable the weight of the scenarios in which it is so and the edge is true; <see langword="null"/>
    /// if the budget was spent first.</summary>
    public IReadOnlyList<IReadOnlyList<BigInteger>>? ByCase(Edge edge)
    {
        if (_builder is { Diagram.IsSpent: false } && _builder.Build(edge) is { } built)
        {
            return _diagram!.ByBranch(built);
        }

        var counted = new List<IReadOnlyList<BigInteger>>();
        foreach (var variable in _variables)
        {
            var cases = Cases(variable).Select(cells =>
                Of(_circuit.And(edge, _circuit.Leaf(variable, CellSet.Of(variable.CellCount, cells))))).ToList();
            if (cases.Exists(count => count is null))
            {
                return null;
            }

            counted.Add([.. cases.OfType<BigInteger>()]);
        }

        return counted;
    }
}
