using NegotiationRules.RulesEngine.Originals;
using NegotiationRules.RulesEngine.Results;
using NegotiationRules.RulesEngine.Rules;
using NegotiationRules.RulesEngine.Translating;
using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Plans;

/// <summary>Decides how a workflow is evaluated with inputs of given names and types: rule by rule, whether it is evaluated here.</summary>
internal sealed class PlanBuilder
{
    private readonly OriginalSettings _settings;
    private readonly InputFacts _facts = new();
    private readonly ConditionSet _conditions;
    private readonly ExpressionReader _expressions;
    private ParamValues _globals = ParamValues.None;
    private int _slots;

    private PlanBuilder(OriginalSettings settings)
    {
        _settings = settings;
        _conditions = new ConditionSet(_facts, settings.Properties);
        _expressions = new ExpressionReader(settings, _facts);
    }

    public static WorkflowPlan Build(StoredWorkflow stored, InputSignature signature, ModelParameter[] parameters, WorkflowStore store)
    {
        var injected = InjectedRules.Of(stored, store);
        store.Settings.Register(parameters);
        var rules = injected.Rules.Where(rule => rule.Enabled).ToList();
        var original = new OriginalRules(store.Settings, stored.Workflow, rules);
        return new PlanBuilder(store.Settings).Build(
            stored.Workflow,
            rules,
            parameters,
            (planned, translated, because) =>
                new WorkflowPlan(signature, injected, [.. planned], original) { Translated = translated, HandsOverBecause = because }
        );
    }

    private WorkflowPlan Build(
        ModelWorkflow workflow,
        List<ModelRule> rules,
        ModelParameter[] parameters,
        Func<IEnumerable<PlannedRule>, TranslatedRules?, string?, WorkflowPlan> make
    )
    {
        if (WhyWhole(rules, parameters) is { } reason || !TryScope(workflow, parameters, out var scope, out reason))
        {
            return make(rules.Select(rule => new PlannedRule(rule, null)), null, reason);
        }

        var drafts = rules.ConvertAll(rule => Draft(rule, scope));
        var conditions = _conditions.Check(drafts);
        var planned = drafts.ConvertAll(draft =>
            draft.IsHandedOver
                ? new PlannedRule(draft.Rule, null) { Reasons = draft.Reasons }
                : new PlannedRule(draft.Rule, draft.Node) { Fault = draft.Fault }
        );
        if (conditions is null)
        {
            return make(planned, null, null);
        }

        var isAllOrNothing = !_settings.Given.EnableExceptionAsErrorMessage;
        if (isAllOrNothing && planned.Exists(rule => rule.Node is null))
        {
            return make(
                planned,
                null,
                "one of its rules is handed over, and exceptions are to be thrown: which comes first depends on all of them"
            );
        }

        return make(planned, new TranslatedRules
        {
            Rules = [.. planned],
            Inputs = [.. parameters.Select(p => p.Name)],
            Globals = _globals,
            Values = _slots,
            Conditions = conditions,
            Reader = _conditions.Reader(conditions),
            Trees = new ResultTrees(_settings),
            IsAllOrNothing = isAllOrNothing,
            HasLanguage = _conditions.HasLanguage,
        }, null);
    }

    private static string? WhyWhole(List<ModelRule> rules, ModelParameter[] parameters) =>
        rules.Count == 0 ? "it has no rules that are enabled"
        : rules.Exists(rule => string.IsNullOrEmpty(rule.RuleName)) ? "a rule has no name"
        : Repeated(rules.Select(rule => rule.RuleName)) is { } name ? $"two of its rules are called `{name}`"
        : parameters.Any(p => p.Name is null) ? "an input has no name"
        : Repeated(parameters.Select(p => p.Name)) is { } input ? $"two inputs are called `{input}`"
        : null;

    private static string? Repeated(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return names.FirstOrDefault(name => !seen.Add(name));
    }

    private bool TryScope(ModelWorkflow workflow, ModelParameter[] parameters, out ExpressionScope scope, out string? reason)
    {
        (scope, reason) = (ExpressionScope.Empty, null);
        foreach (var parameter in parameters)
        {
            scope = scope.With(parameter, _slots++, _facts);
        }

        if (TryParams(workflow.GlobalParams, scope, out var inner, out var why) is not { } globals)
        {
            reason = $"a global param cannot be worked out: {why}";
            return false;
        }

        (_globals, scope) = (globals, inner);
        return true;
    }

    // Whatever is wrong with one, RulesEngine will say it in its own words.
    private ParamValues? TryParams(IEnumerable<ScopedParam>? written, ExpressionScope scope, out ExpressionScope inner, out string? reason)
    {
        (inner, reason) = (scope, null);
        try
        {
            var values = ParamValues.Of(written, scope.Parameters, _slots, _settings);
            foreach (var parameter in values.Parameters)
            {
                if (inner.Parameters.Exists(p => p.Name == parameter.Name))
                {
                    reason = $"`{parameter.Name}` is the name of something else as well";
                    return null;
                }

                inner = inner.With(parameter, _slots++, _facts);
            }

            return values;
        }
#pragma warning disable CA1031 // An expression can be wrong in any way.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            reason = exception.Message;
            return null;
        }
    }

    private RuleDraft Draft(ModelRule rule, ExpressionScope scope)
    {
        var draft = new RuleDraft(rule);
        draft.Node = Node(rule, scope, draft);
        return draft;
    }

    private RuleNode? Node(ModelRule rule, ExpressionScope scope, RuleDraft draft)
    {
        if (TryParams(rule.LocalParams, scope, out var inner, out var why) is not { } locals)
        {
            draft.Reasons.Add($"a local param of `{rule.RuleName}` cannot be worked out: {why}");
            return null;
        }

        var children = rule.Rules?.ToList() ?? [];
        switch (rule.Operator)
        {
            case null:
                return Expression(rule, locals, inner, draft);
            case "And" or "AndAlso" or "Or" or "OrElse" when children.Count > 0:
                var nodes = children.Where(child => child.Enabled).Select(child => Node(child, inner, draft)).ToList();
                return nodes.Contains(null) ? null : new JoiningNode(rule, locals, rule.Operator is "And" or "AndAlso", nodes!);
            default:
                draft.Reasons.Add($"`{rule.RuleName}` has an operator that RulesEngine takes no notice of");
                return null;
        }
    }

    private ExpressionNode? Expression(ModelRule rule, ParamValues locals, ExpressionScope scope, RuleDraft draft) =>
        _expressions.Translate(rule.Expression, scope, draft.Reasons) is { } translated
            ? new ExpressionNode(rule, locals, draft.Add(translated))
            : null;
}
