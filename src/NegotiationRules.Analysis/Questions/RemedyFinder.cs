using System.Diagnostics;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Finds remedies as they are asked for: those with few added elements, or where there are none, with more.</summary>
internal sealed class RemedyFinder(RemedyQuestion question)
{
    private static readonly int[] MostAdded = [2, 8];

    /// <summary>The frame that was looked at last.</summary>
    public RemedyFrame? Frame { get; private set; }

    /// <summary>Why there may be more than those that were found; <see langword="null"/> as long as that is not known.</summary>
    public NotDecided? Open { get; private set; }

    /// <summary>The remedies by what they cost, then the escapes. A stage that is valid, or has nothing to judge, needs none.</summary>
    public IEnumerable<FoundRemedy> Find()
    {
        if (question.Stage.Outcome is StageOutcome.Valid or StageOutcome.NotApplicable)
        {
            yield break;
        }

        var start = Stopwatch.GetTimestamp();
        foreach (var most in MostAdded)
        {
            var left = question.Limits.Time - Stopwatch.GetElapsedTime(start);
            if (RemedyFrame.TryMake(
                question, most, question.Limits with { Time = left < TimeSpan.Zero ? TimeSpan.Zero : left }) is not { } frame)
            {
                Open = new NotDecided(
                    $"the {question.Limits.Time.TotalSeconds:0.###} s that were allowed are used up", "Allow more time.");
                break;
            }

            Frame = frame;
            var isAny = false;
            foreach (var found in Frame.Remedies())
            {
                isAny = true;
                yield return found;
            }

            if (isAny || Frame.TooShort is null || Frame.Inquiry.Budget.Reached is not null)
            {
                break;
            }
        }

        if (Frame is null)
        {
            yield break;
        }

        foreach (var found in Frame.EscapesAmongRemedies.Concat(Frame.Escapes()))
        {
            yield return found;
        }

        Open ??= Frame.Inquiry.Budget.Reached is null ? Frame.WhyMore() : Frame.Inquiry.WhyUndecided();
    }
}
