using System.Runtime.CompilerServices;

namespace NegotiationRules.RulesEngine.Tests;

/// <summary>Folders of the adapter know only those below them.</summary>
public sealed class LayeringTests
{
    private const string Root = "NegotiationRules.RulesEngine";

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Inputs"] = [],
        ["Originals"] = ["Inputs"],
        ["Telemetry"] = [],
        ["Actions"] = ["Originals"],
        ["Rules"] = ["Originals"],
        ["Translating"] = ["Originals", "Inputs"],
        ["Results"] = ["Originals", "Rules"],
        ["Plans"] = ["Originals", "Inputs", "Telemetry", "Rules", "Translating", "Results"],
    };

    public static TheoryData<string> Folders() => [.. Directory.GetDirectories(Source()).Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void AFolderImportsOnlyWhatLiesBelowIt(string folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Source(), folder), "*.cs"))
        {
            var lines = File.ReadAllLines(file);
            Assert.Contains($"namespace {Root}.{folder};", lines);
            var imported = lines
                .Where(line => line.StartsWith($"using {Root}.", StringComparison.Ordinal))
                .Select(line => line[$"using {Root}.".Length..].TrimEnd(';'));
            Assert.Empty(imported.Except(Allowed[folder]));
        }
    }

    private static string Source([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", Root));
}
