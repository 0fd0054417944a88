namespace NegotiationRules.Explanation.Outlines;

/// <summary>A reason, its braces filled in.</summary>
/// <param name="Text">The words.</param>
/// <param name="Language">Their language, as the rule file names it; <c>""</c> for none in particular.</param>
internal sealed record FilledReason(string Text, string Language)
{
    public ExplanationNode ToLine() => new(Text, ExplanationMark.Reason) { Language = Language };
}
