using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Architecture;

/// <summary>Nothing that ships brings a compiler along.</summary>
public sealed partial class DependencyClosureTests
{
    public static TheoryData<string> PackableProjects() =>
    [
        .. ProjectInSolution().Matches(File.ReadAllText(Repository.At("NegotiationRules.sln")))
            .Select(match => match.Groups[1].Value.Replace('\\', '/'))
            .Where(path => !File.ReadAllText(Repository.At(path)).Contains("<IsPackable>false", StringComparison.Ordinal))
    ];

    [Theory]
    [MemberData(nameof(PackableProjects))]
    public void NoPackageBringsACompilerAlong(string project)
    {
        var assets = Repository.At($".artifacts/obj/{Path.GetFileNameWithoutExtension(project)}/project.assets.json");
        Assert.True(File.Exists(assets), $"{assets} is not there: run `dotnet restore NegotiationRules.sln` first.");
        var isTool = File.ReadAllText(Repository.At(project)).Contains("<PackAsTool>true", StringComparison.Ordinal);

        var files = new DependencyClosure(File.ReadAllText(assets), isTool, IsOfOrleans).RuntimeFiles();

        // Every package here has dependencies with run-time files; an empty list would mean that the walk found nothing to look at.
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, IsCompiler);
    }

    [Fact]
    public void ACompilerThatOrleansItselfBringsIsPassedOverButNotOneThatComesByAnotherWay()
    {
        const string Compiler = "net10.0: Microsoft.CodeAnalysis.Common/4.3.1: lib/net6.0/Microsoft.CodeAnalysis.dll";

        Assert.Contains(Compiler, MadeUp("Microsoft.Orleans.Sdk").RuntimeFiles());
        Assert.Empty(MadeUp("Microsoft.Orleans.Sdk", isPassedOver: IsOfOrleans).RuntimeFiles());
        Assert.Contains(Compiler, MadeUp("Scripting", isPassedOver: IsOfOrleans).RuntimeFiles());
    }

    [Fact]
    public void ACompilerBroughtInThroughAnotherPackageIsFound() =>
        Assert.Equal(
            [
                "net10.0: Microsoft.CodeAnalysis.Common/4.3.1: lib/net6.0/Microsoft.CodeAnalysis.dll",
                "net8.0/linux-x64: Microsoft.CodeAnalysis.Common/4.3.1: runtimes/unix/lib/net6.0/Microsoft.CodeAnalysis.dll",
            ],
            MadeUp("Scripting").RuntimeFiles().Where(IsCompiler).Order(StringComparer.Ordinal));

    [Fact]
    public void ACompilerInAPackageOfAnotherNameIsFound() =>
        Assert.Equal(
            ["net10.0: Repacked/1.0.0: lib/net6.0/Microsoft.CodeAnalysis.CSharp.dll"],
            MadeUp("Repacked").RuntimeFiles().Where(IsCompiler));

    [Fact]
    public void AnAnalyzerWithoutRunTimeFilesDoesNotCount() => Assert.Empty(MadeUp("Analyzers").RuntimeFiles());

    [Fact]
    public void APrivateDependencyCountsForAToolOnly()
    {
        const string Compiler = "net10.0: Microsoft.CodeAnalysis.Common/4.3.1: lib/net6.0/Microsoft.CodeAnalysis.dll";

        Assert.Empty(MadeUp("Scripting", suppressParent: "All").RuntimeFiles());
        Assert.Contains(Compiler, MadeUp("Scripting", suppressParent: "All", isTool: true).RuntimeFiles());
    }

    // By the names of the files too: a compiler in a package with another name is a compiler all the same.
    private static bool IsCompiler(string file) => CompilerName().IsMatch(file);

    // All packages of Orleans 10 name the compiler among their dependencies: whoever has Orleans has it, with our package or without. That
    // negotiations do not load it, a test of theirs sees to.
    private static bool IsOfOrleans(string package) => package.StartsWith("Microsoft.Orleans.", StringComparison.OrdinalIgnoreCase);

    private static DependencyClosure MadeUp(
        string dependsOn, string suppressParent = "None", bool isTool = false, Func<string, bool>? isPassedOver = null)
    {
        var dependencies = $$"""{ "dependencies": { "{{dependsOn}}": { "suppressParent": "{{suppressParent}}" } } }""";
        return new DependencyClosure(
            $$"""
            {
              "targets": {
                "net10.0": {
                  "Scripting/1.0.0": { "dependencies": { "Microsoft.CodeAnalysis.Common": "4.0.0", "System.Memory": "4.5.0" } },
                  "Microsoft.CodeAnalysis.Common/4.3.1": { "runtime": { "lib/net6.0/Microsoft.CodeAnalysis.dll": {} } },
                  "Repacked/1.0.0": { "runtime": { "lib/net6.0/Microsoft.CodeAnalysis.CSharp.dll": {} } },
                  "Microsoft.Orleans.Sdk/10.4.2": { "dependencies": { "Microsoft.CodeAnalysis.Common": "4.3.1" } },
                  "Analyzers/1.0.0": { "dependencies": { "Microsoft.CodeAnalysis.Analyzers": "3.3.3" } },
                  "Microsoft.CodeAnalysis.Analyzers/3.3.3": { "runtime": { "lib/net6.0/_._": {} },
                  "build": { "build/Microsoft.CodeAnalysis.Analyzers.props": {} } }
                },
                "net8.0/linux-x64": {
                  "Scripting/1.0.0": { "dependencies": { "microsoft.codeanalysis.common": "4.0.0" } },
                  "Microsoft.CodeAnalysis.Common/4.3.1": { "runtimeTargets": { "runtimes/unix/lib/net6.0/Microsoft.CodeAnalysis.dll": {} } }
                }
              },
              "project": {
                "restore": { "frameworks": { "net10.0": {}, "net8.0": {} } },
                "frameworks": { "net10.0": {{dependencies}}, "net8.0": {{dependencies}} }
              }
            }
            """,
            isTool,
            isPassedOver);
    }

    [GeneratedRegex(@"""(src[\\/][^""]+\.csproj)""")]
    private static partial Regex ProjectInSolution();

    [GeneratedRegex(@"[ /]Microsoft\.CodeAnalysis", RegexOptions.IgnoreCase)]
    private static partial Regex CompilerName();
}
