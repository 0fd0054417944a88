using NegotiationRules.Analysis.Questions;

namespace NegotiationRules.Analysis.Telling;

/// <summary>One way to go, or several that differ only in who goes it.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="By">Who can do it; empty if nobody says.</param>
/// <param name="Remedies">The remedies that it tells of.</param>
internal sealed record RemedyLine(string Text, IReadOnlyList<string> By, IReadOnlyList<FoundRemedy> Remedies)
{
    public FoundRemedy First => Remedies[0];

    /// <summary>The text, with who can do it: "… (up to Russia or United States)".</summary>
    public override string ToString() => Text;
}
