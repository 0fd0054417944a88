using NegotiationRules.Facts;

namespace NegotiationRules.Cli.Files;

/// <summary>Finds scenarios to infer from. What is wrong with one is for those who evaluate or check it to say.</summary>
internal static class SampleScenarios
{
    /// <summary>The folder <c>scenarios</c> beside rules.</summary>
    public static string FolderBeside(string rules) =>
        Path.Combine(Directory.Exists(rules) ? rules : Path.GetDirectoryName(rules)!, "scenarios");

    /// <summary>The files in that folder.</summary>
    public static IEnumerable<string> Beside(string rules)
    {
        var folder = FolderBeside(rules);
        return Directory.Exists(folder) ? new FileFinder([FileKind.Scenario], []).Find([folder]).Select(file => file.Path) : [];
    }

    /// <summary>Those that can be read.</summary>
    public static IEnumerable<Scenario> Load(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            if (Scenario.TryLoad(file, out var scenario, out _))
            {
                yield return scenario;
            }
        }
    }
}
