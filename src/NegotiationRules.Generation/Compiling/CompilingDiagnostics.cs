using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Generation.Compiling;

/// <summary>What keeps rules from being compiled for a type: NR5040.</summary>
internal static class CompilingDiagnostics
{
    private const int MostStages = 64;

    /// <summary>What does, of a type and of how a program reads it, beside what has no code at all.</summary>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public static IEnumerable<Diagnostic> OfType<T>(Program program, ObjectOptions options)
        where T : class
    {
        if (!new ObjectTableReader<T>(program.Layout, options).IsAvailable)
        {
            yield return Because(
                $"its properties cannot be read one by one as the facts of the vocabulary",
                "give every fact that rules read a property of its type, in classes that are neither abstract nor structs");
            yield break;
        }

        if (program.Stages.Length > MostStages)
        {
            yield return Because($"there are more than {MostStages} stages", "divide the rules into several sets");
        }

        var facts = new TypedFacts(
            program.Layout, options, new Function(areAllKnown: true), System.Linq.Expressions.Expression.Parameter(typeof(T)));
        foreach (var level in program.Layout.Levels)
        {
            if (level.Index > 0 && facts.TryEnterList(level) is { } fault)
            {
                yield return Because(fault, "say of the list with a fact beside it (`x-completeBy`) whether it is complete");
                yield break;
            }

            _ = facts.Enter(level.Index).Count();
        }

        foreach (var column in program.Layout.Columns.Where(column => facts.AbsentAt(column.Level, column.Slots) is null))
        {
            yield return Because(
                $"what `{column.Path}` is by default hangs on which of the objects around it is left out",
                "give it the same default in the vocabulary, whichever is left out");
        }

        static Diagnostic Because(string what, string help) => Of($"for {typeof(T)}: {what}", help);
    }

    /// <summary>Where code cannot be made while the program runs.</summary>
    public static Diagnostic NoCodeAtRunTime() => Of(
        "here: where the program runs, no code can be made at run time",
        "have the rules written out as C# in the build: `negotiate generate csharp`, or NegotiationRules.Build");

    private static Diagnostic Of(string what, string help) => new(
        "NR5040", DiagnosticSeverity.Warning, default, $"the rules cannot be compiled {what}",
        $"{help}; until then they are evaluated as by ScenarioEvaluator");
}
