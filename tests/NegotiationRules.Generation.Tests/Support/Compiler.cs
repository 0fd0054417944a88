using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NegotiationRules.Generation.Tests.Support;

/// <summary>Compiles C# that was generated, without a warning.</summary>
internal static class Compiler
{
    private static readonly MetadataReference[] Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static Assembly Compile(IEnumerable<string> texts, bool isStandalone = false, bool isProgram = false)
    {
        var options = new CSharpParseOptions(isStandalone ? LanguageVersion.CSharp9 : LanguageVersion.Latest, DocumentationMode.Diagnose);
        MetadataReference[] references = isStandalone ? Framework
            : [.. Framework, MetadataReference.CreateFromFile(typeof(RuleSet).Assembly.Location)];
        var compilation = CSharpCompilation.Create(
            $"generated-{Guid.NewGuid():N}",
            texts.Select(text => CSharpSyntaxTree.ParseText(text, options)),
            references,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release));
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream);
        var found = emitted.Diagnostics.Where(d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).ToList();
        if (!emitted.Success || found.Count > 0)
        {
            Assert.Fail($"{string.Join('\n', found.Take(5))}\n{found.FirstOrDefault()?.Location.SourceTree}");
        }

        return Assembly.Load(stream.ToArray());
    }
}
