using NegotiationRules.Analysis;

namespace NegotiationRules;

/// <summary>Shows what a sweep found.</summary>
/// <remarks>Safe to use from any thread.</remarks>
public static class SweepRendering
{
    /// <summary>One HTML page with charts, with all it needs and no script.</summary>
    /// <param name="sweep">What was found.</param>
    public static string ToHtml(this SweepResult sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return SweepPage.Of(sweep);
    }
}
