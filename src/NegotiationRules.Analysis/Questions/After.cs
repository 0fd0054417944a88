using NegotiationRules.Evaluation;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What becomes of another scenario by the rules of a verdict.</summary>
internal static class After
{
    /// <summary>The verdict, for the same party if it was one's; <see langword="null"/> if the scenario cannot be evaluated.</summary>
    public static Verdict? Of(Verdict before, Scenario scenario)
    {
        var (bag, rules) = (new DiagnosticBag(), before.Evaluated.Rules);
        var facts = scenario.Bind(rules.Vocabulary, bag);
        if (bag.HasErrors || EvaluatedScenario.Evaluate(rules, facts, bag) is not { } evaluated)
        {
            return null;
        }

        var after = new Verdict(evaluated with { ScenarioName = before.Evaluated.ScenarioName });
        return before.Holder is { } holder ? after.For(holder) : after;
    }
}
