namespace NegotiationRules.Build;

/// <summary>Which findings stop the build.</summary>
/// <param name="AreWarningsErrors">Whether warnings do, as <c>TreatWarningsAsErrors</c> of the project says.</param>
/// <param name="Kept">The codes that stay warnings all the same: those of <c>NoWarn</c>, which the build leaves out, and of
/// <c>WarningsNotAsErrors</c>.</param>
internal sealed record Severities(bool AreWarningsErrors, IReadOnlySet<string> Kept)
{
    /// <summary>Reads the line of the targets: true or false or nothing, a tab, and codes with commas or spaces between.</summary>
    public static Severities Parse(string line) => line.Split('\t') is [var areErrors, var kept]
        ? new Severities(
            bool.TryParse(areErrors, out var are) && are,
            kept.Split([',', ' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase))
        : throw new FormatException($"The line of the targets about warnings has two parts, with a tab between: `{line}`");

    /// <summary>Whether a finding stops the build.</summary>
    public bool IsError(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error || (AreWarningsErrors && !Kept.Contains(diagnostic.Code));
}
