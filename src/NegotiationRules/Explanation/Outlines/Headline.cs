namespace NegotiationRules.Explanation.Outlines;

/// <summary>The parts of a line that is a verdict, for renderings that set them apart.</summary>
/// <param name="Name">Of what: a rule's title, or its id; a stage; a rule set with its version.</param>
/// <param name="Outcome">In words: "violated".</param>
/// <param name="Remarks">What stands behind it in brackets: the strength and the id of a rule.</param>
/// <param name="IsRequired">Whether the outcome of the stage hangs on it.</param>
/// <param name="Holder">Whose rule it is, by name; <see langword="null"/> if it is nobody's, or no rule.</param>
internal sealed record Headline(string Name, string Outcome, IReadOnlyList<string> Remarks, bool IsRequired = true, string? Holder = null)
{
    private readonly string _text = $"{Name}: {Outcome}{(Remarks.Count == 0 ? string.Empty : $" ({string.Join("; ", Remarks)})")}";

    public override string ToString() => _text;
}
