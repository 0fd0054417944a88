using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>What a condition is in every scenario that the variables it reads make: each is made whole, and evaluated.</summary>
internal sealed class ScenarioTable
{
    private readonly Frame _frame;
    private readonly WorkLimits _work;
    private readonly Condition _condition;
    private readonly GroundPlace _place;
    private readonly IReadOnlyList<Variable> _reads;
    private readonly int[] _cells;

    public ScenarioTable(Frame frame, WorkLimits work, Condition condition, GroundPlace place, IReadOnlyList<Variable> reads)
    {
        (_frame, _work, _condition, _place, _reads) = (frame, work, condition, place, reads);
        _cells = new int[frame.Circuit.Variables.Count];

        // An element that is asked about is there, unless the condition looks at which are.
        for (var at = place; at.Outer is not null; at = at.Outer)
        {
            if (at.List is { } list && at.Outer.Read(list) is FrameList inside && inside.Elements[at.Index].Presence is { } presence)
            {
                _cells[presence.Index] = 1;
            }
        }

        var found = Tabulate(0);
        Rails = new Rails(found.GetValueOrDefault(Truth.True, Edge.False), found.GetValueOrDefault(Truth.False, Edge.False));
    }

    public Rails Rails { get; }

    private Dictionary<Truth, Edge> Tabulate(int number)
    {
        if (number == _reads.Count)
        {
            return new Dictionary<Truth, Edge>
            {
                [Opaque.Evaluate(_condition, _place, _frame, _cells, _work) ?? Truth.Unknown] = Edge.True,
            };
        }

        var variable = _reads[number];
        var before = _cells[variable.Index];
        var rows = new List<Dictionary<Truth, Edge>>();
        for (var cell = 0; cell < variable.CellCount; cell++)
        {
            _cells[variable.Index] = cell;
            rows.Add(Tabulate(number + 1));
        }

        _cells[variable.Index] = before;
        return ByCell.Merge(_frame.Circuit, variable, rows);
    }
}
