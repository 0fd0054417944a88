using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Testing;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>What of a rule set its tests have tested: outcomes of rules, values of conditions, and which parts of compositions made a
/// difference.</summary>
/// <remarks>
/// Results are added one by one, so that tests of any number of lines can be covered while they run. A case counts whether it passed or
/// not, unless it has no verdict. Not safe for use by several threads at the same time.
/// </remarks>
public sealed class RuleTestCoverage
{
    private readonly RuleSet _rules;
    private readonly Dictionary<string, HashSet<RuleOutcome>> _outcomes;
    private readonly ConditionTallies _conditions;
    private readonly PossiblyUnknown _possiblyUnknown;

    /// <summary>Begins with nothing reached.</summary>
    /// <param name="rules">The rules that are tested.</param>
    public RuleTestCoverage(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        _outcomes = rules.Rules.ToDictionary(r => r.Id, _ => new HashSet<RuleOutcome>(), StringComparer.Ordinal);
        _conditions = new ConditionTallies(rules.Checked);
        _possiblyUnknown = new PossiblyUnknown(rules.Vocabulary);
    }

    /// <summary>How many cases were counted.</summary>
    public int Cases { get; private set; }

    /// <summary>The rules, in the order of the rule set.</summary>
    public IReadOnlyList<RuleCoverage> Rules => [.. _rules.Rules.Select(CoverageOf)];

    /// <summary>The conditions of all rules, by file and position; a named condition that no rule uses is not among them.</summary>
    public IReadOnlyList<ConditionCoverage> Conditions => _conditions.ToCoverage();

    /// <summary>Outcomes of rules: of those that can be reached, how many were.</summary>
    public CoverageCount OutcomeCount
    {
        get
        {
            var rules = Rules;
            var reached = rules.Sum(r => r.Reached.Count);
            return new CoverageCount(reached, reached + rules.Sum(r => r.Missed.Count));
        }
    }

    /// <summary>Values of conditions: true, false and, where it can be, unknown.</summary>
    public CoverageCount ValueCount
    {
        get
        {
            var conditions = Conditions;
            return new CoverageCount(
                conditions.Sum(c => (c.WasTrue ? 1 : 0) + (c.WasFalse ? 1 : 0) + (c.WasUnknown && c.CanBeUnknown ? 1 : 0)),
                conditions.Sum(c => c.CanBeUnknown ? 3 : 2));
        }
    }

    /// <summary>Parts of compositions: how many were shown to make a difference alone.</summary>
    public CoverageCount PartCount
    {
        get
        {
            var parts = Conditions.Where(c => c.DecidedAlone is not null).ToList();
            return new CoverageCount(parts.Count(p => p.DecidedAlone == true), parts.Count);
        }
    }

    /// <summary>Counts a case; one without a verdict is passed over.</summary>
    /// <param name="result">A result of tests of these rules, with whatever parameters.</param>
    /// <exception cref="ArgumentException">The result is of other rules.</exception>
    /// <exception cref="ScenarioException">To look at every condition, also where evaluating could stop, takes more steps than
    /// <see cref="WorkLimits"/> allow.</exception>
    public void Add(RuleTestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result is not { Verdict: { } verdict, Scenario: { } scenario })
        {
            return;
        }

        if (!verdict.Rules.Select(r => r.Rule.Id).SequenceEqual(_outcomes.Keys))
        {
            throw new ArgumentException("The result is of other rules than the coverage.", nameof(result));
        }

        Cases++;
        foreach (var rule in verdict.Rules)
        {
            _outcomes[rule.Rule.Id].Add(rule.Outcome);
        }

        // Bound already when it was evaluated: this gives the same facts again.
        var scope = Scope.Of(scenario.Bind(result.Rules.Vocabulary, new DiagnosticBag()), result.Rules.Checked.Work.Part(2));
        foreach (var rule in result.Rules.Rules)
        {
            _conditions.Count(rule, scope);
        }
    }

    /// <summary>The three percentages; then, a line each, the rules and conditions with something missed.</summary>
    public override string ToString()
    {
        IEnumerable<string> lines =
        [
            $"outcomes of rules: {OutcomeCount}",
            $"values of conditions: {ValueCount}",
            $"parts that decided alone: {PartCount}",
            .. Rules.Where(r => r.Missed.Count > 0).Select(r => r.ToString()),
            .. Conditions.Where(c => !c.IsComplete).Select(c => c.ToString()),
        ];
        return string.Join('\n', lines);
    }

    private RuleCoverage CoverageOf(Rule rule)
    {
        var reached = _outcomes[rule.Id];
        return new RuleCoverage(
            rule,
            [.. reached.Order()],
            [.. OutcomeNames.AllOfRules.Where(outcome => !reached.Contains(outcome) && IsReachable(rule, outcome))]);
    }

    private bool IsReachable(Rule rule, RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Pending => rule.Deadline is not null,
        RuleOutcome.NotApplicable => rule.When is not null,
        // A deadline is judged by a date of the scenario, and any date may be unknown.
        RuleOutcome.Unknown => rule.Deadline is not null || _possiblyUnknown.Is(rule.When) || _possiblyUnknown.Is(rule.Require),
        _ => true,
    };
}
