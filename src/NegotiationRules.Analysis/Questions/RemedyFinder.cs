using System.Diagnostics;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Finds remedies as they are asked for: those with few added elements, or where there are none, with more.</summary>
internal sealed class RemedyFinder(RemedyQuestion question)
{
    private static readonly int[] MostAdded = [1, 4];

    /// <summary>The frame that was looked at last.</summary>
    public RemedyFrame? Frame { get; private set; }

    /// <summary>Why there may be more than those that were found; <see langword="null"/> as long as that is not known.</summary>
    public NotDecided? Open { get; private set; }

    /// <summary>The remedies by what they cost, then the escapes. A stage that is valid needs none.</summary>
    public IEnumerable<FoundRemedy> Find()
    {
        if (question.Stage.Outcome == StageOutcome.Valid)
        {
            yield break;
        }

        var start = Stopwatch.GetTimestamp();
        foreach (var most in MostAdded)
        {
            var left = question.Limits.Time - Stopwatch.GetElapsedTime(start);
            Frame = new RemedyFrame(question, most, question.Limits with { Time = left < TimeSpan.Zero ? TimeSpan.Zero : left });
            var isAny = false;
            foreach (var found in Frame.Remedies())
            {
                isAny = true;
                yield return found;
            }

            if (isAny || !Frame.MayGrow || Frame.Inquiry.Budget.Reached is not null)
            {
                break;
            }
        }

        foreach (var found in Frame!.EscapesAmongRemedies.Concat(Frame.Escapes()))
        {
            yield return found;
        }

        Open = Frame.Inquiry.Budget.Reached is null ? Frame.WhyMore() : Frame.Inquiry.WhyUndecided();
    }
}
