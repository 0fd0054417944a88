using System.Collections.Immutable;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Finds tests that show what each condition of each rule does: a scenario in which the rule hangs on it and is as if it held,
/// and one
/// in which it is as if it did not (masking MC/DC).</summary>
internal sealed class TestSuggester
{
    private static readonly RuleOutcome[] Decided = [.. Enum.GetValues<RuleOutcome>().Where(outcome => outcome != RuleOutcome.Unknown)];

    private readonly RuleSet _rules;
    private readonly AnalysisLimits _limits;
    private readonly ImmutableArray<TriedCase> _cases;
    private readonly NearScenarios _near;

    /// <param name="tests">The tests there are.</param>
    /// <param name="limits">How much work each scenario that is missing may be.</param>
    public TestSuggester(RuleTests tests, AnalysisLimits limits)
    {
        (_rules, _limits) = (tests.Rules, limits);
        _cases = [.. tests.Stream().Where(result => result.Passed && result.Rules == _rules).Select(result => new TriedCase(result))];
        _near = new NearScenarios(_rules, _cases);
    }

    /// <summary>What is missing of each rule of the file that was asked for.</summary>
    /// <param name="rule">The id of the only rule to look at; <see langword="null"/> for all.</param>
    public IEnumerable<SuggestionsOfRule> Ask(string? rule)
    {
        // Rules of another format stand in no text.
        var own = _rules.Checked.Rules.Where(one => one.Span.Source?.Name == _rules.Text?.Name || _rules.Text is null);
        return own.Where(one => rule is null || one.Id == rule).Select(Ask);
    }

    private SuggestionsOfRule Ask(Rule rule)
    {
        var parts = RulePart.Of(rule, _rules.Vocabulary.Root);
        var wanted = parts.SelectMany(part => new[] { new Wanted(part, true), new Wanted(part, false) }).ToList();
        var missing = wanted.ToList();
        foreach (var one in _cases.TakeWhile(_ => missing.Count > 0))
        {
            RemoveShown(missing, one.Facts);
        }

        var shown = wanted.Count - missing.Count;
        var found = new List<(TellingCase Test, List<Wanted> Shows)>();
        var unreached = new List<Unreached>();
        while (missing is [var next, ..])
        {
            _limits.CancellationToken.ThrowIfCancellationRequested();
            var sought = Seek(next, missing);
            if (sought.Facts is { } facts && Smallest(rule, facts, Shown(missing, facts)) is { } test)
            {
                found.Add((test, Shown(wanted, test.Facts)));
                RemoveShown(missing, test.Facts);
            }

            // Whatever came of it, it is not asked again.
            if (missing.Remove(next))
            {
                unreached.Add(new Unreached(next, sought.IsNone && sought.UpTo.Count == 0 ? null
                    : sought.Why ?? new NotDecided("the evaluator says otherwise of the scenario that was found")));
            }
        }

        // What the others show as well need not be there.
        for (var i = found.Count - 1; i >= 0; i--)
        {
            var others = found.Where((_, at) => at != i).SelectMany(other => other.Shows).ToHashSet();
            if (found[i].Shows.TrueForAll(one => others.Contains(one) || _cases.Any(@case => IsShown(one, @case.Facts))))
            {
                found.RemoveAt(i);
            }
        }

        return new SuggestionsOfRule(rule, wanted.Count, shown, [.. found.Select(one => one.Test)], unreached);
    }

    private Sought Seek(Wanted wanted, List<Wanted> missing)
    {
        // Of those near to what the tests have, one that shows the most.
        var budget = _limits.NewBudget();
        var near = _near.Of(wanted.Part.Rule.Index, budget).Where(facts => budget.Allows() && IsShown(wanted, facts)).Take(Tried)
            .MaxBy(facts => Shown(missing, facts).Count);
        if (near is not null)
        {
            return Sought.Found(near);
        }

        var part = wanted.Part;
        Rule[] three = [part.Rule, part.IfTrue, part.IfFalse];
        CheckedRuleSet[] sets = [.. three.Select(rule => _rules.Checked with
        {
            Rules = [rule],
            StageOfRule = [_rules.Checked.StageOfRule[part.Rule.Index]],
            StageConditions = [.. _rules.Checked.StageConditions.Select(_ => (StageCondition?)null)],
        })];
        var all = new AllScenarios(sets, [], _limits);
        return all.Seek(three.SelectMany(AllScenarios.Of), inquiry => HangsOn(inquiry, three, wanted.Holds), _ => true);
    }

    private static Edge HangsOn(Inquiry inquiry, Rule[] three, bool holds)
    {
        var circuit = inquiry.Circuit;
        return circuit.Any(
            from held in Decided
            from failed in Decided
            where held != failed
            select circuit.All(
                inquiry.Rules[0].Of(three[0], holds ? held : failed), inquiry.Rules[1].Of(three[1], held),
                inquiry.Rules[2].Of(three[2], failed)));
    }

    private TellingCase? Smallest(Rule rule, FactRecord facts, List<Wanted> shows)
    {
        if (shows.Count == 0)
        {
            return null;
        }

        var budget = _limits.NewBudget();
        var smallest = Shrinking.Shrink(facts, fewer => budget.Allows() && shows.TrueForAll(one => IsShown(one, fewer)));
        var read = TellingCase.Read(_rules, rule, smallest);
        return read is not null && shows.TrueForAll(one => IsShown(one, read.Facts))
            ? read with { Because = shows[0].Part.Says(shows[0].Holds) } : null;
    }

    private void RemoveShown(List<Wanted> wanted, FactRecord facts) => wanted.RemoveAll(Shown(wanted, facts).Contains);

    private List<Wanted> Shown(List<Wanted> wanted, FactRecord facts) =>
        [.. wanted.GroupBy(one => one.Part).SelectMany(ofPart => ofPart.Key.ShownBy(facts, _rules.Checked.Work) is { } holds
            ? ofPart.Where(one => one.Holds == holds) : [])];

    private bool IsShown(Wanted wanted, FactRecord facts) => wanted.Part.ShownBy(facts, _rules.Checked.Work) == wanted.Holds;

    private const int Tried = 20;
}

/// <summary>What a test is to show.</summary>
/// <param name="Part">The condition that the rule is to hang on.</param>
/// <param name="Holds">Whether the rule is to be as if it held.</param>
internal sealed record Wanted(RulePart Part, bool Holds);

/// <summary>What no scenario was found for.</summary>
/// <param name="Wanted">What it was to show.</param>
/// <param name="Why">Why it is not decided whether there is one; <see langword="null"/> if it is proved that there is none.</param>
internal sealed record Unreached(Wanted Wanted, NotDecided? Why);

/// <summary>What is missing in the tests of a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Wanted">How much there is to show.</param>
/// <param name="Shown">How much of it the tests show.</param>
/// <param name="Tests">Tests that show the rest.</param>
/// <param name="Unreached">What none shows.</param>
internal sealed record SuggestionsOfRule(
    Rule Rule, int Wanted, int Shown, IReadOnlyList<TellingCase> Tests, IReadOnlyList<Unreached> Unreached);
