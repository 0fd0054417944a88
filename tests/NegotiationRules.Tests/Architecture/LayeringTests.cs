using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Architecture;

/// <summary>The storeys of the core and who may import whom: downwards only.</summary>
public sealed class LayeringTests
{
    private const string Project = "src/NegotiationRules";
    private const string FrontDoor = SourceFile.FrontDoor;

    private static readonly string[] UpToEvaluation = ["Text", "Facts", "Syntax", "Conditions", "Checking", "Programs", "Evaluation"];

    // The front door and Testing may both import everything; that they do not import each other in a circle is a test of its own.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Text"] = [],
        ["Facts"] = ["Text"],
        ["Syntax"] = ["Text"],
        // Of Syntax only the words of the language, its enumerations: a test of its own sees to that.
        ["Conditions"] = ["Text", "Facts", "Syntax"],
        ["Checking"] = ["Text", "Facts", "Syntax", "Conditions"],
        ["Programs"] = ["Facts", "Conditions", "Syntax"],
        ["Evaluation"] = ["Text", "Facts", "Conditions", "Programs", "Syntax"],
        ["Analysis"] = UpToEvaluation,
        ["Explanation"] = [.. UpToEvaluation, "Analysis"],
        ["Testing"] = [.. UpToEvaluation, "Analysis", "Explanation", FrontDoor],
        [FrontDoor] = [.. UpToEvaluation, "Analysis", "Explanation", "Testing"],
    };

    private static readonly SourceFile[] Files = ReadFiles();
    private static readonly Import[] Imports = [.. new ImportScanner(Files).Imports()];

    [Fact]
    public void EveryFolderIsInTheTable() =>
        Report(Files.Where(file => !Allowed.ContainsKey(file.Storey)).Select(file => $"{file.Path}: no such storey in the table"));

    // Users write one `using`: what is public lives in the root namespace, whatever its folder.
    [Fact]
    public void EveryFileLivesInTheNamespaceOfItsFolderAndPublicTypesInTheRoot() =>
        Report(
            from file in Files
            let expected = file.IsPublic ? "NegotiationRules" : ("NegotiationRules/" + file.Folder).TrimEnd('/').Replace('/', '.')
            where file.Types.Count > 0 && (file.Namespaces.Count != 1 || file.Namespaces[0] != expected)
            select $"{file.Path}: lives in `{string.Join(", ", file.Namespaces)}`, not in `{expected}`");

    [Fact]
    public void EveryImportGoesDownwards() =>
        Report(
            Imports.Where(import => !Allowed.GetValueOrDefault(import.From, []).Contains(import.To)).Select(import => import.ToString())
        );

    [Fact]
    public void EvaluatorsKnowTheWordsOfTheLanguageButNoSyntax()
    {
        var trees = Files.Where(file => file.Storey == "Syntax").SelectMany(file => file.Types.Except(file.Enumerations)).ToHashSet();

        Report(
            from file in Files
            where file.Storey is "Conditions" or "Programs" or "Evaluation"
            from tree in trees.Intersect(file.Words)
            where !Files.Any(other => other.Storey != "Syntax" && other.Types.Contains(tree))
            select $"{file.Path} uses {tree}");
    }

    [Fact]
    public void NoStoreyImportsItselfByADetour()
    {
        var imports = Imports.ToLookup(import => import.From, import => import.To);

        Report(
            from storey in Files.Select(file => file.Storey).Distinct()
            where Reaches(storey, storey, imports, [])
            select $"{(storey == FrontDoor ? "the front door" : storey)} imports itself by a detour");
    }

    [Fact]
    public void NoGlobalUsingHidesAnImport() =>
        Report(
            Files
                .Where(file => file.Code.Contains("global using", StringComparison.Ordinal))
                .Select(file => file.Path)
                .Concat(
                    File.ReadLines(Repository.At(Project + "/NegotiationRules.csproj"))
                        .Where(line => line.Contains("<Using ", StringComparison.Ordinal))
                )
        );

    private static bool Reaches(string from, string to, ILookup<string, string> imports, HashSet<string> seen) =>
        imports[from].Any(next => next == to || (seen.Add(next) && Reaches(next, to, imports, seen)));

    private static SourceFile[] ReadFiles()
    {
        var project = Repository.At(Project);
        var files = Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
            .Select(path => new SourceFile(Path.GetRelativePath(project, path).Replace('\\', '/'), File.ReadAllText(path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToArray();

        return files.Length > 0 ? files : throw new InvalidOperationException($"No source files in {project}.");
    }

    private static void Report(IEnumerable<string> faults)
    {
        var all = faults.Distinct().ToArray();
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
