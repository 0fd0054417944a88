using System.Numerics;
using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Draws scenarios by lot from all those that were to be counted, and evaluates each.</summary>
/// <remarks>Each value of a free fact comes as often as it counts for. Values that no rule tells apart come as the first of them: the
/// outcome is the same.</remarks>
/// <param name="rules">The rules.</param>
/// <param name="frame">All scenarios.</param>
/// <param name="free">How much each value counts for.</param>
internal sealed class DrawnScenarios(CheckedRuleSet rules, Frame frame, FreeFacts free)
{
    /// <summary>Why there is no count, and that there may be an estimate.</summary>
    public static NotDecided Offer(NotDecided why) =>
        new(why.Reason, $"{why.Help} Or have it estimated from samples (`Samples`; on the command line, `--sample 10000`).".TrimStart());

    /// <summary>What became of a stage in so many of them; <see langword="null"/>, with the reason, if one cannot be evaluated.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="number">How many.</param>
    /// <param name="seed">What is drawn hangs on it alone.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <param name="whyNot">Why there is no answer.</param>
    public DrawnOutcomes? Draw(string stage, int number, int seed, CancellationToken cancellation, out NotDecided? whyNot)
    {
        var lots = new Lots(seed);
        List<(int Variable, BigInteger[] Ends)> urns =
        [
            .. frame.Facts.Where(fact => fact.Variable is not null).Select(fact => (fact.Variable!.Value.Index, EndsOf(fact.Key))),
        ];
        var cells = new int[frame.Circuit.Variables.Count];
        var drawn = new DrawnOutcomes(number, [.. rules.Rules.Where(rule => rule.Stage == stage && GroundRules.Decides(rule))]);
        for (var one = 0; one < number; one++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (variable, ends) in urns)
            {
                cells[variable] = FirstBeyond(ends, lots.Below(ends[^1]));
            }

            var faults = new DiagnosticBag();
            if (EvaluatedScenario.Evaluate(rules, frame.Materialise(cells), faults) is not { } evaluated)
            {
                whyNot = new NotDecided($"one of the scenarios that were drawn cannot be evaluated: {faults.All[0].Message}");
                return null;
            }

            drawn.Add(new Verdict(evaluated).Stage(stage));
        }

        whyNot = null;
        return drawn;
    }

    // Values that do not occur are passed over, as they end where the one before them does.
    private static int FirstBeyond(BigInteger[] ends, BigInteger lot)
    {
        var (low, high) = (0, ends.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ends[middle] > lot ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    // Where each value ends if all are laid side by side, each as wide as it counts for.
    private BigInteger[] EndsOf(string key)
    {
        var values = free.Of(key);
        var ends = new BigInteger[values.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = (i == 0 ? BigInteger.Zero : ends[i - 1]) + values[i].Weight;
        }

        return ends;
    }
}
