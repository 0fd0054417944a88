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

    /// <summary>The names of the scenarios beside the rules.</summary>
    public static IReadOnlyCollection<string> NamesBeside(string rules) => [.. SampleScenarios.Beside(rules).Select(FileKinds.NameOf)];
}
