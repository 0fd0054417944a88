using NegotiationRules.Facts;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Reading;
using NegotiationRules.Workflows.Writing;

namespace NegotiationRules.Workflows;

/// <summary>Writes rule sets as workflow files for Microsoft RulesEngine.</summary>
/// <remarks>
/// <para>RulesEngine comes to the same outcomes wherever all facts that a rule reads are known: a rule that is satisfied or not applicable
/// succeeds, one that is violated fails. What its workflows cannot say is listed in <see cref="WorkflowText.Losses"/>.</para>
/// <para>The members of the input are named like the facts, in any letter case; placeholders in messages want the same. Numbers that are
/// whole are <see cref="long"/> or <see cref="int"/>, those with a fixed number of decimals <see cref="decimal"/>, others
/// <see cref="double"/>; text is <see cref="string"/>, dates are <see cref="DateOnly"/>,
/// date-times <see cref="DateTime"/> in UTC, durations <see cref="TimeSpan"/>, lists <see cref="List{T}"/>.</para>
/// <para>Safe to use from any thread.</para>
/// </remarks>
public static class WorkflowWriter
{
    private const string OneInput = "input1";

    /// <summary>The rule set as a workflow file: one workflow, or a list with one for each stage if it has several.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="inputs">What the inputs are; by default one, <c>input1</c>, that is the scenario.</param>
    /// <returns>The text and what it cannot say. A rule that has no counterpart never succeeds there, with an error; it is never written as
    /// another.</returns>
    public static WorkflowText Write(RuleSet rules, WorkflowInputs inputs = WorkflowInputs.Scenario)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var diagnostics = new WritingDiagnostics();
        var opened = new HashSet<JsonValue>(ReferenceEqualityComparer.Instance);
        var workflows = new List<JsonValue>();
        var names = new List<string>();
        foreach (var stage in rules.Stages)
        {
            var name = rules.Stages.Count == 1 ? rules.Name : $"{rules.Name}/{stage}";
            var ofStage = rules.Rules.Where(r => r.Stage == stage).ToList();
            var builder = new WorkflowBuilder(
                rules.Checked, ofStage, inputs == WorkflowInputs.Scenario ? OneInput : null, diagnostics, opened
            );
            if (builder.Build(name) is { } workflow)
            {
                workflows.Add(workflow);
                names.Add(name);
            }
            else
            {
                diagnostics.NoRules(stage, isAll: rules.Rules.Count == 0);
            }
        }

        JsonValue file = workflows is [var only] ? only : new JsonArray(default, workflows);
        var json = JsonPrinter.Print(file, opened);
        if (workflows.Count > 0)
        {
            ReadBack(json, rules, inputs, diagnostics);
        }

        return new WorkflowText(json, names, diagnostics.Finish(rules));
    }

    // RulesEngine has expressions for more than is translated here: who writes a workflow is told what cannot be read again.
    private static void ReadBack(string json, RuleSet rules, WorkflowInputs inputs, WritingDiagnostics diagnostics)
    {
        var facts = JsonPrinter.Print(VocabularyWriter.Write(rules.Vocabulary.Root), indented: false);
        var vocabulary = Vocabulary.Parse(
            inputs == WorkflowInputs.Scenario ? $$"""{ "properties": { "{{OneInput}}": {{facts}} } }""" : facts
        );
        var settings = new WorkflowOptions { Vocabulary = vocabulary }.ToSettings();
        var (source, found) = (new SourceText("<workflow>", json), new DiagnosticBag());
        WorkflowFileTranslator.Translate(source, settings, found);
        var written = WorkflowFileReader.Read(source, settings.Limits, settings.Names, new DiagnosticBag()) ?? [];
        var read = written.SelectMany(workflow => workflow.Rules).ToList();
        foreach (var faults in found.ToSorted().Where(d => d.Severity == DiagnosticSeverity.Error).GroupBy(At))
        {
            diagnostics.NotReadBack(rules.Rules.FirstOrDefault(r => r.Id == faults.Key), faults.Key, faults.First());
        }

        // What several rules share is a param of the workflow, which then stands for all of them.
        string At(Diagnostic fault) => read.Find(rule => FaultyRules.Holds(rule.Span, fault.Span))?.Name.Text
            ?? written.FirstOrDefault(workflow => FaultyRules.Holds(workflow.Span, fault.Span))?.Name.Text
            ?? rules.Name;
    }
}
