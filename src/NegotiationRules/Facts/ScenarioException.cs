namespace NegotiationRules;

/// <summary>A scenario cannot be used: it is not readable, or its facts are not those of the vocabulary. The message holds the
/// reports.</summary>
/// <remarks>The <c>Try…</c> methods give the same diagnostics without an exception.</remarks>
public sealed class ScenarioException : Exception
{
    internal ScenarioException(IReadOnlyList<Diagnostic> diagnostics)
        : base(RuleFileException.MessageOf(diagnostics)) => Diagnostics = diagnostics;

    /// <summary>Whether the only thing wrong is that it would take too much work.</summary>
    internal bool IsOfWork { get; init; }

    /// <summary>Everything that is wrong with the scenario, in the order of its text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
