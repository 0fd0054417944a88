using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>Evaluates one scenario after the other in memory that it uses again: for loops that ask again and again.</summary>
/// <remarks>
/// <para>Allocates nothing, as is said of each method, unless a rule asks what only the tree walk works out, such as a selection, a
/// duration that is a fact or floating point that is reckoned with: <see cref="RuleSet.DescribeProgram"/> tells those as
/// <c>by tree walk</c>.</para>
/// <para>Holds the outcomes of the last scenario until the next is evaluated; they are exactly those of
/// <see cref="RuleSet.Evaluate(Scenario)"/>, which is what to ask for the
/// reasons. Rules and stages go by their places in <see cref="RuleSet.Rules"/> and <see cref="RuleSet.Stages"/>; a place that does not
/// exist is an <see cref="ArgumentOutOfRangeException"/>. Before the first scenario, and after one with faults, there are no outcomes, and
/// asking for one is an <see cref="InvalidOperationException"/>.</para>
/// <para>Has memory of its own, so make one for each thread; any number may share a rule set.</para>
/// </remarks>
public sealed class ScenarioEvaluator
{
    private readonly LaneEvaluator _evaluator;
    private readonly ScenarioIntake _intake;
    private readonly FactTable _table;
    private bool _hasOutcomes;

    /// <summary>An evaluator that has evaluated nothing yet.</summary>
    /// <param name="rules">The rules to evaluate.</param>
    public ScenarioEvaluator(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rules = rules;
        _evaluator = new LaneEvaluator(rules.Checked, rules.Lanes);
        _intake = rules.NewIntake();
        _table = rules.NewTable();
    }

    /// <summary>The rules to evaluate.</summary>
    public RuleSet Rules { get; }

    /// <summary>All stages together: invalid if one is, else undetermined if one is, else valid.</summary>
    public StageOutcome Outcome => Outcomes.OutcomeOfAll();

    private LaneEvaluator Outcomes =>
        _hasOutcomes
            ? _evaluator
            : throw new InvalidOperationException("There are no outcomes: no scenario was evaluated, or the last one had faults.");

    /// <summary>What became of a rule.</summary>
    /// <param name="rule">Its place in <see cref="RuleSet.Rules"/>.</param>
    public RuleOutcome OutcomeOf(int rule) => Outcomes.OutcomeOf(Rules.RuleAt(rule));

    /// <summary>What became of a rule.</summary>
    /// <param name="rule">The rule, one of <see cref="RuleSet.Rules"/> of these rules, or of the same with other parameters.</param>
    /// <exception cref="ArgumentException">It is a rule of another rule set.</exception>
    public RuleOutcome OutcomeOf(Rule rule) => Outcomes.OutcomeOf(Rules.RuleAt(rule));

    /// <summary>What became of a rule.</summary>
    /// <param name="rule">The id of the rule.</param>
    /// <exception cref="KeyNotFoundException">No rule has that id.</exception>
    public RuleOutcome OutcomeOf(string rule) => Outcomes.OutcomeOf(Rules.RuleAt(rule));

    /// <summary>What became of a stage.</summary>
    /// <param name="stage">The name of the stage.</param>
    /// <exception cref="KeyNotFoundException">No stage has that name.</exception>
    public StageOutcome OutcomeOfStage(string stage) => Outcomes.OutcomeOfStage(Rules.StageAt(stage));

    /// <summary>What became of a stage.</summary>
    /// <param name="stage">Its place in <see cref="RuleSet.Stages"/>.</param>
    public StageOutcome OutcomeOfStage(int stage) => Outcomes.OutcomeOfStage(Rules.StageAt(stage));

    /// <summary>Copies what became of all rules, in the order of <see cref="RuleSet.Rules"/>.</summary>
    /// <param name="outcomes">Where to; as long as there are rules, or longer.</param>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    public void CopyOutcomes(Span<RuleOutcome> outcomes)
    {
        if (outcomes.Length < Rules.Rules.Count)
        {
            throw new ArgumentException(
                $"There is room for {outcomes.Length} outcomes, and there are {Rules.Rules.Count} rules.",
                nameof(outcomes)
            );
        }

        Outcomes.CopyOutcomes(outcomes);
    }

    /// <summary>Copies a bit for each rule, 64 to a word, the first in the lowest place: whether it is satisfied.</summary>
    /// <param name="bits">Where to; a word for every 64 rules begun, or more.</param>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    public void CopySatisfied(Span<ulong> bits)
    {
        if (bits.Length < Bits.Words(Rules.Rules.Count))
        {
            throw new ArgumentException(
                $"There is room for {bits.Length} words, and it takes {Bits.Words(Rules.Rules.Count)}.",
                nameof(bits)
            );
        }

        Outcomes.CopySatisfied(bits);
    }

    /// <summary>Evaluates a scenario that was made ready. Allocates nothing.</summary>
    /// <param name="scenario">The scenario, made ready for these rules by <see cref="RuleSet.Prepare"/>.</param>
    /// <exception cref="ArgumentException">It was made ready for other rules.</exception>
    /// <exception cref="ScenarioException">A value grows beyond what can be represented.</exception>
    public void Evaluate(PreparedScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Rules != Rules)
        {
            throw new ArgumentException("The scenario was made ready for other rules.", nameof(scenario));
        }

        _hasOutcomes = _evaluator.TryRun(scenario.Table, scenario.Facts) || Walk(scenario.Facts);
    }

    /// <summary>Evaluates a scenario in UTF-8 JSON. Allocates nothing, as long as the scenario is plain JSON without faults.</summary>
    /// <remarks>
    /// Facts that no rule reads are skipped: they must be of the vocabulary and come once, but whether a number is within its bounds, or a
    /// text one of those allowed, is not asked of them.
    /// </remarks>
    /// <param name="utf8Json">The scenario: one JSON object.</param>
    /// <exception cref="ScenarioException">It is not JSON, a fact is not of the vocabulary or not of its type, or a value grows beyond what
    /// can be represented.</exception>
    public void EvaluateJson(ReadOnlySpan<byte> utf8Json)
    {
        Begin();
        if (!_intake.TryAdd(utf8Json, _table, out var facts, out var diagnostics))
        {
            throw new ScenarioException(diagnostics);
        }

        _hasOutcomes = _evaluator.TryRun(_table, facts) || Walk(facts ?? _intake.Bind(Scenario.Parse(utf8Json)));
    }

    /// <summary>Evaluates an object, its properties taken as facts by their names. Allocates nothing where lists are arrays or
    /// <see cref="List{T}"/>.</summary>
    /// <remarks>Properties whose facts no rule reads are not read.</remarks>
    /// <param name="facts">The object; see <see cref="Scenario.From{T}(T, PropertyNaming)"/>.</param>
    /// <param name="naming">How properties without a name of their own are named; <see cref="PropertyNaming.CamelCase"/> if left
    /// out.</param>
    /// <exception cref="ScenarioException">A property is not a fact of the vocabulary or not of its type, or a value grows beyond what can
    /// be represented.</exception>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public void EvaluateObject<T>(T facts, PropertyNaming naming = PropertyNaming.CamelCase)
        where T : class => EvaluateObject(facts, ObjectOptions.Of(naming));

    /// <summary>Evaluates an object, its properties taken as facts as the options say. Allocates nothing where lists are arrays or
    /// <see cref="List{T}"/>, and no element is of a type derived from the list's.</summary>
    /// <remarks>Properties whose facts no rule reads are not read.</remarks>
    /// <param name="facts">The object; see <see cref="Scenario.From{T}(T, Vocabulary, ObjectOptions)"/>.</param>
    /// <param name="options">How properties are taken.</param>
    /// <exception cref="ScenarioException">A property is not a fact of the vocabulary or not of its type, or a value grows beyond what can
    /// be represented.</exception>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public void EvaluateObject<T>(T facts, ObjectOptions options)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(options);
        Begin();
        if (!_intake.TryAdd(facts, options, _table, out var bound, out var diagnostics))
        {
            throw new ScenarioException(diagnostics);
        }

        _hasOutcomes = _evaluator.TryRun(_table, bound) || Walk(bound ?? _intake.BindObject(facts, options));
    }

    private void Begin()
    {
        _hasOutcomes = false;
        _table.Clear();
    }

    private bool Walk(FactRecord facts)
    {
        _hasOutcomes = false;
        var bag = new DiagnosticBag();
        return _evaluator.TryWalk(facts, bag) ? true : throw new ScenarioException(bag.ToSorted());
    }
}
