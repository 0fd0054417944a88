using NegotiationRules.Conditions;
using NegotiationRules.Text;

namespace NegotiationRules.Evaluation;

/// <summary>What can go wrong when sound rules meet a sound scenario. Codes NR4100 to NR4199.</summary>
internal sealed class EvaluationDiagnostics(DiagnosticBag bag)
{
    public void OutOfRange(Rule rule, OverflowException overflow)
    {
        // The runtime's own message says nothing of negotiations.
        var why = overflow is QuantityOverflowException ? overflow.Message : "a number is too large";
        var facts = ReckonedFacts.Of(rule);
        bag.Error(
            "NR4100",
            rule.Span,
            $"rule `{rule.Id}` cannot be evaluated on this scenario: {why}",
            facts.Count == 0
                ? "correct the fact that is beyond all measure, or give it bounds in the vocabulary"
                : $"correct {Spelling.List(facts)}{(facts.Count > 1 ? ", whichever is beyond all measure," : string.Empty)} or give it "
                    + "bounds in the vocabulary: the rule reckons with it"
        );
    }

    public void TooMuchWork(Rule? rule, long steps)
    {
        var what = rule is null ? "what is asked" : $"rule `{rule.Id}`";
        var number = steps.ToString(System.Globalization.CultureInfo.InvariantCulture);
        bag.Error(
            "NR4101", rule?.Span ?? default, $"{what} cannot be worked out on this scenario within {number} steps",
            "let lists be gone over side by side rather than inside each other, or shorten them; a higher limit can be given");
    }
}
