using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Facts;

namespace NegotiationRules.Cli.Checking;

/// <summary>Finds the facts that a scenario file may state.</summary>
/// <param name="given">The facts that the command line names, if any.</param>
/// <param name="options">How to read rule files.</param>
/// <param name="workflows">How to read workflow files.</param>
internal sealed class VocabularyFinder(KnownFacts? given, RuleSetOptions options, WorkflowReading workflows)
{
    // Many scenarios lie in one folder.
    private readonly Dictionary<string, Beside> _byFolder = new(StringComparer.Ordinal);

    // What is wrong with rules is said once, not for every scenario of theirs.
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);

    /// <summary>The facts for a scenario; <see langword="null"/>, with a finding unless it is known already, if there is no vocabulary to
    /// be had.</summary>
    public KnownFacts? For(string scenario, List<Finding> findings)
    {
        if (given is not null)
        {
            return given;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(scenario))!;
        if (!_byFolder.TryGetValue(folder, out var found))
        {
            _byFolder[folder] = found = Find(folder, Path.GetDirectoryName(scenario)!);
        }

        if (found.Facts is null && Fault(scenario, found) is { } fault)
        {
            findings.Add(fault);
        }

        return found.Facts;
    }

    private Finding? Fault(string scenario, Beside found) => found switch
    {
        { Rules: null } => ToolDiagnostics.NoVocabulary(scenario),
        { IsAmbiguous: true } => ToolDiagnostics.SeveralVocabularies(scenario, found.Rules),
        _ => _broken.Add(found.Rules) ? ToolDiagnostics.RulesHaveErrors(scenario, found.Rules) : null,
    };

    // The folder itself, then the one above: scenarios usually lie in a folder beside the rules.
    private Beside Find(string folder, string shown)
    {
        foreach (var (place, name) in new[] { (folder, shown), (Path.GetDirectoryName(folder), Above(shown)) })
        {
            // A workflow that was converted lies beside the rules it has become.
            foreach (var kind in (ReadOnlySpan<FileKind>)[FileKind.Rules, FileKind.Workflow])
            {
                var files = place is null ? [] : FileKinds.In(place, kind);
                if (files.Length > 0)
                {
                    return Choose(place!, files, name.Length == 0 ? "." : name);
                }
            }
        }

        return new Beside(null, null);
    }

    // Of several files the one that the folder stands for; failing that, they must agree. What is wrong with rules is reported for the
    // rules, and a part of others may not be whole itself.
    private Beside Choose(string folder, string[] files, string shown)
    {
        if (Load(folder) is [var only])
        {
            return new Beside(only, shown);
        }

        var all = files
            .Order(StringComparer.Ordinal)
            .SelectMany(Load)
            .DistinctBy(facts => Path.GetFullPath(facts.Vocabulary.Name))
            .ToList();
        return new Beside(all.Count == 1 ? all[0] : null, shown, IsAmbiguous: all.Count > 1);
    }

    private KnownFacts[] Load(string path) =>
        WorkflowPath.Of(path, out _, options.Open) is { } workflow
            ? workflows.TryRead(workflow, () => [], out var file, out _)
                ? [.. file.Workflows.Select(w => new KnownFacts(w.Vocabulary, w))]
                : []
            : RuleSet.TryLoad(path, options, out var rules, out _)
                ? [new KnownFacts(rules.Vocabulary)]
                : [];

    private static string Above(string folder) =>
        Path.GetFileName(folder) is "" or "." or ".." ? Path.Combine(folder, "..") : Path.GetDirectoryName(folder)!;

    private sealed record Beside(KnownFacts? Facts, string? Rules, bool IsAmbiguous = false);
}
