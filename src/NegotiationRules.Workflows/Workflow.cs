using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;
using NegotiationRules.Workflows.Reading;

namespace NegotiationRules.Workflows;

/// <summary>One workflow: rules that are evaluated together on the same inputs.</summary>
/// <remarks>
/// <para>Its rules are a <see cref="RuleSet"/> with one stage, so all that works for rule sets works for workflows: explanations, batches
/// of scenarios, sessions. A rule that is nested in another is a claim whose id is its name behind the names around it, <c>Outer ›
/// Inner</c>.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Workflow
{
    private readonly ReadWorkflow _read;
    private readonly Dictionary<string, WorkflowRule> _byName = new(StringComparer.Ordinal);

    internal Workflow(ReadWorkflow read, Func<string, Workflow?> find)
    {
        _read = read;
        Find = find;
        Rules = [.. read.Rules.Select(r => new WorkflowRule(r))];
        foreach (var rule in Rules)
        {
            // Two may have one name as long as only one of them is enabled.
            if (rule.IsEnabled || !_byName.ContainsKey(rule.Name))
            {
                _byName[rule.Name] = rule;
            }
        }
    }

    /// <summary>Its name.</summary>
    public string Name => _read.Syntax.Name.Text;

    /// <summary>All rules as the file gives them: its own, and behind them those of the workflows that it injects. Those that are not
    /// enabled are among them.</summary>
    public IReadOnlyList<WorkflowRule> Rules { get; }

    /// <summary>The rules that are enabled, as a rule set.</summary>
    public RuleSet RuleSet => _read.RuleSet;

    /// <summary>The facts that a scenario of this workflow has: the inputs by name, and <c>asOf</c>, a date with a time, if an expression
    /// asks what time it is.</summary>
    public Vocabulary Vocabulary => RuleSet.Vocabulary;

    internal Func<string, Workflow?> Find { get; }

    /// <summary>The fact that stands for the present moment.</summary>
    internal string Clock => _read.Options.Clock;

    /// <summary>The types of the inputs.</summary>
    internal RecordInput Inputs => _read.Inputs;

    /// <summary>The rule of that name; of two, the one that is enabled.</summary>
    /// <param name="name">Its <c>RuleName</c>.</param>
    /// <exception cref="KeyNotFoundException">The workflow has no such rule; those nested in a rule are found in that.</exception>
    public WorkflowRule Rule(string name) =>
        _byName.TryGetValue(name, out var rule)
            ? rule
            : throw new KeyNotFoundException($"There is no rule '{name}' in the workflow '{Name}'{Spelling.Instead(name, _byName.Keys)}");

    /// <summary>Evaluates every rule on a scenario.</summary>
    /// <param name="scenario">The inputs by name, <c>{ "input1": { … } }</c>. What it does not say is unknown; members that no expression
    /// uses are passed over.</param>
    /// <exception cref="ScenarioException">A fact is not of the vocabulary or not of its type, or a value grows beyond what can be
    /// represented.</exception>
    public WorkflowVerdict Evaluate(Scenario scenario) =>
        TryEvaluate(scenario, out var verdict, out var diagnostics) ? verdict : throw new ScenarioException(diagnostics);

    /// <summary>Evaluates every rule on a scenario, without an exception for what is wrong in it.</summary>
    /// <param name="scenario">The inputs by name.</param>
    /// <param name="verdict">The verdict, unless the scenario has errors.</param>
    /// <param name="diagnostics">All that is wrong with the scenario, sorted by position.</param>
    /// <returns>Whether there are no errors.</returns>
    public bool TryEvaluate(Scenario scenario, [NotNullWhen(true)] out WorkflowVerdict? verdict, out IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return TryEvaluate(Fit(scenario), 0, out verdict, out diagnostics);
    }

    /// <summary>The workflow as a rule file.</summary>
    /// <param name="vocabulary">The path by which the file is to name its vocabulary, relative to itself; <see langword="null"/> to name
    /// none.</param>
    /// <returns>The text; with <see cref="Vocabulary"/> it reads as <see cref="RuleSet"/>. Events, properties and actions have no place in
    /// a rule file.</returns>
    public string ToRuleFile(string? vocabulary = null) =>
        RuleFileWriter.Write(vocabulary is null ? _read.File : _read.File with { Vocabulary = new Syntax.Name(vocabulary, default) });

    /// <summary>The name, and the number of rules that are enabled.</summary>
    public override string ToString() => $"{Name} ({Nouns.Count(Rules.Count(r => r.Id is not null), "rule")})";

    /// <summary>The scenario with its members as the vocabulary spells them, and those of an input that no expression names as facts
    /// themselves; the same object if they are.</summary>
    internal Scenario Fit(Scenario scenario)
    {
        var root = Inputs is InferredRecord { MayBeOpened: true } ? OnlyInput.Open(scenario.Root, HasFact, Clock) : scenario.Root;
        root = FactSpelling.Fit(root, Vocabulary.Root, _read.Options.IsCaseSensitive);
        return ReferenceEquals(root, scenario.Root) ? scenario : new Scenario(scenario.Name, root);
    }

    /// <summary>The path of a fact in the letter case of the vocabulary.</summary>
    internal string FitPath(string path) => _read.Options.IsCaseSensitive ? path : FactSpelling.Fit(path, Vocabulary.Root);

    /// <summary>Whether a fact of that name, in either letter case if that does not count, stands at the top of a scenario.</summary>
    internal bool HasFact(string name) => Vocabulary.Root.SlotOf(FitPath(name)) >= 0;

    /// <summary>What was inferred of its inputs, with the reasons: a line for each; <see langword="null"/> if their types were
    /// given.</summary>
    internal string? ListInferred() => Inputs is InferredRecord inferred ? InputListing.Print(inferred, _read.File.Source) : null;

    internal bool TryEvaluate(
        Scenario scenario,
        int depth,
        [NotNullWhen(true)] out WorkflowVerdict? verdict,
        out IReadOnlyList<Diagnostic> diagnostics
    )
    {
        var bag = new DiagnosticBag();
        var facts = scenario.Bind(Vocabulary, bag);
        var evaluated = bag.HasErrors ? null : EvaluatedScenario.Evaluate(RuleSet.Checked, facts, bag);
        verdict = evaluated is null
            ? null
            : new WorkflowVerdict(
                this,
                new Verdict(evaluated with { ScenarioName = scenario.Name }),
                new WorkflowSituation(scenario, evaluated, depth)
            );
        diagnostics = bag.ToSorted();
        return verdict is not null;
    }
}
