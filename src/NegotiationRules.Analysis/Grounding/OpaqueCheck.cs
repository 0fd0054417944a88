using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>Asks the evaluator what conditions without structure are in a scenario that a solver has found, and tells it otherwise if it
/// took them for something else.</summary>
/// <param name="grounder">Knows the conditions.</param>
/// <param name="frame">The scenarios.</param>
/// <param name="work">How much work may be put into one scenario.</param>
internal sealed class OpaqueCheck(Grounder grounder, Frame frame, WorkLimits work) : IModelCheck
{
    private readonly Lazy<HashSet<Variable>> _facts = new(() => [.. frame.Facts.Select(fact => fact.Variable).OfType<Variable>()]);

    public IReadOnlyList<(Variable Of, Edge Truth)> Refute(int[] cells, Func<Variable, bool> isAsked)
    {
        var truths = new List<(Variable, Edge)>();
        foreach (var open in grounder.Opaque.Where(open => isAsked(open.Is)))
        {
            // What is asked of an element that is not there is not looked at by anybody.
            if (Evaluate(open, cells) is { } truth && CellOf(truth) is var cell && cell != cells[open.Is.Index])
            {
                truths.Add((open.Is, frame.Circuit.Any(
                    [
                        frame.Circuit.Is(open.Is, cell),
                        .. Needed(open, truth, cells).Select(variable => !frame.Circuit.Is(variable, cells[variable.Index])),
                    ])));
            }
        }

        return truths;
    }

    private static int CellOf(Truth truth) => truth switch
    {
        Truth.True => 1,
        Truth.False => 2,
        _ => 0,
    };

    private Truth? Evaluate(Opaque open, int[] cells) => Opaque.Evaluate(open.Condition, open.Place, frame, cells, work);

    // What is so although a fact is unknown is so whatever the fact is: what is learnt then holds of many scenarios.
    private List<Variable> Needed(Opaque open, Truth truth, int[] cells)
    {
        if (truth == Truth.Unknown || open.Condition.All().Any(node => node is KnownTest or SettledTest or RuleReference))
        {
            return [.. open.Reads];
        }

        var tried = (int[])cells.Clone();
        var needed = new List<Variable>();
        foreach (var variable in open.Reads)
        {
            if (!_facts.Value.Contains(variable))
            {
                needed.Add(variable);
                continue;
            }

            tried[variable.Index] = Frame.Unknown;
            if (Evaluate(open, tried) != truth)
            {
                tried[variable.Index] = cells[variable.Index];
                needed.Add(variable);
            }
        }

        return needed;
    }
}
