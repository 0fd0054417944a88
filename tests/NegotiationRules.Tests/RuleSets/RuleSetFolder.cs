using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.RuleSets;

/// <summary>The folders of <c>rules/</c> that hold rule sets, and the files in them; all paths from the root of the repository.</summary>
internal static class RuleSetFolder
{
    // Schemas of the file kinds, no rule set.
    private const string Schemas = "rules/schema";

    /// <summary>Every folder of <c>rules/</c>; never none.</summary>
    public static IReadOnlyList<string> All { get; } = FindAll();

    /// <summary>The files of all rule sets whose names match, in their folders or in a folder inside each.</summary>
    public static TheoryData<string> Files(string pattern, string inside = ".") =>
        [.. All.SelectMany(folder => FilesOf(folder, pattern, inside))];

    public static IReadOnlyList<string> FilesOf(string folder, string pattern, string inside = ".")
    {
        var path = Repository.At($"{folder}/{inside}");
        return Directory.Exists(path)
            ?
            [
                .. Directory
                    .GetFiles(path, pattern)
                    .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    /// <summary>A report without the folder that this checkout happens to lie in.</summary>
    public static string Relative(string report) =>
        report.Replace(Repository.At(".") + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);

    private static string[] FindAll()
    {
        var folders = Directory.GetDirectories(Repository.At("rules"))
            .Select(folder => Path.GetRelativePath(Repository.Root, folder).Replace('\\', '/'))
            .Where(folder => folder != Schemas)
            .Order(StringComparer.Ordinal)
            .ToArray();
        return folders.Length > 0
            ? folders
            : throw new InvalidOperationException($"No folder of {Repository.At("rules")} holds a rule set.");
    }
}
