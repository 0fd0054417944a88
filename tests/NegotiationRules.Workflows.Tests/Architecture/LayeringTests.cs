using NegotiationRules.Tests.Architecture;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Workflows.Tests.Architecture;

/// <summary>The storeys of this project and who may import whom: downwards only. All may use the core.</summary>
public sealed class LayeringTests
{
    private const string Project = "src/NegotiationRules.Workflows";
    private const string FrontDoor = SourceFile.FrontDoor;

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Expressions"] = [],
        ["Inputs"] = ["Expressions"],
        ["Translation"] = ["Expressions", "Inputs"],
        ["Reading"] = ["Expressions", "Inputs", "Translation"],
        ["Writing"] = ["Expressions", "Reading"],
        [FrontDoor] = ["Expressions", "Inputs", "Translation", "Reading", "Writing"],
    };

    private static readonly SourceFile[] Files = ReadFiles();

    [Fact]
    public void EveryFolderIsInTheTable() =>
        Report(Files.Where(file => !Allowed.ContainsKey(file.Storey)).Select(file => $"{file.Path}: no such storey in the table"));

    [Fact]
    public void EveryFileLivesInTheNamespaceOfItsFolderAndPublicTypesInTheRoot() =>
        Report(
            from file in Files
            let expected = file.IsPublic ? "NegotiationRules" : ("NegotiationRules/" + file.Folder).TrimEnd('/').Replace('/', '.')
            where file.Types.Count > 0 && (file.Namespaces.Count != 1 || file.Namespaces[0] != expected)
            select $"{file.Path}: lives in `{string.Join(", ", file.Namespaces)}`, not in `{expected}`, each below the root namespace of "
                + "the project"
        );

    [Fact]
    public void EveryImportGoesDownwards() =>
        Report(
            new ImportScanner(Files)
                .Imports()
                .Where(import => !Allowed.GetValueOrDefault(import.From, []).Contains(import.To))
                .Select(import => import.ToString())
        );

    [Fact]
    public void AnImportUpwardsWouldBeFound()
    {
        SourceFile[] wrong =
        [
            Read(
                "Reading/Low.cs",
                "using NegotiationRules.Text;\nusing NegotiationRules.Workflows.Writing;\n\nnamespace "
                    + "NegotiationRules.Workflows.Reading;\n\ninternal sealed class Low;"
            ),
            Read("Writing/High.cs", "namespace NegotiationRules.Workflows.Writing;\n\ninternal sealed class High;"),
        ];

        var import = Assert.Single(new ImportScanner(wrong).Imports().Select(i => (i.From, i.To, i.Line)).Distinct());
        Assert.Equal(("Reading", "Writing", 2), import);
    }

    private static SourceFile[] ReadFiles()
    {
        var project = Repository.At(Project);
        var files = Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
            .Select(path => Read(Path.GetRelativePath(project, path).Replace('\\', '/'), File.ReadAllText(path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToArray();

        return files.Length > 0 ? files : throw new InvalidOperationException($"No source files in {project}.");
    }

    // The scanner knows the storeys of one project below one root namespace: the core is made another's, and this project's namespace the
    // root.
    private static SourceFile Read(string path, string text) => new(path, text
        .Replace("NegotiationRules.Workflows", "\u0001", StringComparison.Ordinal)
        .Replace("NegotiationRules", "Core", StringComparison.Ordinal)
        .Replace("\u0001", "NegotiationRules", StringComparison.Ordinal));

    private static void Report(IEnumerable<string> faults)
    {
        var all = faults.Distinct().ToArray();
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
