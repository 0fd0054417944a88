using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Looks for parts of rules that make no difference: the rule is the same as if they always held, or never did.</summary>
/// <param name="rules">The rules.</param>
/// <param name="scenarios">The scenarios in which they are to make sense.</param>
/// <param name="isLeftOut">Whether nothing is to be said of the parts of a rule.</param>
internal sealed class PartChecks(CheckedRuleSet rules, AllScenarios scenarios, Func<Rule, bool> isLeftOut)
{
    // A part that is named may make a difference in one rule and none in another: it is superfluous only if it makes none in any.
    private readonly Dictionary<Span, (Defect Defect, int Rules)> _without = [];
    private readonly Dictionary<Span, int> _looked = [];
    private readonly List<OpenDefect> _open = [];

    public IEnumerable<Defect> Defects => _without.Where(pair => pair.Value.Rules == _looked[pair.Key]).Select(pair => pair.Value.Defect);

    public IReadOnlyList<OpenDefect> Open => _open;

    public void Run()
    {
        foreach (var rule in rules.Rules.Where(rule => !isLeftOut(rule)))
        {
            foreach (var whole in new[] { rule.When, rule.Require }.OfType<Condition>())
            {
                Look(rule, whole, whole, isPart: false, []);
            }
        }
    }

    // Of a rule of which something was not decided, the rest would not be either.
    private bool IsOpen(Rule rule) => _open.Exists(open => open.Rule == rule);

    // Outermost first: of what makes no difference, nothing inside makes any.
    private void Look(Rule rule, Condition whole, Condition part, bool isPart, HashSet<Condition> seen)
    {
        if (!seen.Add(part) || IsOpen(rule) || part is RuleReference or StageCondition)
        {
            return;
        }

        if (isPart && part.Span.Source is not null)
        {
            _looked[part.Span] = _looked.GetValueOrDefault(part.Span) + 1;
            if (Check(rule, whole, part))
            {
                return;
            }
        }

        // What is written as a whole is one: `in`, `between`.
        if (part is Defined { IsNamed: false })
        {
            return;
        }

        foreach (var inner in part.Children.Select(child => child.Node))
        {
            LookInto(rule, whole, inner, part is Composition { Parts.Length: > 1 } or AtLeastOf or Quantified or NamedCondition, seen);
        }
    }

    private void LookInto(Rule rule, Condition whole, Node node, bool isPart, HashSet<Condition> seen)
    {
        if (node is Condition condition)
        {
            Look(rule, whole, condition, isPart && condition is not Defined { IsNamed: true }, seen);
            return;
        }

        foreach (var inner in node.Children.Select(child => child.Node))
        {
            LookInto(rule, whole, inner, isPart: true, seen);
        }
    }

    private bool Check(Rule rule, Condition whole, Condition part)
    {
        foreach (var isSo in (bool[])[true, false])
        {
            var constant = new Composition(part.Span, isSo ? CompositionKind.All : CompositionKind.Any, []);
            var other = new Rewriter(_ => null, intoLists: true) { Replace = node => node == part ? constant : null }.Of(whole);
            var sought = Differs(rule, whole, other);
            if (sought.IsNone)
            {
                var defect = new Defect(DefectKind.WithoutEffect, rule.Stage, rule) { Part = part, PartIs = isSo, UpTo = sought.UpTo };
                _without[part.Span] = _without.TryGetValue(part.Span, out var before) ? (before.Defect, before.Rules + 1) : (defect, 1);
                return true;
            }

            if (sought.Why is { } why)
            {
                _open.Add(new OpenDefect(DefectKind.WithoutEffect, rule.Stage, rule, why));
                return false;
            }
        }

        return false;
    }

    private Sought Differs(Rule rule, Condition whole, Condition other)
    {
        // What is required where the rule does not apply makes no difference.
        var when = whole == rule.When ? null : rule.When;
        return scenarios.Seek(
            when is null ? [whole, other] : [whole, other, when],
            inquiry =>
            {
                var (circuit, one, two) = (inquiry.Circuit, inquiry.Of(whole), inquiry.Of(other));
                var differs = circuit.Or(circuit.Xor(one.True, two.True), circuit.Xor(one.False, two.False));
                return when is null ? differs : circuit.And(differs, !inquiry.Of(when).False);
            },
            scope => TreeWalk.Evaluate(whole, scope) != TreeWalk.Evaluate(other, scope)
                && (when is null || TreeWalk.Evaluate(when, scope) != Truth.False),
            mayBeSeen: true);
    }
}
