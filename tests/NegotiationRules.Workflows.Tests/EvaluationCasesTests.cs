using System.Globalization;
using System.Text;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Workflows.Tests;

/// <summary>
/// Every file of <c>cases/evaluating</c>: a workflow file, and beside it what became of its rules on each of its scenarios, in both
/// meanings of <c>null</c>, as a person approved it.
/// </summary>
public sealed class EvaluationCasesTests
{
    private const string Folder = "tests/NegotiationRules.Workflows.Tests/cases/evaluating";

    public static TheoryData<string> Cases { get; } = [.. Directory
        .GetFiles(Repository.At(Folder), "*.workflow.json")
        .Select(path => Path.GetFileName(path)[..^".workflow.json".Length])
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheVerdictsAreTheApprovedOnes(string name)
    {
        var report = new StringBuilder();
        foreach (var missingIsUnknown in (ReadOnlySpan<bool>)[true, false])
        {
            var read = WorkflowFile.TryLoad(
                Repository.At($"{Folder}/{name}.workflow.json"),
                new WorkflowOptions { MissingIsUnknown = missingIsUnknown },
                out var file,
                out var diagnostics
            );
            report.Append(missingIsUnknown ? "== What is missing is unknown ==\n" : "== What is missing is null ==\n");
            foreach (var diagnostic in diagnostics)
            {
                report
                    .Append('\n')
                    .Append(diagnostic.ToString().Replace(Repository.At(Folder) + "/", string.Empty, StringComparison.Ordinal))
                    .Append('\n');
            }

            Assert.True(read, report.ToString());
            foreach (var workflow in file!.Workflows)
            {
                report.Append(CultureInfo.InvariantCulture, $"\n-- {workflow.Name} --\n{workflow.ToRuleFile()}");
                foreach (var path in Directory.GetFiles(Repository.At(Folder), $"{name}.*.scenario.json").Order(StringComparer.Ordinal))
                {
                    report.Append(
                        CultureInfo.InvariantCulture,
                        $"\n{Path.GetFileName(path)[(name.Length + 1)..^".scenario.json".Length]}:\n"
                    );
                    Append(report, workflow, Scenario.Load(path));
                }
            }

            report.Append('\n');
        }

        Approved.CheckFile(report.ToString(), Repository.At($"{Folder}/{name}.approved.txt"));
    }

    private static void Append(StringBuilder report, Workflow workflow, Scenario scenario)
    {
        if (!workflow.TryEvaluate(scenario, out var verdict, out var diagnostics))
        {
            report.AppendJoin('\n', diagnostics.Select(d => d.Message)).Append('\n');
            return;
        }

        foreach (var rule in verdict.Rules)
        {
            Append(report, rule, "  ");
        }
    }

    private static void Append(StringBuilder report, WorkflowRuleVerdict rule, string indent)
    {
        report.Append(
            CultureInfo.InvariantCulture,
            $"{indent}{rule.Rule.Name}: {rule.Outcome}{(rule.IsFaulty ? " (fault)" : string.Empty)}"
        );
        report.Append(rule.Event is { } raised ? $", raises {raised}" : string.Empty);
        report.Append(rule.Message is { } message ? $", says: {message}" : string.Empty);
        report.Append(rule.Action is { } action ? $", {action.Name}" : string.Empty);
        report.Append(Followed(rule));
        report.Append('\n');
        foreach (var child in rule.Children)
        {
            Append(report, child, indent + "  ");
        }
    }

    private static string Followed(WorkflowRuleVerdict rule)
    {
        try
        {
            return (rule.Next is { } next ? $" → {next.Rule.Name}: {next.Outcome}" : string.Empty)
                + (rule.Output is { } output ? $", gives {Said(output)}" : string.Empty);
        }
        catch (ScenarioException refused)
        {
            return $", refused:\n{refused.Message.Replace(Repository.At(Folder) + "/", string.Empty, StringComparison.Ordinal)}";
        }
    }

    private static string Said(object output) => output is IReadOnlyDictionary<string, object?> members
        ? string.Join(", ", members.Select(m => $"{m.Key} = {Said(m.Value ?? "nothing")}"))
        : $"{Convert.ToString(output, CultureInfo.InvariantCulture)} ({output.GetType().Name})";
}
