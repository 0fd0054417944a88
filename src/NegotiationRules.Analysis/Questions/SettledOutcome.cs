using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Proves that a stage comes out in one way whatever is found out, although what is known alone does not say so: it is open
/// whether one thing is so, and yet one or the other is.</summary>
internal static class SettledOutcome
{
    /// <summary>The outcome; <see langword="null"/> if there is none, or it is not proved. What further elements of a list would do is not
    /// looked into.</summary>
    public static StageOutcome? Of(RemedyQuestion question)
    {
        try
        {
            return Prove(question);
        }
        catch (BudgetSpentException)
        {
            return null;
        }
    }

    private static StageOutcome? Prove(RemedyQuestion question)
    {
        var (facts, readings) = (question.Evaluated.Facts, new RuleReadings(question.Evaluated.Facts.Type, question.Conditions));
        var stated = new StatedPaths(facts);
        var freedom = new Freedom((_, path) => stated.Contains(path), _ => 0, _ => false) { MayBeUnknown = _ => false };
        var inquiry = new Inquiry([question.Rules], question.Conditions, facts, _ => false, freedom with
        {
            // Weights that are open have no circuit of any use.
            IsFixed = (key, path) => stated.Contains(path) || readings.IsWeight(key),
        }, question.Limits);
        inquiry.Budget = inquiry.Budget;
        if (inquiry.Frame.Lists.Any(list => readings.GoesOver(list.Key) && !stated.Contains(list.Path)))
        {
            return null;
        }

        foreach (var outcome in (StageOutcome[])[StageOutcome.Valid, StageOutcome.Invalid])
        {
            var otherwise = !inquiry.Rules[0].Of(question.Stage.Name, outcome, question.Deciding);
            if (inquiry.Ask(otherwise) == Solvable.No && inquiry.WhyNoIsOpen(question.Conditions) is null)
            {
                return outcome;
            }
        }

        return null;
    }
}
