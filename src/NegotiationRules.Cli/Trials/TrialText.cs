using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Verdicts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Trials;

/// <summary>For people: a line for each file, and each test that failed with what was expected, what came out, and why.</summary>
internal sealed class TrialText(Terminal terminal) : ITrialPrinter
{
    private readonly OutlinePrinter _outline = new(terminal);
    private readonly TextStyle _style = terminal.Style;
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private string _file = string.Empty;
    private long _passed;
    private long _failed;
    private long _failedInFile;
    private long _passedInFile;
    private long _deviations;
    private long _faults;

    private string Deviations => _deviations == 0 ? string.Empty : $", {Counts.Number(_deviations)} of them differ as is known";

    public void Begin(string file) => (_file, _passedInFile, _failedInFile, _deviations) = (OneLine.Of(file), 0, 0, 0);

    public void Print(RuleTestResult result)
    {
        if (result.Passed)
        {
            _passedInFile++;
            _deviations += result.Deviation is null ? 0 : 1;
            return;
        }

        if (_failedInFile++ == 0)
        {
            terminal.Out.WriteLine($"{_outline.Sign(ExplanationMark.Violated)} {_file}");
        }

        terminal.Out.WriteLine();
        _outline.PrintLine(ExplanationMark.Violated, result.Name, 2);
        foreach (var difference in result.Differences)
        {
            PrintDifference(difference, result.Verdict!);
        }

        if (result.Verdict is null)
        {
            foreach (var diagnostic in result.Diagnostics)
            {
                // Many tests change one scenario: what is wrong with it is shown in full the first time.
                var report = Finding.Of(diagnostic).Paint(_style);
                var lines = report.Split('\n');
                terminal.Out.WriteLine($"      {string.Join("\n      ", _shown.Add(report) ? lines : lines[..1])}");
            }
        }
    }

    public void EndOfFile(RuleTestCoverage? coverage, MutationResults? mutants)
    {
        _passed += _passedInFile;
        _failed += _failedInFile;
        if (_failedInFile == 0)
        {
            var passed = $"{Counts.Number(_passedInFile)} passed{Deviations}";
            terminal.Out.WriteLine($"{_outline.Sign(ExplanationMark.Satisfied)} {_file}: {passed}");
        }
        else
        {
            terminal.Out.WriteLine();
        }

        if (coverage is not null)
        {
            CoverageText.Print(coverage, terminal);
        }

        if (mutants is not null)
        {
            new MutationText(terminal).Print(mutants);
        }
    }

    public void PrintFault(string file, IReadOnlyList<Diagnostic> diagnostics)
    {
        _faults++;
        terminal.Out.WriteLine($"{_outline.Sign(ExplanationMark.Violated)} {OneLine.Of(file)}: the tests cannot be run");
        terminal.Report(diagnostics);
    }

    public void End()
    {
        var faults = _faults == 0 ? string.Empty : $", {Counts.Of(_faults, "file")} could not be run";
        var summary = $"{Counts.Number(_passed)} passed, {Counts.Number(_failed)} failed{faults}";
        terminal.Out.WriteLine(_failed + _faults > 0 ? _style.Red(summary) : _style.Green(summary));
    }

    public void Dispose()
    {
    }

    private void PrintDifference(RuleTestDifference difference, Verdict verdict)
    {
        var (what, expected) = (OneLine.Of(difference.What), OneLine.Of(difference.Expected));
        var (actual, place) = (OneLine.Of(difference.Actual), OneLine.Of($"{difference.Place}"));
        var isShort = _outline.Fit($"{what}: expected {expected}, but it is {actual}   {place}", 6).Take(2).Count() == 1;
        terminal.Out.WriteLine(
            $"      {what}: expected {_style.Green(expected)}, but it is "
                + $"{_style.Red(actual)}{(isShort ? "   " : "\n        ")}{_style.Dim(place)}"
        );
        foreach (var node in DifferenceReasons.Of(difference, verdict))
        {
            _outline.PrintTree(node, 8);
        }
    }
}
