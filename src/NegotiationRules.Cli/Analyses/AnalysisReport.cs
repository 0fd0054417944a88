using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Analyses;

/// <summary>What became of the analysis of some rule sets.</summary>
/// <param name="Files">The files, as they were named.</param>
/// <param name="Faults">What is wrong with files themselves.</param>
/// <param name="Findings">What was found, but for what is meant to be so.</param>
/// <param name="Gaps">What is not decided.</param>
/// <param name="Ignored">How many findings are meant to be so.</param>
/// <param name="Unread">How many rule sets could not be looked at, as there is something wrong with their files.</param>
internal sealed record AnalysisReport(
    IReadOnlyList<string> Files, IReadOnlyList<Finding> Faults, IReadOnlyList<SoundnessFinding> Findings, IReadOnlyList<SoundnessGap> Gaps,
    int Ignored, int Unread)
{
    public bool HasErrors => Errors > 0;

    private int Errors => Faults.Count(fault => fault.Severity == DiagnosticSeverity.Error);

    /// <summary><c>2 rule sets: 1 finding, 3 questions not decided</c>.</summary>
    public string Summary
    {
        get
        {
            var ignored = Ignored == 0 ? string.Empty : $", {Counts.Of(Ignored, "finding")} ignored with a reason";
            var found = Findings.Count > 0 ? Counts.Of(Findings.Count, "finding")
                : Faults.Count + Gaps.Count > 0 ? "nothing found" : "nothing is wrong";
            found = Errors == 0 ? found
                : Unread == Files.Count ? Counts.Of(Errors, "error") : $"{Counts.Of(Errors, "error")}, in the others {found}";
            return $"{Counts.Of(Files.Count, "rule set")}: {found}{ignored}"
                + (Gaps.Count == 0 ? string.Empty : $", {Counts.Of(Gaps.Count, "question")} not decided");
        }
    }
}
