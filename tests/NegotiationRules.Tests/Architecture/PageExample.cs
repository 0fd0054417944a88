namespace NegotiationRules.Tests.Architecture;

/// <summary>A file that the page shows, by its name.</summary>
internal sealed record PageFile(string Name, string Text, bool IsLatin1);

/// <summary>One mistake on the page: the files that hold it, the report that is shown, and what is written or typed instead.</summary>
/// <param name="Code">The code that it shows; empty for what stands before the first one.</param>
/// <param name="Files">The files, the one that is checked first; those of the chapter come last.</param>
/// <param name="Command">What is typed, if not <c>negotiate check</c>.</param>
/// <param name="Report">The report as the page shows it.</param>
/// <param name="Start">The line of the page, from 0, on which the report starts.</param>
/// <param name="Lines">How many lines of the page the report has.</param>
/// <param name="Cure">The files that take the place of others of the same name.</param>
/// <param name="CureCommand">What is typed after the cure, if something else.</param>
internal sealed record PageExample(
    string Code, IReadOnlyList<PageFile> Files, string? Command, string Report, int Start, int Lines,
    IReadOnlyList<PageFile> Cure, string? CureCommand
)
{
    // Whatever rule set is written as a workflow, these are reported.
    private static readonly string[] OfEveryRuleSet = ["NR7301", "NR7305"];

    /// <summary>Whether nothing cures it, because it is reported whatever stands in the file.</summary>
    public bool IsReportedAlways => OfEveryRuleSet.Contains(Code);

    /// <summary>What is typed, in full.</summary>
    public string FullCommand => Command ?? CheckOf(Files);

    /// <summary>What the tool reports.</summary>
    public (int ExitCode, string Reports) RunMistake() => Run(FullCommand, Files);

    /// <summary>What the tool reports after the cure.</summary>
    public (int ExitCode, string Reports) RunCure() =>
        Run(CureCommand ?? FullCommand, [.. Files.Where(file => Cure.All(cured => cured.Name != file.Name)), .. Cure]);

    private (int ExitCode, string Reports) Run(string command, IEnumerable<PageFile> files)
    {
        var (exitCode, reports) = NegotiateRun.Run(command, files);
        var others = OfEveryRuleSet.Where(code => code != Code).Select(code => $"warning {code}: ");
        return (
            exitCode,
            string.Join(
                "\n\n",
                reports.Split("\n\n").Where(report => !others.Any(other => report.StartsWith(other, StringComparison.Ordinal)))
            )
        );
    }

    // Scenarios and workflows are checked against the vocabulary beside them; without one, scenarios against the built-in one.
    private static string CheckOf(IReadOnlyList<PageFile> files)
    {
        var file = files[0].Name;
        var vocabulary = files.FirstOrDefault(other => other.Name.EndsWith(".vocabulary.json", StringComparison.Ordinal))?.Name;
        return file.EndsWith(".scenario.json", StringComparison.Ordinal)
                ? $"negotiate check --vocabulary {vocabulary ?? Vocabulary.Negotiation.Name} {file}"
            : file.EndsWith(".workflow.json", StringComparison.Ordinal) && vocabulary is not null
                ? $"negotiate check --vocabulary {vocabulary} {file}"
            : $"negotiate check {file}";
    }
}
