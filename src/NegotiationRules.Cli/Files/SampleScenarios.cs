using NegotiationRules.Facts;
using NegotiationRules.Text;

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
    /// <param name="files">Their paths.</param>
    /// <param name="store">Where they are read from; <see langword="null"/> for the files of this machine.</param>
    public static IEnumerable<Scenario> Load(IEnumerable<string> files, FileStore? store = null)
    {
        foreach (var file in files)
        {
            if (Scenario.TryLoad(store ?? FileStore.Disk, file, out var scenario, out _, ReadingLimits.Default))
            {
                yield return scenario;
            }
        }
    }
}
