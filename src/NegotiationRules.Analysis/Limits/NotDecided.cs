namespace NegotiationRules;

/// <summary>Why a question has no answer: neither a yes that could be shown nor a no that could be proved.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class NotDecided
{
    internal NotDecided(string reason, string? help = null) => (Reason, Help) = (reason, help);

    /// <summary>What stood in the way, as a part of a sentence without a full stop: "the 10 s that were allowed are used up".</summary>
    public string Reason { get; }

    /// <summary>What would help, as a sentence, or <see langword="null"/>.</summary>
    public string? Help { get; }

    /// <summary>"not decided", the reason, and what would help.</summary>
    public override string ToString() => Help is null ? $"not decided: {Reason}" : $"not decided: {Reason}. {Help}";
}
