using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <summary>Writes the rules of one stage as a workflow.</summary>
internal sealed class WorkflowBuilder
{
    private readonly CheckedRuleSet _rules;
    private readonly NestedRules _nested;
    private readonly WritingDiagnostics _diagnostics;
    private readonly SharedConditions _shared;
    private readonly ExpressionWriter _writer;
    private readonly WritingPlace _scenario;
    private readonly string? _input;
    private readonly HashSet<JsonValue> _opened;

    /// <param name="rules">The rule set.</param>
    /// <param name="stage">The rules that the workflow holds.</param>
    /// <param name="input">The input that the scenario is; <see langword="null"/> if its facts are inputs.</param>
    /// <param name="diagnostics">Hears what is lost.</param>
    /// <param name="opened">Gathers the objects that are spread over lines.</param>
    public WorkflowBuilder(
        CheckedRuleSet rules, IReadOnlyList<Rule> stage, string? input, WritingDiagnostics diagnostics,
        HashSet<JsonValue> opened
    )
    {
        _rules = rules;
        _nested = new NestedRules(stage);
        _diagnostics = diagnostics;
        _input = input;
        _opened = opened;
        string[] inputs = input is null ? [.. rules.Vocabulary.Root.Properties.Select(p => p.Name)] : [input];
        _shared = new SharedConditions(stage.Where(r => !_nested.IsParent(r)), inputs);
        _writer = new ExpressionWriter(
            diagnostics, _shared, new FactNames(rules.Vocabulary.Root), factsAreInputs: input is null, stage.Count);
        _scenario = WritingPlace.Scenario(rules.Vocabulary.Root, input ?? inputs[0], _shared.Names);
    }

    /// <summary>The workflow; <see langword="null"/> if it has no rules.</summary>
    public JsonObject? Build(string name)
    {
        var rules = _nested.Outermost.Select(r => (JsonValue)(Build(r, r.Id, out var why) ?? NeverMet(r, why!))).ToList();
        if (rules.Count == 0)
        {
            return null;
        }

        var globals = _shared.Params
            .Select(p => (JsonValue)new ObjectBuilder().Text("Name", p.Name).Text("Expression", p.Expression).Build())
            .ToList();
        return Opened(new ObjectBuilder()
            .Text("WorkflowName", name)
            .Add("GlobalParams", globals.Count == 0 ? null : new JsonArray(default, globals))
            .Add("Rules", new JsonArray(default, rules)));
    }

    // A workflow knows no unknown. What cannot be written fails: nothing that needs it succeeds without it.
    private JsonObject NeverMet(Rule rule, string why) => Opened(new ObjectBuilder()
        .Text("RuleName", rule.Id)
        .Text("ErrorMessage", $"{rule.Id} is not decided: it cannot be written as an expression ({why})")
        .Text("Expression", "false")
        .Add("Properties", RuleProperties.Of(rule, keepsReasons: true, why)));

    // Nothing if it cannot be written, with the reason.
    private JsonObject? Build(Rule rule, string name, out string? why)
    {
        why = null;
        var written = new ObjectBuilder().Text("RuleName", name);
        var reason = MessageWriter.Choose(rule);
        var others = rule.Because.Where(r => r != reason).Select(r => r.Language).ToList();
        _diagnostics.OtherLanguages(others);
        var message = reason is null ? null : MessageWriter.Write(rule, reason, _rules.Vocabulary.Root, _input, _diagnostics);
        written.Text("ErrorMessage", message);
        if (_nested.IsParent(rule))
        {
            var children = _nested
                .ChildrenOf(rule)
                .Select(child => (Rule: child, Written: Build(child, NestedRules.NameIn(rule, child), out _)))
                .ToList();
            if (children.Find(c => c.Written is null) is { Rule: { } lost })
            {
                _diagnostics.NeedsALostRule(rule, lost.Id);
                why = $"it needs {lost.Id}";
                return null;
            }

            written
                .Text("Operator", NestedRules.IsAny(rule) ? "Or" : "And")
                .Add("Rules", new JsonArray(default, [.. children.Select(c => (JsonValue)c.Written!)]));
        }
        else if (Express(rule, out why) is { } expression)
        {
            written.Text("Expression", expression);
        }
        else
        {
            return null;
        }

        var namesElements = reason is not null && reason.Parts.Any(p => p is ReasonElement);
        return Opened(written.Add("Properties", RuleProperties.Of(rule, keepsReasons: others.Count > 0 || namesElements)));
    }

    private string? Express(Rule rule, out string? why)
    {
        why = null;
        try
        {
            var expression = ExpressionPrinter.Print(_writer.WriteRule(rule, _scenario, _rules.AsOf));
            if (rule.Deadline is not null)
            {
                _diagnostics.Pending(rule);
            }

            return expression;
        }
        catch (UnwritableException fault)
        {
            _diagnostics.CannotBeWritten(rule, fault);
            why = fault.Message.Replace("`", string.Empty, StringComparison.Ordinal);
            return null;
        }
    }

    private JsonObject Opened(ObjectBuilder builder)
    {
        var built = builder.Build();
        _opened.Add(built);
        return built;
    }
}
