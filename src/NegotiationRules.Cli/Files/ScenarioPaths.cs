using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Cli.Output;
using NegotiationRules.Facts;

namespace NegotiationRules.Cli.Files;

/// <summary>Finds scenarios: by their paths, by their names in the folder <c>scenarios</c> beside the rules, or on standard
/// input.</summary>
internal static class ScenarioPaths
{
    /// <summary>For the help: what a scenario may be called on the command line.</summary>
    public const string FromInput = "`-` for one on standard input";

    private const string Dash = "-";

    // What it goes by in reports.
    private const string Input = "<stdin>";

    /// <summary><c>postponed</c> is <c>scenarios/postponed.scenario.json</c>, unless there is a file of that name; anything else is what it
    /// is.</summary>
    public static string Resolve(string rules, string scenario)
    {
        if (scenario == Dash)
        {
            return Input;
        }

        if (Path.Exists(scenario) || Path.GetFileName(scenario) != scenario)
        {
            return scenario;
        }

        var ending = FileKinds.Endings[FileKind.Scenario];
        var beside = Path.Combine(
            SampleScenarios.FolderBeside(rules),
            scenario.EndsWith(ending, StringComparison.Ordinal) ? scenario : scenario + ending
        );
        return File.Exists(beside) ? beside : scenario;
    }

    /// <summary>Whether a scenario can be read from there: a file, or standard input.</summary>
    public static bool IsOne(string file) => file == Input || File.Exists(file);

    /// <summary>Reads a scenario from a file or from standard input.</summary>
    public static bool TryRead(
        string file, Terminal terminal, [NotNullWhen(true)] out Scenario? scenario, out IReadOnlyList<Diagnostic> diagnostics) =>
        file == Input
            ? Scenario.TryRead(terminal.Input, out scenario, out diagnostics, Input)
            : Scenario.TryLoad(file, out scenario, out diagnostics);

    /// <summary>Reads a scenario; if that cannot be done, standard error says why.</summary>
    /// <param name="rules">The rules, as they were named.</param>
    /// <param name="file">The file of the scenario.</param>
    /// <param name="terminal">Where to say it.</param>
    /// <param name="scenario">What was read.</param>
    public static bool TryLoad(string rules, string file, Terminal terminal, [NotNullWhen(true)] out Scenario? scenario)
    {
        scenario = null;
        if (file != Input && !Path.Exists(file))
        {
            terminal.Report(ToolDiagnostics.NoSuchPath(file, NamesBeside(rules)));
            return false;
        }

        if (!TryRead(file, terminal, out scenario, out var diagnostics))
        {
            terminal.Report(diagnostics);
            ReportLines(file, terminal);
        }

        return scenario is not null;
    }

    /// <summary>Says of a file that could not be read as a scenario, if by its name it has one in each line, how such are
    /// evaluated.</summary>
    public static void ReportLines(string file, Terminal terminal)
    {
        if (Path.GetExtension(file) is ".jsonl" or ".ndjson")
        {
            terminal.Report([ToolDiagnostics.LinesForOneScenario(file)]);
        }
    }

    /// <summary>The names of the scenarios beside the rules.</summary>
    public static IReadOnlyCollection<string> NamesBeside(string rules) => [.. SampleScenarios.Beside(rules).Select(FileKinds.NameOf)];
}
