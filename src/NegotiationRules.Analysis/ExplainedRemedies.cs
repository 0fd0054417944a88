using System.Diagnostics;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;

namespace NegotiationRules.Analysis;

/// <summary>Tells the cheapest remedies in an explanation.</summary>
internal static class ExplainedRemedies
{
    // Of the same cost there may be many that are told in one line.
    private const int MostLikeIt = 12;

    public static VerdictExplanation AddTo(VerdictExplanation explanation, Verdict verdict, RemedyOptions options)
    {
        var start = Stopwatch.GetTimestamp();
        return explanation.WithInSummary(stage =>
        {
            var left = options.Limits.Time - Stopwatch.GetElapsedTime(start);
            return left <= TimeSpan.Zero || verdict.Stages[stage].Outcome is StageOutcome.Valid or StageOutcome.NotApplicable ? []
                : Line(verdict, verdict.Stages[stage].Name, options with { Limits = options.Limits with { Time = left } });
        });
    }

    private static ExplanationNode[] Line(Verdict verdict, string stage, RemedyOptions options)
    {
        var found = new List<FoundRemedy>();
        foreach (var remedy in new RemedyFinder(VerdictAnalysis.QuestionOf(verdict, stage, options)).Find())
        {
            if (remedy.IsEscape || found.Count == MostLikeIt || (found.Count > 0 && remedy.Cost > found[0].Cost))
            {
                break;
            }

            found.Add(remedy);
        }

        return found.Count == 0 ? []
            : [new ExplanationNode(
                $"it would be enough that {new RemedyLines(verdict.Evaluated.Facts).Of(found)[0].Text}", ExplanationMark.Note)];
    }
}
