using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Explanation;

/// <summary>The rules of a stage, sorted by what their outcomes mean for it; those that mean the same in the order of the file.</summary>
internal readonly struct SortedRules
{
    private readonly Rule[] _sorted;

    // Where the rules of each bearing begin, and after the last of them where all end.
    private readonly Starts _starts;

    /// <param name="rules">The rules of a stage, or of it those of one holder.</param>
    /// <param name="outcomes">What became of each rule.</param>
    /// <param name="applies">Whether the stage may apply.</param>
    public SortedRules(Rule[] rules, ImmutableArray<RuleOutcome> outcomes, bool applies)
    {
        Outcome = applies ? StageOutcome.Valid : StageOutcome.NotApplicable;
        All = rules;
        foreach (var rule in rules)
        {
            var outcome = outcomes[rule.Index];
            _starts[(int)Bearings.Of(rule, outcome) + 1]++;
            Outcome = applies ? StageEvaluator.Together(Outcome, StageEvaluator.OutcomeBy(rule, outcome)) : Outcome;
        }

        for (var i = 1; i <= (int)Bearing.Idle + 1; i++)
        {
            _starts[i] += _starts[i - 1];
        }

        _sorted = new Rule[rules.Length];
        var next = _starts;
        foreach (var rule in rules)
        {
            _sorted[next[(int)Bearings.Of(rule, outcomes[rule.Index])]++] = rule;
        }
    }

    /// <summary>All of them, in the order of the file.</summary>
    public IReadOnlyList<Rule> All { get; }

    /// <summary>What comes of them for the stage.</summary>
    public StageOutcome Outcome { get; }

    public ReadOnlySpan<Rule> this[Bearing bearing] => Between(bearing, bearing);

    /// <summary>Those from one bearing to another, both included.</summary>
    public ReadOnlySpan<Rule> Between(Bearing first, Bearing last) => _sorted.AsSpan(_starts[(int)first].._starts[(int)last + 1]);

    [InlineArray((int)Bearing.Idle + 2)]
    private struct Starts
    {
        private int _first;
    }
}
