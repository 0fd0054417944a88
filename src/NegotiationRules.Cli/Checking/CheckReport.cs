using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Checking;

/// <summary>What a check found.</summary>
/// <param name="Files">The files that were checked, as they were named.</param>
/// <param name="Findings">By file and place.</param>
internal sealed record CheckReport(IReadOnlyList<string> Files, IReadOnlyList<Finding> Findings)
{
    public int Errors => Findings.Count(finding => finding.Severity == DiagnosticSeverity.Error);

    public int Warnings => Findings.Count - Errors;

    /// <summary><c>3 files, 2 errors, 1 warning</c>.</summary>
    public string Summary =>
        Findings.Count == 0
            ? $"{Counts.Of(Files.Count, "file")}, everything fine"
            : $"{Counts.Of(Files.Count, "file")}, {Counts.Of(Errors, "error")}, {Counts.Of(Warnings, "warning")}";
}
