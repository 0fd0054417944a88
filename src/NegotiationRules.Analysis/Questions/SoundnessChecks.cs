using System.Collections.Immutable;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Looks for what is wrong with a rule set whatever the facts are.</summary>
/// <param name="rules">The rules.</param>
/// <param name="scenarios">The scenarios in which they are to make sense.</param>
internal sealed class SoundnessChecks(CheckedRuleSet rules, AllScenarios scenarios)
{
    private readonly List<Defect> _defects = [];
    private readonly List<OpenDefect> _open = [];

    // Of these it is said already that something is wrong with them by themselves.
    private readonly HashSet<Rule> _told = [];

    public IReadOnlyList<Defect> Defects => _defects;

    public IReadOnlyList<OpenDefect> Open => _open;

    /// <summary>Makes all checks.</summary>
    public void Run()
    {
        foreach (var stage in rules.Stages)
        {
            var own = rules.Rules.Where(rule => rule.Stage == stage).ToList();
            if (Applies(stage))
            {
                own.ForEach(CheckAlone);
            }
        }

        foreach (var stage in rules.Stages)
        {
            List<Rule> required = [.. rules.Rules.Where(rule => rule.Stage == stage && GroundRules.Decides(rule) && !_told.Contains(rule))];
            var before = _defects.Count;
            CheckPairs(stage, required);
            if (_defects.Count == before)
            {
                CheckStage(stage);
            }

            CheckImplied(stage);
        }

        var parts = new PartChecks(rules, scenarios, _told.Contains);
        parts.Run();
        _defects.AddRange(parts.Defects);
        _open.AddRange(parts.Open);
    }

    private bool Applies(string stage)
    {
        if (ConditionOf(stage) is not { } condition)
        {
            return true;
        }

        var sought = Seek([condition], inquiry => inquiry.Rules[0].Applies(stage), scope => Applies(stage, scope));
        if (sought.IsNone)
        {
            _defects.Add(new Defect(DefectKind.NeverApplies, stage, null) { UpTo = sought.UpTo });
        }

        AddOpen(sought, DefectKind.NeverApplies, stage, null);
        return !sought.IsNone;
    }

    private void CheckAlone(Rule rule)
    {
        var satisfied = Seek(
            [rule], outcome => outcome[0] == RuleOutcome.Satisfied, inquiry => inquiry.Rules[0].Of(rule, RuleOutcome.Satisfied));
        if (satisfied.IsNone)
        {
            var applies = Seek(
                [rule], outcome => outcome[0] != RuleOutcome.NotApplicable,
                inquiry => !inquiry.Rules[0].Of(rule, RuleOutcome.NotApplicable));
            Tell(rule, applies.IsNone ? DefectKind.NeverApplies : DefectKind.NeverSatisfied, satisfied,
                applies.IsNone ? null : Smallest(SeekMissed(rule, mayBeSeen: false).Facts, [rule], IsMissed));
            return;
        }

        AddOpen(satisfied, DefectKind.NeverSatisfied, rule.Stage, rule);
        var missed = SeekMissed(rule);
        if (missed.IsNone)
        {
            Tell(rule, DefectKind.AlwaysSatisfied, missed,
                Smallest(satisfied.Facts, [rule], outcome => outcome[0] == RuleOutcome.Satisfied));
        }

        AddOpen(missed, DefectKind.AlwaysSatisfied, rule.Stage, rule);
    }

    private Sought SeekMissed(Rule rule, bool mayBeSeen = true) =>
        Seek([rule], IsMissed, inquiry => Missed(inquiry, rule), mayBeSeen);

    private static bool IsMissed(RuleOutcome[] outcomes) => outcomes[0] is RuleOutcome.Violated or RuleOutcome.Pending;

    private void Tell(Rule rule, DefectKind kind, Sought sought, FactRecord? witness)
    {
        _told.Add(rule);
        _defects.Add(new Defect(kind, rule.Stage, rule) { UpTo = sought.UpTo, Witness = witness });
    }

    private void CheckPairs(string stage, List<Rule> required)
    {
        for (var i = 0; i < required.Count; i++)
        {
            for (var j = i + 1; j < required.Count && scenarios.Budget.Allows(); j++)
            {
                if (!scenarios.Found.WereSatisfied(required[i], required[j]))
                {
                    CheckPair(stage, required[i], required[j]);
                }
            }
        }
    }

    private void CheckPair(string stage, Rule one, Rule other)
    {
        var both = Seek(
            [one, other], outcomes => outcomes.All(outcome => outcome == RuleOutcome.Satisfied),
            inquiry => inquiry.Circuit.And(
                inquiry.Rules[0].Of(one, RuleOutcome.Satisfied), inquiry.Rules[0].Of(other, RuleOutcome.Satisfied)));
        if (!both.IsNone)
        {
            AddOpen(both, DefectKind.Contradiction, stage, other, one);
            return;
        }

        // Two alternatives of which one applies at a time are no contradiction.
        var apply = Seek(
            [one, other], outcomes => outcomes.All(outcome => outcome != RuleOutcome.NotApplicable),
            inquiry => inquiry.Circuit.And(
                !inquiry.Rules[0].Of(one, RuleOutcome.NotApplicable), !inquiry.Rules[0].Of(other, RuleOutcome.NotApplicable)),
            mayBeSeen: false);
        if (apply.Facts is { } facts)
        {
            var witness = Smallest(facts, [one, other], outcomes => !outcomes.Contains(RuleOutcome.NotApplicable)
                && outcomes.Any(outcome => outcome is RuleOutcome.Violated or RuleOutcome.Pending));
            _defects.Add(new Defect(DefectKind.Contradiction, stage, other) { Core = [one], UpTo = both.UpTo, Witness = witness });
        }

        AddOpen(apply, DefectKind.Contradiction, stage, other, one);
    }

    private void CheckStage(string stage)
    {
        List<Rule> required = [.. rules.Rules.Where(rule => rule.Stage == stage && GroundRules.Decides(rule))];
        if (required.Exists(rule => _told.Contains(rule) && _defects.Exists(d => d.Rule == rule && d.Kind == DefectKind.NeverSatisfied)))
        {
            return;
        }

        var valid = Seek(
            ConditionsOf(stage, required), inquiry => inquiry.Rules[0].Of(stage, StageOutcome.Valid),
            scope => Applies(stage, scope) && required.TrueForAll(rule => Allows(RuleEvaluator.Evaluate(rule, scope))));
        if (valid.IsNone && !_defects.Exists(d => d.Stage == stage && d is { Kind: DefectKind.NeverApplies, Rule: null }))
        {
            var core = CoreOf(required, inquiry => [inquiry.Rules[0].Applies(stage)]);
            _defects.Add(new Defect(DefectKind.StageNeverValid, stage, null) { Core = core, UpTo = valid.UpTo });
        }

        AddOpen(valid, DefectKind.StageNeverValid, stage, null);
    }

    // The later of two goes first, so that of two that ask the same the one that was there first stays.
    private void CheckImplied(string stage)
    {
        List<Rule> own = [.. rules.Rules.Where(rule => rule.Stage == stage && !rule.IsRisk && !_told.Contains(rule))];
        foreach (var rule in Enumerable.Reverse(own).Where(rule => rule.Strength is Strength.Required or Strength.Expected).ToList())
        {
            // What somebody asks for stands by itself, whatever others ask for.
            List<Rule> others = [.. own.Where(other => other != rule && other.Holder == rule.Holder && (GroundRules.Decides(other)
                || other.Strength == rule.Strength))];
            if (!scenarios.Budget.Allows())
            {
                _open.Add(new OpenDefect(DefectKind.Implied, stage, rule, scenarios.WhyUndecided()));
            }
            else if (others.Count > 0 && !scenarios.Found.WasMissedAlone(rule, others) && IsImplied(stage, rule, others))
            {
                own.Remove(rule);
            }
        }
    }

    private bool IsImplied(string stage, Rule rule, List<Rule> others)
    {
        var alone = SeekMissed(stage, rule, others);
        AddOpen(alone, DefectKind.Implied, stage, rule);
        if (!alone.IsNone)
        {
            return false;
        }

        var core = CoreOf(others, inquiry => [inquiry.Rules[0].Applies(stage), Missed(inquiry, rule)]);
        // Whatever follows from rules that cannot be met together says nothing of them.
        if (core.IsEmpty || (core.Length > 1 && Seek(
            ConditionsOf(stage, core),
            inquiry => inquiry.Circuit.All([inquiry.Rules[0].Applies(stage), .. core.Select(inquiry.Rules[0].Allows)]),
            scope => Applies(stage, scope) && core.All(other => Allows(RuleEvaluator.Evaluate(other, scope)))).IsNone))
        {
            return false;
        }

        var isSame = core is [var other] && other.Strength == rule.Strength && SeekMissed(stage, other, [rule]).IsNone;
        _defects.Add(new Defect(isSame ? DefectKind.Duplicate : DefectKind.Implied, stage, rule) { Core = core, UpTo = alone.UpTo });
        return true;
    }

    private Sought SeekMissed(string stage, Rule rule, List<Rule> others) => Seek(
        ConditionsOf(stage, [.. others, rule]),
        inquiry => inquiry.Circuit.All(
            [inquiry.Rules[0].Applies(stage), Missed(inquiry, rule), .. others.Select(inquiry.Rules[0].Allows)]),
        scope => Applies(stage, scope) && RuleEvaluator.Evaluate(rule, scope) is RuleOutcome.Violated or RuleOutcome.Pending
            && others.TrueForAll(other => Allows(RuleEvaluator.Evaluate(other, scope))));

    private static Edge Missed(Inquiry inquiry, Rule rule) =>
        inquiry.Circuit.Or(inquiry.Rules[0].Of(rule, RuleOutcome.Violated), inquiry.Rules[0].Of(rule, RuleOutcome.Pending));

    private static bool Allows(RuleOutcome outcome) => outcome is RuleOutcome.Satisfied or RuleOutcome.NotApplicable;

    private ImmutableArray<Rule> CoreOf(List<Rule> candidates, Func<Inquiry, IReadOnlyList<Edge>> background)
    {
        var core = scenarios.Core(inquiry => (background(inquiry), [.. candidates.Select(inquiry.Rules[0].Allows)]));
        return core is null ? [.. candidates] : [.. core.Select(index => candidates[index])];
    }

    private StageCondition? ConditionOf(string stage) => rules.StageConditions[rules.Stages.IndexOf(stage)];

    private IEnumerable<Condition> ConditionsOf(string stage, IEnumerable<Rule> asked) =>
        [.. asked.SelectMany(AllScenarios.Of), .. ConditionOf(stage) is { } condition ? (Condition[])[condition] : []];

    private bool Applies(string stage, Scope scope) =>
        ConditionOf(stage) is not { } condition || TreeWalk.Evaluate(condition, scope) != Truth.False;

    // What is to be shown is sought by itself: what was found for another question has more in it.
    private Sought Seek(Rule[] asked, Func<RuleOutcome[], bool> isIt, Func<Inquiry, Edge> where, bool mayBeSeen = true) => Seek(
        asked.SelectMany(AllScenarios.Of), where,
        scope => isIt([.. asked.Select(rule => RuleEvaluator.Evaluate(rule, scope))]), mayBeSeen);

    private Sought Seek(IEnumerable<Condition> about, Func<Inquiry, Edge> where, Func<Scope, bool> isIt, bool mayBeSeen = true) =>
        scenarios.Seek(about, where, isIt, mayBeSeen);

    private FactRecord? Smallest(FactRecord? facts, Rule[] asked, Func<RuleOutcome[], bool> isIt) =>
        scenarios.Smallest(facts, scope => isIt([.. asked.Select(rule => RuleEvaluator.Evaluate(rule, scope))]));

    private void AddOpen(Sought sought, DefectKind kind, string stage, Rule? rule, Rule? other = null)
    {
        if (sought.Why is { } why)
        {
            _open.Add(new OpenDefect(kind, stage, rule, why) { Other = other });
        }
    }
}
