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
        bag.Error("NR4100", rule.Span, $"rule `{rule.Id}` cannot be evaluated on this scenario: {why}", "correct the fact that is beyond all measure, or give it bounds in the vocabulary");
    }
}
