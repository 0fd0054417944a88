using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Files;

/// <summary>Finds scenario files: by their paths, or by their names in the folder <c>scenarios</c> beside the rules.</summary>
internal static class ScenarioPaths
{
    /// <summary><c>postponed</c> is <c>scenarios/postponed.scenario.json</c>, unless there is a file of that name; anything else is what it
    /// is.</summary>
    public static string Resolve(string rules, string scenario)
    {
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

    /// <summary>Reads a scenario; if that cannot be done, standard error says why.</summary>
    /// <param name="rules">The rules, as they were named.</param>
    /// <param name="file">The file of the scenario.</param>
    /// <param name="terminal">Where to say it.</param>
    /// <param name="scenario">What was read.</param>
    public static bool TryLoad(string rules, string file, Terminal terminal, [NotNullWhen(true)] out Scenario? scenario)
    {
        scenario = null;
        if (!Path.Exists(file))
        {
            terminal.Report(ToolDiagnostics.NoSuchPath(file, NamesBeside(rules)));
            return false;
        }

        if (!Scenario.TryLoad(file, out scenario, out var diagnostics))
        {
            terminal.Report(diagnostics);
        }

        return scenario is not null;
    }

    /// <summary>The names of the scenarios beside the rules.</summary>
    public static IReadOnlyCollection<string> NamesBeside(string rules) => [.. SampleScenarios.Beside(rules).Select(FileKinds.NameOf)];
}
