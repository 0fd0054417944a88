namespace NegotiationRules.Generation;

/// <summary>Rules that were written out as C#, or why they cannot be.</summary>
/// <param name="Text">The whole file; <see langword="null"/> if something cannot be written.</param>
/// <param name="Diagnostics">What cannot be written.</param>
internal sealed record GeneratedCSharp(string? Text, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The full names of the types that are written, so that whoever writes several files can tell which meet.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];
}
