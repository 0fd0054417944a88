using System.CommandLine;
using NegotiationRules.Analysis.Cells;
using NegotiationRules.Cli.Analyses;
using NegotiationRules.Cli.Checking;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate analyze</c>: whether rules make sense whatever the facts are.</summary>
internal sealed class AnalyzeCommand : ToolCommand
{
    private const string Sarif = "sarif";
    private const string OnFinding = "finding";
    private const string OnNotDecided = "not-decided";

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Rule files, or folders of such; what stands in NAME.analysis.json beside NAME.rules.json is kept to",
    };

    private readonly FormatOption _format = new(
        "How to print: text, json (with a scenario for each finding that one can show) or sarif (for code scanners)",
        FormatOption.Text, FormatOption.Json, Sarif);

    private readonly Option<string?> _given = new("--given")
    {
        HelpName = "SCENARIO",
        Description = "Facts that all scenarios share: what it leaves out may be anything",
    };

    private readonly ListOption _lists = new();

    private readonly TimeOption _time = new()
    {
        Description = "How long each rule set may take; what is not found out by then is listed",
    };

    private readonly Option<string?> _failOn = new Option<string?>("--fail-on")
    {
        HelpName = "WHAT",
        Description = "End with exit code 1 at a finding, or also where something is not-decided",
    }.OnlyOneOf(OnFinding, OnNotDecided);

    private readonly Option<string[]> _exclude = new("--exclude")
    {
        HelpName = "NAME",
        Description = "Files and folders to pass over inside folders, such as `broken` or `old-*`; may be given several times",
    };

    private readonly SmtLibOption _questions = new();
    private readonly RootOption _root = new();
    private readonly OutputOption _output = new();

    public AnalyzeCommand()
        : base(
            "analyze",
            "Finds rules that make no sense, whatever the facts are.",
            "a file has an error, or --fail-on says so",
            "rules/four-empires",
            "rules --exclude broken --time 60 --fail-on finding",
            "rules/security-council --list members=15 --format json")
    {
        Add(_paths);
        Add(_format);
        Add(_given);
        Add(_lists);
        Add(_time);
        Add(_failOn);
        Add(_exclude);
        Add(_questions);
        Add(_root);
        Add(_output);
    }

    public override int Run(ParseResult arguments, Terminal terminal) =>
        _output.Run(arguments, terminal, output => Analyze(arguments, output));

    private int Analyze(ParseResult arguments, Terminal terminal)
    {
        Scenario? given = null;
        if (arguments.GetValue(_given) is { } path && !Scenario.TryLoad(path, out given, out var faults))
        {
            terminal.Report(faults);
            return ExitCode.Errors;
        }

        var limits = _time.LimitsOf(arguments, terminal.Stop);
        var finder = new FileFinder([FileKind.Rules], arguments.GetValue(_exclude) ?? []);
        List<string> files = [.. finder.Find(arguments.GetRequiredValue(_paths)).Select(file => file.Path)];
        var parts = IncludedFiles.Of(files);
        files.RemoveAll(file => parts.Contains(Path.GetFullPath(file)));
        var report = new AnalysisReport(files, finder.Findings, [], [], 0, 0);
        foreach (var file in files)
        {
            terminal.Stop.ThrowIfCancellationRequested();
            report = Add(
                report, file, arguments, new AnalysisOptions { Given = given, Limits = _questions.Record(limits, file, arguments) });
        }

        Print(report, arguments.GetRequiredValue(_format), limits, terminal);
        return report.HasErrors || (arguments.GetValue(_failOn) is { } when
            && (report.Findings.Count > 0 || (when == OnNotDecided && report.Gaps.Count > 0))) ? ExitCode.Errors : ExitCode.Fine;
    }

    private AnalysisReport Add(AnalysisReport report, string file, ParseResult arguments, AnalysisOptions options)
    {
        if (!RuleSet.TryLoad(file, new RuleSetOptions { Root = arguments.GetValue(_root) }, out var rules, out var diagnostics))
        {
            return report with { Faults = [.. report.Faults, .. diagnostics.Select(Finding.Of)], Unread = report.Unread + 1 };
        }

        var bag = new DiagnosticBag();
        var beside = AnalysisFileReader.Beside(file, rules, bag);
        var lists = new Dictionary<string, int>(beside.Lists, StringComparer.Ordinal);
        foreach (var (list, most) in _lists.Of(arguments).Where(list => ListPaths.In(rules.Vocabulary.Root).Contains(list.Key)))
        {
            lists[list] = most;
        }

        Soundness? soundness = null;
        try
        {
            soundness = bag.HasErrors ? null
                : rules.Analyze(options with { Given = options.Given ?? beside.Given, Assumed = beside.Assume, Lists = lists });
        }
        catch (Exception fault) when (fault is ScenarioException { IsOfWork: false } or RuleFileException)
        {
            foreach (var diagnostic in (fault as ScenarioException)?.Diagnostics ?? ((RuleFileException)fault).Diagnostics)
            {
                bag.Add(diagnostic);
            }
        }

        return Add(report, soundness, beside.Ignored, bag);
    }

    private static AnalysisReport Add(AnalysisReport report, Soundness? soundness, IReadOnlyList<IgnoredFinding> ignored, DiagnosticBag bag)
    {
        var found = soundness?.Findings ?? [];
        var told = found.Where(finding => !ignored.Any(one => one.Answers(finding.Diagnostic.Code, finding.Stage, finding.Rule))).ToList();
        var open = (soundness?.Gaps ?? [])
            .Where(gap => !ignored.Any(one => one.Answers(gap.Code, gap.Stage, gap.Rule))).ToList();
        foreach (var one in ignored.Where(one => soundness is not null
            && !found.Any(finding => one.Answers(finding.Diagnostic.Code, finding.Stage, finding.Rule))
            && !soundness.Gaps.Any(gap => one.Answers(gap.Code, gap.Stage, gap.Rule))))
        {
            new AnalysisFileDiagnostics(bag).AnswersNothing(one);
        }

        return report with
        {
            Faults = [.. report.Faults, .. bag.ToSorted().Select(Finding.Of)],
            Findings = [.. report.Findings, .. told],
            Gaps = [.. report.Gaps, .. open],
            Ignored = report.Ignored + found.Count - told.Count,
            Unread = report.Unread + (soundness is null ? 1 : 0),
        };
    }

    private static void Print(AnalysisReport report, string format, AnalysisLimits limits, Terminal terminal)
    {
        switch (format)
        {
            case FormatOption.Json:
                AnalysisJson.Print(report, limits, terminal);
                break;
            case Sarif:
                SarifFormat.Print(
                    [
                        .. report.Faults.Select(fault => new SarifResult(fault)),
                        .. report.Findings.Select(finding => new SarifResult(Finding.Of(finding.Diagnostic), finding)),
                    ],
                    terminal);
                break;
            default:
                AnalysisText.Print(report, terminal);
                break;
        }
    }
}
