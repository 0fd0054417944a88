namespace NegotiationRules.Arrow.Outcomes;

/// <summary>Why a row has no outcomes, in one line.</summary>
internal static class FaultText
{
    /// <summary>The error that is told.</summary>
    public static Diagnostic FirstOf(IReadOnlyList<Diagnostic> diagnostics) =>
        diagnostics.First(one => one.Severity == DiagnosticSeverity.Error);

    /// <summary>The first error with its help, and how many more there are.</summary>
    public static string Of(IReadOnlyList<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).ToList();
        var help = errors[0].Help is { } text ? $" ({text})" : string.Empty;
        var more = errors.Count > 1 ? $", and {errors.Count - 1} more" : string.Empty;
        return $"{errors[0].Message}{help}{more}";
    }
}
