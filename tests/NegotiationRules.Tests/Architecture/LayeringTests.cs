using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Architecture;

/// <summary>The storeys of each project and who may import whom: downwards only.</summary>
public sealed class LayeringTests
{
    public static TheoryData<string> Projects { get; } = [.. Storeys.All.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void EveryProjectHasItsTable() =>
        Assert.Equal(
            Directory.GetDirectories(Repository.At("src"))
                .Where(folder => Directory.GetFiles(folder, "*.csproj").Length > 0)
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal),
            Storeys.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void EveryFolderIsInTheTable(string project)
    {
        var storeys = Storeys.All[project];
        Assert.Equal(
            storeys.Files.Select(file => file.Storey).Distinct().Order(StringComparer.Ordinal),
            storeys.Allowed.Keys.Order(StringComparer.Ordinal));
    }

    // Users write one `using`: what is public lives in the root namespace, whatever its folder.
    [Theory]
    [MemberData(nameof(Projects))]
    public void EveryFileLivesInTheNamespaceOfItsFolderAndPublicTypesInTheRoot(string project) =>
        Report(
            from file in Storeys.All[project].Files
            let expected = file.IsPublic ? Storeys.All[project].PublicNamespaces
                : [("NegotiationRules/" + file.Storey).TrimEnd('/').Replace('/', '.')]
            where file.Types.Count > 0 && (file.Namespaces.Count != 1 || !expected.Contains(file.Namespaces[0]))
            select $"{file.Path}: lives in `{string.Join(", ", file.Namespaces)}`, not in "
                + $"`{string.Join("` or `", expected)}`, with the root namespace of the project for NegotiationRules");

    [Theory]
    [MemberData(nameof(Projects))]
    public void EveryImportGoesDownwards(string project)
    {
        var storeys = Storeys.All[project];
        Report(
            storeys.Imports
                .Where(import => !storeys.Allowed.GetValueOrDefault(import.From, []).Contains(import.To))
                .Select(import => import.ToString()));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void NoStoreyImportsItselfByADetour(string project)
    {
        var storeys = Storeys.All[project];
        var imports = storeys.Imports.ToLookup(import => import.From, import => import.To);

        Report(
            from storey in storeys.Allowed.Keys
            where Reaches(storey, storey, imports, [])
            select $"{(storey == SourceFile.FrontDoor ? "the front door" : storey)} imports itself by a detour");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void NoGlobalUsingHidesAnImport(string project)
    {
        var storeys = Storeys.All[project];
        Report(
            storeys.Files
                .Where(file => file.Code.Contains("global using", StringComparison.Ordinal))
                .Select(file => file.Path)
                .Concat(
                    File.ReadLines(Repository.At($"{storeys.Path}/{project}.csproj"))
                        .Where(line => line.Contains("<Using Include=\"NegotiationRules", StringComparison.Ordinal))));
    }

    [Fact]
    public void EvaluatorsKnowTheWordsOfTheLanguageButNoSyntax()
    {
        var files = Storeys.Core.Files;
        var trees = files.Where(file => file.Storey == "Syntax").SelectMany(file => file.Types.Except(file.Enumerations)).ToHashSet();

        Report(
            from file in files
            where file.Storey is "Conditions" or "Programs" or "Evaluation"
            from tree in trees.Intersect(file.Words)
            where !files.Any(other => other.Storey != "Syntax" && other.Types.Contains(tree))
            select $"{file.Path} uses {tree}");
    }

    private static bool Reaches(string from, string to, ILookup<string, string> imports, HashSet<string> seen) =>
        imports[from].Any(next => next == to || (seen.Add(next) && Reaches(next, to, imports, seen)));

    private static void Report(IEnumerable<string> faults)
    {
        var all = faults.Distinct().ToArray();
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
