using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Tests.Grounding;

/// <summary>The conditions of a rule set, grounded around a scenario of which all may be otherwise.</summary>
internal sealed class GroundedCase
{
    private readonly WorkLimits _work;

    public GroundedCase(RuleSet rules, Scenario scenario, int added, GroundLimits limits, Func<string, bool>? isFixed = null)
    {
        _work = rules.Checked.Work;
        var facts = scenario.Bind(rules.Vocabulary, new DiagnosticBag());
        Conditions = [.. rules.Rules.SelectMany(rule => new[] { rule.When, rule.Require, rule.Deadline }.OfType<Condition>())];
        var finder = new CellFinder(facts.Type, Conditions, new FixedFacts(StatedValues.Of(facts), isFixed ?? (_ => false)));
        var freedom = new Freedom((key, _) => isFixed?.Invoke(key) == true, _ => added, _ => true);
        Frame = new FrameBuilder(new Circuit(), finder, freedom).Around(facts);
        Grounder = new Grounder(Frame, _work, limits);
        Rails = [.. Conditions.Select(condition => Grounder.Of(condition, Grounder.Scenario))];
    }

    public IReadOnlyList<Condition> Conditions { get; }

    public IReadOnlyList<Rails> Rails { get; }

    public Frame Frame { get; }

    public Grounder Grounder { get; }

    /// <summary>A cell for each variable.</summary>
    public int[] Choose(Random random) =>
        Settle([.. Frame.Circuit.Variables.Select(variable => random.Next(3) == 0 ? 0 : random.Next(variable.CellCount))]);

    /// <summary>The same cells, those of opaque conditions as the evaluator says.</summary>
    public int[] Settle(int[] cells)
    {
        foreach (var open in Grounder.Opaque)
        {
            cells[open.Is.Index] = Opaque.Evaluate(open.Condition, open.Place, Frame, cells, _work) switch
            {
                Truth.True => 1,
                Truth.False => 2,
                _ => 0,
            };
        }

        return cells;
    }

    /// <summary>What a condition is with these cells, by the evaluator; <see langword="null"/> if it cannot be evaluated.</summary>
    public Truth? Evaluate(Condition condition, int[] cells)
    {
        try
        {
            return TreeWalk.Evaluate(condition, Scope.Of(Frame.Materialise(cells), _work));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The scenario with these cells.</summary>
    public string Tell(int[] cells) => JsonPrinter.Print(FactText.ToJson(Frame.Materialise(cells), Frame.Root.Type), indented: true);

    /// <summary>The same by its circuit.</summary>
    public Truth Read(Rails rails, int[] cells)
    {
        var evaluation = new CircuitEvaluation(Frame.Circuit, cells);
        return evaluation.IsTrue(rails.True) ? Truth.True : evaluation.IsTrue(rails.False) ? Truth.False : Truth.Unknown;
    }
}
