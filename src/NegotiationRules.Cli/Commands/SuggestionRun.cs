using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Cli.Trials;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate test --suggest</c>: writes the tests that are missing in a tests file.</summary>
internal static class SuggestionRun
{
    /// <summary>Whether they were found and written.</summary>
    public static bool Of(
        IReadOnlyList<string> files, RuleSetOptions options, WorkflowReading reading, string? rule, AnalysisLimits limits,
        Terminal terminal)
    {
        if (files is not [var file])
        {
            UsageFaults.ReportFault(
                files.Count == 0 ? "there is no tests file"
                    : $"there are {Counts.Of(files.Count, "tests file")}, and tests are suggested for one",
                "name one tests file", terminal);
            return false;
        }

        if (!WorkflowTests.TryLoad(file, options, reading.Options, out var tests, out var diagnostics))
        {
            terminal.Report(diagnostics);
            return false;
        }

        if (rule is not null && tests.Rules.Rules.All(one => one.Id != rule))
        {
            UsageFaults.ReportNoSuchName("rule", rule, [.. tests.Rules.Rules.Select(one => one.Id)], terminal);
            return false;
        }

        SuggestionText.Print(tests.Suggest(rule, limits), terminal);
        return true;
    }
}
