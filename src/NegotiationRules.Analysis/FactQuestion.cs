namespace NegotiationRules;

/// <summary>A fact to find out, with what each answer means.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class FactQuestion
{
    internal FactQuestion(string path, string text, string? controlledBy, IReadOnlyList<PossibleAnswer> answers) =>
        (Path, Text, ControlledBy, Answers) = (path, text, controlledBy, answers);

    /// <summary>The path of the fact, or of the list, in the scenario.</summary>
    public string Path { get; }

    /// <summary>What is asked, such as <c>whether the 2nd delegate of United States is professional</c>.</summary>
    public string Text { get; }

    /// <summary>Who can tell: the name of a party; <see langword="null"/> if the vocabulary does not say.</summary>
    public string? ControlledBy { get; }

    /// <summary>What it may turn out to be, one for each outcome.</summary>
    public IReadOnlyList<PossibleAnswer> Answers { get; }

    /// <summary>What is asked.</summary>
    public override string ToString() => Text;
}
