using System.Collections.Immutable;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Turns a workflow into a rule file.</summary>
/// <remarks>
/// A rule becomes a rule of its name. Each one nested in it becomes a rule of its own that decides nothing by itself, a claim, and the rule
/// around it requires all or any of these: so each keeps its message and its outcome. Params that are true or false become named
/// conditions, others are put in place wherever they are used.
/// </remarks>
internal sealed partial class WorkflowTranslator
{
    private readonly WorkflowSyntax _workflow;
    private readonly ParsedExpressions _expressions;
    private readonly TranslationOptions _options;
    private readonly DiagnosticBag _bag;
    private readonly WorkflowDiagnostics _diagnostics;
    private readonly ExpressionTranslator _translator;
    private readonly Dictionary<string, NamedConditionSyntax> _conditions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _top = new(StringComparer.Ordinal);
    private readonly List<RuleSyntax> _rules = [];
    private readonly List<DocumentSyntax> _documents = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly RecordInput _inputs;
    private readonly ParamGrowth _growth = new();
    private readonly OpenRules _open;
    private readonly Func<WorkflowRuleSyntax, string?> _whyOpen;
    private Span? _clockAt;

    private WorkflowTranslator(
        WorkflowSyntax workflow, RecordInput inputs, ParsedExpressions expressions, TranslationOptions options,
        Func<WorkflowRuleSyntax, string?> whyOpen, DiagnosticBag bag
    )
    {
        (_workflow, _inputs, _expressions, _options, _whyOpen, _bag) = (workflow, inputs, expressions, options, whyOpen, bag);
        _open = new OpenRules(inputs);
        _diagnostics = new WorkflowDiagnostics(bag);
        _translator = new ExpressionTranslator(bag, options);
    }

    /// <summary>The rules, with as much in them as could be translated; they may be used only if no error was reported.</summary>
    /// <param name="source">The text of the file.</param>
    /// <param name="workflow">The workflow.</param>
    /// <param name="rules">Its rules with those that are injected.</param>
    /// <param name="inputs">The types of the inputs.</param>
    /// <param name="expressions">The expressions of the file.</param>
    /// <param name="options">How expressions are to be understood.</param>
    /// <param name="whyOpen">Why a rule is left open, because of errors in it; <see langword="null"/> for any other.</param>
    /// <param name="bag">Receives all that is wrong.</param>
    public static WorkflowTranslation Translate(
        SourceText source,
        WorkflowSyntax workflow,
        IReadOnlyList<WorkflowRuleSyntax> rules,
        RecordInput inputs,
        ParsedExpressions expressions,
        TranslationOptions options,
        Func<WorkflowRuleSyntax, string?> whyOpen,
        DiagnosticBag bag) =>
        new WorkflowTranslator(workflow, inputs, expressions, options, whyOpen, bag).Translate(source, rules);

    private WorkflowTranslation Translate(SourceText source, IReadOnlyList<WorkflowRuleSyntax> rules)
    {
        var scope = TranslationScope.Empty;
        foreach (var name in _inputs.MemberNames)
        {
            if (_inputs.Find(name, isCaseSensitive: true) is { } input)
            {
                scope = scope.WithInput(input.Name, input.Fact, NotedInput.Of(input.Type, input.Fact, _used));
            }
        }

        // The name of a rule at the top is its id, whatever the rules nested in others are called.
        _top.UnionWith(rules.Where(r => r.IsEnabled).Select(r => r.Name.Text));
        _ids.UnionWith(_top);
        var names = _options.IsCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        var empty = new RuleScope(scope, []) { Sizes = ImmutableDictionary.Create<string, long>(names), Clock = _options.Clock };
        var visible = AddParams(empty, _workflow.GlobalParams, owner: null);
        var faults = FaultOfGlobals(visible);
        var translated = rules.Select(rule => Translate(rule, visible with { Faults = faults }, [])).ToList();
        var conditions = ConditionsInElements.Settle(
            _rules, _conditions.Values, scope.Inputs.Append(_options.Clock).ToHashSet(StringComparer.Ordinal));
        var used = ConditionUses.Of(_rules, conditions);
        var file = new RuleFileSyntax
        {
            Source = source,
            Span = _workflow.Span,
            Name = _workflow.Name,
            Stages = [new StageSyntax(_workflow.Name)],
            Documents = _documents,
            Conditions = [.. conditions.Where(c => used.Contains(c.Name.Text))],
            Rules = _rules,
        };
        return new WorkflowTranslation(file, translated, conditions, _used, _clockAt is not null || !scope.Inputs.Any())
        {
            ClockAt = _clockAt,
            DecidedElsewhere = _open.Facts,
        };
    }

    private RuleWork<Formula> Translate(WorkflowRuleSyntax rule, RuleScope outer, IReadOnlyList<string> parents)
    {
        if (!rule.IsEnabled)
        {
            return LeftOut(rule);
        }

        // Of two rules at the top that have one name, which is reported, the second needs another id.
        var id = parents.Count == 0 && _top.Remove(rule.Name.Text) ? rule.Name.Text : Free([.. parents, rule.Name.Text]);
        var at = _rules.Count;
        var kept = KeptProperties.Of(rule);
        _documents.AddRange(kept.Documents.Where(d => _documents.TrueForAll(other => other.Id.Text != d.Id.Text)));
        if ((_whyOpen(rule) ?? kept.NotWritten) is { } why)
        {
            return LeaveOpen(rule, id, why, isNested: parents.Count > 0);
        }

        var scope = AddParams(outer, rule.LocalParams, id);
        var (require, fault, children) = rule.Operator is null ? Decide(rule, scope) : Join(rule, scope, [.. parents, rule.Name.Text], id);
        var noFault = AddNoFault(rule, id, Logic.Any(default, [.. scope.Faults, .. fault is null ? [] : new[] { fault }]));
        var (message, because) = Message(rule, scope);
        var met = noFault is null ? require : Logic.All(rule.Span, noFault, require);
        _rules.Insert(Math.Min(at, _rules.Count), RuleOf(rule, id, kept, parents.Count > 0, met, because));
        return new RuleWork<Formula>
        {
            Syntax = rule,
            Id = id,
            NoFault = noFault is null ? null : new Formula(rule.Name.Span, null, noFault, [], new ScalarInput(ScalarKind.Boolean, false)),
            Rules = children,
            Message = message,
            OnSuccess = Action(rule.OnSuccess, scope),
            OnFailure = Action(rule.OnFailure, scope),
        };
    }

    private static RuleWork<Formula> LeftOut(WorkflowRuleSyntax rule) => new() { Syntax = rule, Rules = [.. rule.Rules.Select(LeftOut)] };

    private (ConditionSyntax Require, ConditionSyntax? Fault, IReadOnlyList<RuleWork<Formula>> Children) Decide(
        WorkflowRuleSyntax rule,
        RuleScope scope
    )
    {
        // What is missing has been reported.
        if (rule.Expression is null
            || !Fits(_expressions.Of(rule.Expression), scope)
            || Note(_translator.TranslateCondition(_expressions.Of(rule.Expression), scope.ForExpression))
                is not { Condition: { } condition } translation
        )
        {
            return (new BrokenConditionSyntax(rule.Span), null, []);
        }

        return (condition, translation.Fault, []);
    }

    private (ConditionSyntax Require, ConditionSyntax? Fault, IReadOnlyList<RuleWork<Formula>> Children) Join(
        WorkflowRuleSyntax rule, RuleScope scope, IReadOnlyList<string> path, string id)
    {
        // A fault of the params around them is that of the rule itself: its children are then not looked at.
        var children = rule.Rules.Select(child => Translate(child, scope with { Faults = [] }, path)).ToList();
        ConditionSyntax[] references =
        [
            .. children
                .Where(c => c.Id is not null)
                .Select(c => new RuleReferenceSyntax(c.Syntax.Name.Span, new Name(c.Id!, c.Syntax.Name.Span))),
        ];
        if (references.Length == 0)
        {
            // None is enabled: then neither all of them nor any is satisfied.
            return (Logic.Decided(rule.Span, false, scope.Names.Inputs.FirstOrDefault() ?? _options.Clock), null, children);
        }

        var kind = rule.Operator == WorkflowOperator.And ? CompositionKind.All : CompositionKind.Any;
        return (references.Length == 1 ? references[0] : new CompositionSyntax(rule.Span, kind, references), null, children);
    }

    // By a name, so that an explanation says what it is about before it says what is missing.
    private ConditionReferenceSyntax? AddNoFault(WorkflowRuleSyntax rule, string id, ConditionSyntax fault)
    {
        if (Logic.IsFalse(fault))
        {
            return null;
        }

        var name = new Name(FreeCondition($"{id} can be worked out"), rule.Name.Span);
        _conditions.Add(name.Text, new NamedConditionSyntax(name, Logic.Not(rule.Span, fault)));
        return new ConditionReferenceSyntax(name.Span, name);
    }

    private string Free(IReadOnlyList<string> path)
    {
        var id = string.Join(" › ", path);
        for (var number = 2; !_ids.Add(id); number++)
        {
            id = $"{string.Join(" › ", path)} ({number})";
        }

        return id;
    }

    // Whether what is put in place keeps within bounds; if not, it is reported once, and nothing more is translated.
    private bool Fits(ExpressionSyntax expression, RuleScope scope) => Fits(expression, scope, out _);

    private bool Fits(ExpressionSyntax expression, RuleScope scope, out long size)
    {
        size = 0;
        if (_growth.IsTooLarge)
        {
            return false;
        }

        size = _growth.Add(expression, scope.Sizes);
        if (_growth.IsTooLarge)
        {
            _diagnostics.ParamsGrow(expression.Span, ParamGrowth.Most);
        }

        return !_growth.IsTooLarge;
    }

    private Translation.Translation? Note(Translation.Translation? translation)
    {
        if (translation is not null && translation.Clocks != ClockUse.None)
        {
            _clockAt ??= translation.ClockAt;
        }

        return translation;
    }
}
