using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Checking;

/// <summary>The rules that there are, by their ids; the conditions of one that another refers to are checked when they are first
/// needed.</summary>
internal sealed class DeclaredRules(
    IPartChecker parts, Declarations declared, CheckDiagnostics diagnostics, ExpandedSize size, ListChecker lists)
{
    // Of two rules that were given the same id, the first.
    private readonly Dictionary<string, DeclaredRule> _rules = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];
    private readonly Dictionary<string, (StageCondition? Condition, ExpandedSize.Extent Extent)> _stages = new(StringComparer.Ordinal);
    private readonly List<string> _openStages = [];

    /// <summary>Makes a rule known to references, unless its id is taken, which is reported.</summary>
    public DeclaredRule Declare(RuleSyntax rule)
    {
        var declared = new DeclaredRule(rule);
        if (!_rules.TryAdd(rule.Id.Text, declared))
        {
            diagnostics.Duplicate("rule", rule.Id, _rules[rule.Id.Text].Syntax.Id);
        }

        return declared;
    }

    /// <summary>Whether there is a rule of that id.</summary>
    public bool Has(string id) => _rules.ContainsKey(id);

    /// <summary>Makes room for so many rules.</summary>
    public void Expect(int rules) => _rules.EnsureCapacity(rules);

    /// <summary><c>{ "rule": id }</c>: that rule's <c>require</c> holds or its <c>when</c> does not.</summary>
    public RuleReference? CheckReference(RuleReferenceSyntax reference)
    {
        var id = reference.Id.Text;
        if (!_rules.TryGetValue(id, out var rule))
        {
            diagnostics.UnknownRule(reference.Id, _rules.Keys.Except(_open), declared.NamedConditions.ContainsKey(id));
            return null;
        }

        if (_open.Contains(id))
        {
            diagnostics.RuleCycle(reference.Id, _open.SkipWhile(r => r != id));
            return null;
        }

        if (declared.StageOf(rule.Syntax) is { } stage && _openStages.Contains(stage))
        {
            diagnostics.StageCycle(reference.Id, stage);
            return null;
        }

        var isKnown = rule.IsChecked;
        var (when, require) = Check(rule);
        if (
            require is null
            || (rule.Syntax.When is not null && when is null)
            || (isKnown && !size.UseAgain(rule.Extent, reference.Span))
        )
        {
            return null;
        }

        // A risk is met when it is not there.
        var met = rule.Syntax.WarnWhen is null ? require : new Negation(require.Span, require);
        return new RuleReference(
            reference.Span,
            when is null ? met : new Composition(reference.Span, CompositionKind.Any, [new Negation(reference.Span, when), met]),
            id,
            rule.Syntax.Title);
    }

    /// <summary>What a stage asks to apply; <see langword="null"/> if it always does, or if something is wrong with that.</summary>
    public StageCondition? ConditionOf(string stage)
    {
        if (_stages.TryGetValue(stage, out var known))
        {
            return known.Condition;
        }

        if (!declared.StageConditions.TryGetValue(stage, out var syntax))
        {
            return null;
        }

        var mark = size.Start();
        _openStages.Add(stage);
        var meaning = parts.Check(syntax.When!, declared.Root);
        _openStages.RemoveAt(_openStages.Count - 1);
        var condition = meaning is null ? null : new StageCondition(syntax.Name.Span, meaning, stage);
        _stages.Add(stage, (condition, size.Stop(mark)));
        return condition;
    }

    // Each rule of a stage that does not always apply asks first whether it does.
    private Condition? WithStage(RuleSyntax rule, Condition? when, bool isBroken)
    {
        if (declared.StageOf(rule) is not { } stage || ConditionOf(stage) is not { } condition || isBroken
            || !size.UseAgain(_stages[stage].Extent, rule.Id.Span))
        {
            return when;
        }

        return when is null ? condition : new Composition((rule.Stage ?? rule.Id).Span, CompositionKind.All, [condition, when]);
    }

    /// <summary>What it requires, and when: worked out when it is first needed, for itself or for a reference to it.</summary>
    public (Condition? When, Condition? Require) Check(DeclaredRule rule)
    {
        if (rule.IsChecked)
        {
            return (rule.When, rule.Require);
        }

        var syntax = rule.Syntax;
        var mark = size.Start();
        _open.Add(syntax.Id.Text);
        if (syntax.ForEach is not null)
        {
            size.Enter(syntax.ForEach.Span);
        }

        var opened = syntax.ForEach is { List: { } list } each ? lists.Check(list, each.As, declared.Root) : null;
        var scope = syntax.ForEach is null ? declared.Root : opened?.Scope;
        var when = syntax.When is null || scope is null ? null : parts.Check(syntax.When, scope);
        var require = (syntax.Require ?? syntax.WarnWhen) is { } condition && scope is not null ? parts.Check(condition, scope) : null;
        if (syntax.ForEach is not null)
        {
            size.Leave();
        }

        _open.RemoveAt(_open.Count - 1);
        EachElement? element = null;
        if (opened is { } elements && require is not null && (syntax.When is null || when is not null))
        {
            element = new EachElement(syntax.ForEach!.Span, elements.List, StageOf(syntax), when, require, syntax.WarnWhen is not null);
            (when, require) = (element.Applies(), element.Met());
        }

        when = WithStage(syntax, when, isBroken: syntax.When is not null && when is null);
        rule.Remember(when, require, element, scope, size.Stop(mark));
        return (when, require);
    }

    private StageCondition? StageOf(RuleSyntax rule) => declared.StageOf(rule) is { } stage ? ConditionOf(stage) : null;
}
