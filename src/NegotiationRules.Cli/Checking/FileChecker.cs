using NegotiationRules.Cli.Analyses;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Cli.Sweeping;
using NegotiationRules.Facts;
using NegotiationRules.Text;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Checking;

/// <summary>Checks files of every kind.</summary>
/// <param name="vocabularies">Finds the facts for scenario files.</param>
/// <param name="options">How to read rule files, and where all files are read from.</param>
/// <param name="workflows">How to read workflow files.</param>
internal sealed class FileChecker(VocabularyFinder vocabularies, RuleSetOptions options, WorkflowReading workflows)
{
    /// <summary>Checks the files; each finding comes once, however many files lead to it.</summary>
    /// <exception cref="OperationCanceledException">The check is stopped between two files.</exception>
    public CheckReport Check(IReadOnlyList<(FileKind Kind, string Path)> files, CancellationToken stop)
    {
        var parts = IncludedFiles.Of(files.Where(file => file.Kind == FileKind.Rules).Select(file => file.Path), options.Store);
        var findings = new List<Finding>();
        foreach (var (kind, path) in files)
        {
            stop.ThrowIfCancellationRequested();
            var isPart = kind == FileKind.Rules && parts.Contains(Path.GetFullPath(path));
            findings.AddRange(isPart ? [] : Check(kind, path));
        }

        return new CheckReport(
            [.. files.Select(file => file.Path)],
            [.. findings.DistinctBy(f => (f.File.Length == 0 ? f.File : Path.GetFullPath(f.File), f.Line, f.Column, f.Code, f.Message))]);
    }

    private IEnumerable<Finding> Check(FileKind kind, string path) => kind switch
    {
        FileKind.Rules => CheckRules(path),
        FileKind.Scenario => CheckScenario(path),
        FileKind.Tests => CheckTests(path),
        FileKind.Workflow => CheckWorkflows(path),
        FileKind.Analysis => CheckAnalysis(path),
        FileKind.Distribution => CheckDistribution(path),
        _ => CheckVocabulary(path),
    };

    private IEnumerable<Finding> CheckRules(string path)
    {
        RuleSet.TryLoad(path, options, out _, out var diagnostics);
        return diagnostics.Select(Finding.Of);
    }

    private List<Finding> CheckScenario(string path)
    {
        if (!Scenario.TryLoad(options.Store, path, out var scenario, out var diagnostics, options.Limits))
        {
            return [.. diagnostics.Select(Finding.Of)];
        }

        var findings = new List<Finding>();
        if (vocabularies.For(path, findings) is { } facts)
        {
            findings.AddRange(facts.Check(scenario).Select(Finding.Of));
        }

        return findings;
    }

    private IEnumerable<Finding> CheckTests(string path)
    {
        var isSound = WorkflowTests.TryLoad(path, options, workflows.Options, out var tests, out var diagnostics);
        return diagnostics.Concat(isSound ? tests!.CheckFacts() : []).Select(Finding.Of);
    }

    private IEnumerable<Finding> CheckWorkflows(string path)
    {
        workflows.TryRead(path, () => [], out _, out var diagnostics);
        return diagnostics.Select(Finding.Of);
    }

    // Whether findings that it ignores are there is seen only where they are looked for.
    private IEnumerable<Finding> CheckAnalysis(string path)
    {
        var rulesFile = AnalysisFileReader.RulesOf(path);
        var isThere = options.Store.Has(rulesFile);
        RuleSet? rules = null;
        if (isThere)
        {
            RuleSet.TryLoad(rulesFile, options, out rules, out _);
        }

        var bag = new DiagnosticBag();
        AnalysisFileReader.Read(path, rules, bag, options.Store);
        Finding[] notChecked = rules is not null ? []
            : [isThere ? ToolDiagnostics.RulesOfAnalysisHaveErrors(path, rulesFile) : ToolDiagnostics.NoRulesOfAnalysis(path, rulesFile)];
        return [.. bag.ToSorted().Select(Finding.Of), .. notChecked];
    }

    // Which rules it is for is told by its name, or by there being no others beside it.
    private List<Finding> CheckDistribution(string path)
    {
        var (findings, bag) = (new List<Finding>(), new DiagnosticBag());
        if (RulesOfDistribution(path) is not { } rulesFile)
        {
            var facts = vocabularies.For(path, findings);
            DistributionFileReader.Read(path, facts?.Vocabulary, null, bag, options.Store);
            findings.Add(ToolDiagnostics.NoRulesOfDistribution(path));
        }
        else if (RuleSet.TryLoad(rulesFile, options, out var rules, out _))
        {
            DistributionFileReader.Read(path, rules.Vocabulary, rules, bag, options.Store);
        }
        else
        {
            DistributionFileReader.Read(path, null, null, bag, options.Store);
            findings.Add(ToolDiagnostics.RulesOfAnalysisHaveErrors(path, rulesFile));
        }

        return [.. bag.ToSorted().Select(Finding.Of), .. findings];
    }

    private string? RulesOfDistribution(string path)
    {
        var ending = FileKinds.Endings[FileKind.Rules];
        var named = path[..^FileKinds.Endings[FileKind.Distribution].Length] + ending;
        return options.Store.Has(named) ? named
            : options.Store.FilesIn(Path.GetDirectoryName(Path.GetFullPath(path))!, ending) is [var only]
                ? Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(only)) : null;
    }

    private IEnumerable<Finding> CheckVocabulary(string path)
    {
        Vocabulary.TryLoad(options.Store, path, out _, out var diagnostics, options.Limits);
        return diagnostics.Select(Finding.Of);
    }
}
