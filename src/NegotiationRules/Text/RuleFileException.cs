namespace NegotiationRules;

/// <summary>A rule file or a vocabulary cannot be used. The message holds the reports of what is wrong with it.</summary>
/// <remarks>The <c>Try…</c> methods give the same diagnostics without an exception.</remarks>
public sealed class RuleFileException : Exception
{
    // A message is read by people: past this many reports they would rather have the list.
    internal const int MostReports = 100;

    internal RuleFileException(IReadOnlyList<Diagnostic> diagnostics)
        : base(MessageOf(diagnostics)) => Diagnostics = diagnostics;

    /// <summary>Everything that is wrong with the files that were read, in the order of their text; warnings too.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    internal static string MessageOf(IReadOnlyList<Diagnostic> diagnostics)
    {
        var reports = string.Join('\n', diagnostics.Take(MostReports));
        return diagnostics.Count > MostReports ? $"{reports}\n… and {diagnostics.Count - MostReports} more" : reports;
    }
}
