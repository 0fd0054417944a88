namespace NegotiationRules.Tests.Architecture;

/// <summary>A file that the page shows, by its name.</summary>
internal sealed record PageFile(string Name, string Text, bool IsLatin1);

/// <summary>One mistake on the page: the files that hold it, the report that is shown, and what is written or typed instead.</summary>
/// <param name="Files">The files, the one that is checked first; those of the chapter come last.</param>
/// <param name="Command">What is typed, if not <c>negotiate check</c>.</param>
/// <param name="Report">The report as the page shows it.</param>
/// <param name="Start">The line of the page, from 0, on which the report starts.</param>
/// <param name="Lines">How many lines of the page the report has.</param>
/// <param name="Cure">The files that take the place of others of the same name.</param>
/// <param name="CureCommand">What is typed after the cure, if something else.</param>
internal sealed record PageExample(
    IReadOnlyList<PageFile> Files, string? Command, string Report, int Start, int Lines, IReadOnlyList<PageFile> Cure, string? CureCommand)
{
    /// <summary>What is typed, in full.</summary>
    public string FullCommand => Command ?? CheckOf(Files);

    /// <summary>What the tool reports.</summary>
    public (int ExitCode, string Reports) RunMistake() => NegotiateRun.Run(FullCommand, Files);

    /// <summary>What the tool reports after the cure.</summary>
    public (int ExitCode, string Reports) RunCure() =>
        NegotiateRun.Run(CureCommand ?? FullCommand, [.. Files.Where(file => Cure.All(cured => cured.Name != file.Name)), .. Cure]);

    // Scenarios are checked against the vocabulary beside them, or the built-in one.
    private static string CheckOf(IReadOnlyList<PageFile> files)
    {
        var file = files[0].Name;
        var vocabulary = files.FirstOrDefault(other => other.Name.EndsWith(".vocabulary.json", StringComparison.Ordinal))?.Name;
        return file.EndsWith(".scenario.json", StringComparison.Ordinal)
            ? $"negotiate check --vocabulary {vocabulary ?? Vocabulary.Negotiation.Name} {file}"
            : $"negotiate check {file}";
    }
}
