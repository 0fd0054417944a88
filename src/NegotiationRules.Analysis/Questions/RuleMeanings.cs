using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What can be seen at a glance of the rules of two sets over one vocabulary: which did not change, with nothing that they read
/// changed, and which only became stronger or weaker.</summary>
/// <remarks>Not safe to share between threads.</remarks>
internal sealed class RuleMeanings
{
    private readonly SameMeaning _same = new();
    private readonly Implication _implication;
    private readonly Dictionary<Rule, Condition> _allowed = [];

    public RuleMeanings() => _implication = new Implication(_same);

    /// <summary>Whether two rules have the same outcome in every scenario.</summary>
    public bool AreSame(Rule one, Rule other) => one.IsRisk == other.IsRisk && _same.Are(one.When, other.When)
        && _same.Are(one.Require, other.Require) && _same.Are(one.Deadline, other.Deadline);

    /// <summary>Whether a stage applies by both sets in the same scenarios.</summary>
    public bool ApplyAlike(CheckedRuleSet one, CheckedRuleSet other, string stage) =>
        _same.Are(ConditionOf(one, stage), ConditionOf(other, stage));

    /// <summary>Whether a stage has the same outcome by both sets in every scenario.</summary>
    public bool AreSame(CheckedRuleSet one, CheckedRuleSet other, string stage)
    {
        var (rules, others) = (Deciding(one, stage), Deciding(other, stage));
        return ApplyAlike(one, other, stage) && rules.Count == others.Count
            && rules.TrueForAll(rule => others.Find(was => was.Id == rule.Id) is { } was && AreSame(rule, was));
    }

    /// <summary>Whether nothing misses the other where it does not miss the one.</summary>
    public bool Implies(Rule one, Rule other) => AreSame(one, other) || _implication.Holds(Allowed(one), Allowed(other));

    /// <summary>What of a stage may make it not valid by one set where it is by another.</summary>
    /// <param name="with">The set by which it is valid.</param>
    /// <param name="without">The other.</param>
    /// <param name="stage">The stage.</param>
    /// <returns>The rules of the other set that none of the first implies, and whether that the stage applies is implied.</returns>
    public (IReadOnlyList<Rule> Rules, bool Applies) Doubtful(CheckedRuleSet with, CheckedRuleSet without, string stage)
    {
        var given = Deciding(with, stage);
        return (
            Deciding(without, stage).FindAll(rule => !given.OrderBy(one => one.Id != rule.Id).Any(one => Implies(one, rule))),
            _implication.Holds(ConditionOf(with, stage), ConditionOf(without, stage)));
    }

    /// <summary>The rules that a stage hangs on.</summary>
    public static List<Rule> Deciding(CheckedRuleSet rules, string stage) =>
        [.. rules.Rules.Where(rule => rule.Stage == stage && GroundRules.Decides(rule))];

    private static StageCondition? ConditionOf(CheckedRuleSet rules, string stage) => rules.StageConditions[rules.Stages.IndexOf(stage)];

    // That it does not apply, or what must hold does.
    private Condition Allowed(Rule rule)
    {
        if (!_allowed.TryGetValue(rule, out var allowed))
        {
            var met = rule.IsRisk ? new Negation(rule.Span, rule.Require) : rule.Require;
            _allowed[rule] = allowed = rule.When is null ? met
                : new Composition(rule.Span, CompositionKind.Any, [new Negation(rule.Span, rule.When), met]);
        }

        return allowed;
    }
}
