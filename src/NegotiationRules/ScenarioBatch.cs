using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>Many scenarios that are evaluated together: fact by fact instead of scenario by scenario, which is far quicker for
/// each.</summary>
/// <remarks>
/// <para>Add scenarios, evaluate, read the outcomes, clear, and begin again: the memory is kept. Some thousands at a time are enough; more
/// do not get cheaper.</para>
/// <para>The outcomes are exactly those of <see cref="RuleSet.Evaluate(Scenario)"/>. Scenarios go by their places in the order in which
/// they were added, rules and stages by those in <see cref="RuleSet.Rules"/> and <see cref="RuleSet.Stages"/>, or by their ids and
/// names; a place that does not exist is an <see cref="ArgumentOutOfRangeException"/>. A scenario in which a value grows
/// beyond what can be represented has faults instead of outcomes, and is in no count.</para>
/// <para>For one thread at a time, which may have others help it to evaluate. Any number of batches may share a rule set.</para>
/// </remarks>
public sealed partial class ScenarioBatch
{
    private static readonly IReadOnlyList<Diagnostic> None = [];

    private readonly BatchEvaluator _evaluator;
    private readonly ScenarioIntake _intake;
    private readonly List<AddedScenario> _added = [];
    private readonly Func<int, FactRecord> _factsOf;
    private ScenarioColumns? _columns;
    private Func<int, FactRecord>? _factsOfColumns;
    private bool _hasColumns;
    private int _inColumns;
    private bool _isEvaluated;

    /// <summary>A batch without scenarios.</summary>
    /// <param name="rules">The rules to evaluate.</param>
    public ScenarioBatch(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rules = rules;
        _evaluator = new BatchEvaluator(rules.Checked, rules.Program);
        _intake = rules.NewIntake();
        _factsOf = FactsOf;
    }

    /// <summary>The rules to evaluate.</summary>
    public RuleSet Rules { get; }

    /// <summary>How many scenarios there are.</summary>
    public int Count => _hasColumns ? _inColumns : _added.Count;

    /// <summary>Whether any scenario has faults instead of outcomes.</summary>
    internal bool HasFaulty => Outcomes.HasFaulty;

    private BatchOutcomes Outcomes =>
        _isEvaluated ? _evaluator.Outcomes : throw new InvalidOperationException("The batch was not evaluated since a scenario was added.");

    /// <summary>Takes all scenarios out. Their memory is used for the next.</summary>
    public void Clear()
    {
        _evaluator.Clear(keepsTexts: _columns is not null);
        _added.Clear();
        _columns?.Leave();
        _factsOfColumns = null;
        (_inColumns, _hasColumns, _isEvaluated) = (0, false, false);
    }

    /// <summary>Adds a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="ScenarioException">A fact is not of the vocabulary or not of its type. The scenario is not added.</exception>
    public void Add(Scenario scenario)
    {
        if (!TryAdd(scenario, out var diagnostics))
        {
            throw new ScenarioException(diagnostics);
        }
    }

    /// <summary>Adds a scenario, without an exception for what is wrong with it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="diagnostics">What is wrong with it, sorted by position; empty if it was added.</param>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(Scenario scenario, out IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ThrowIfColumns();
        var facts = _intake.TryAdd(scenario, _evaluator.Table, out diagnostics);
        return facts is not null && Keep(new AddedScenario(facts, default));
    }

    /// <summary>Adds facts that were bound to the vocabulary of the rules.</summary>
    internal void Add(FactRecord facts)
    {
        ThrowIfColumns();
        _evaluator.Table.Add(facts);
        Keep(new AddedScenario(facts, default));
    }

    /// <summary>Adds a scenario in UTF-8 JSON.</summary>
    /// <param name="utf8Json">The scenario: one JSON object. The memory must stay as it is until the batch is cleared.</param>
    /// <exception cref="ScenarioException">It is not JSON, or a fact is not of the vocabulary or not of its type. The scenario is not
    /// added.</exception>
    /// <inheritdoc cref="TryAddJson" path="/remarks"/>
    public void AddJson(ReadOnlyMemory<byte> utf8Json)
    {
        if (!TryAddJson(utf8Json, out var diagnostics))
        {
            throw new ScenarioException(diagnostics);
        }
    }

    /// <summary>Adds a scenario in UTF-8 JSON, without an exception for what is wrong with it.</summary>
    /// <remarks>
    /// Facts that no rule reads are skipped: they must be of the vocabulary and come once, but whether a number is within its bounds, or a
    /// text one of those allowed, is not asked of them. No strings are made of texts that rules do not ask for.
    /// </remarks>
    /// <param name="utf8Json">The scenario: one JSON object. The memory must stay as it is until the batch is cleared.</param>
    /// <param name="diagnostics">What is wrong with it, sorted by position; empty if it was added.</param>
    /// <returns>Whether it was added.</returns>
    public bool TryAddJson(ReadOnlyMemory<byte> utf8Json, out IReadOnlyList<Diagnostic> diagnostics)
    {
        ThrowIfColumns();
        return _intake.TryAdd(utf8Json.Span, _evaluator.Table, out var facts, out diagnostics) && Keep(new AddedScenario(facts, utf8Json));
    }

    /// <summary>Adds an object, its properties taken as facts by their names.</summary>
    /// <remarks>Properties whose facts no rule reads are not read.</remarks>
    /// <param name="facts">The object; see <see cref="Scenario.From{T}(T, PropertyNaming)"/>. It must not change until the batch is
    /// cleared.</param>
    /// <param name="naming">How properties without a name of their own are named; <see cref="PropertyNaming.CamelCase"/> if left
    /// out.</param>
    /// <exception cref="ScenarioException">A property is not a fact of the vocabulary or not of its type. The scenario is not
    /// added.</exception>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public void AddObject<T>(T facts, PropertyNaming naming = PropertyNaming.CamelCase)
        where T : class => AddObject(facts, ObjectOptions.Of(naming));

    /// <summary>Adds an object, its properties taken as facts as the options say.</summary>
    /// <remarks>Properties whose facts no rule reads are not read.</remarks>
    /// <param name="facts">The object; see <see cref="Scenario.From{T}(T, Vocabulary, ObjectOptions)"/>. It must not change until the batch
    /// is cleared.</param>
    /// <param name="options">How properties are taken.</param>
    /// <exception cref="ScenarioException">A property is not a fact of the vocabulary or not of its type. The scenario is not
    /// added.</exception>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public void AddObject<T>(T facts, ObjectOptions options)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(options);
        ThrowIfColumns();
        if (!_intake.TryAdd(facts, options, _evaluator.Table, out var bound, out var diagnostics))
        {
            throw new ScenarioException(diagnostics);
        }

        Keep(bound is null ? new AddedScenario(facts, default, _intake.BinderOf<T>(options)) : new AddedScenario(bound, default));
    }

    /// <summary>Makes place for so many scenarios whose facts are then written straight into columns; what was in the batch is taken
    /// out.</summary>
    /// <param name="count">How many scenarios.</param>
    /// <returns>The columns, the same object each time. End with <see cref="ScenarioColumns.End"/> before evaluating.</returns>
    /// <exception cref="InvalidOperationException">The rules ask for facts that are not laid out in columns; the message names the first
    /// such rule.</exception>
    public ScenarioColumns BeginColumns(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (Rules.FirstRuleThatWalks is { } rule)
        {
            throw new InvalidOperationException(
                $"The rule '{rule.Id}' has a condition that is evaluated fact by fact (a selection, a duration that is a fact, or "
                    + "reckoning in floating point), which takes whole scenarios: add them one by one."
            );
        }

        Clear();
        _columns ??= new ScenarioColumns(this, _evaluator.Table);
        _columns.Begin(count);
        _hasColumns = true;
        return _columns;
    }

    /// <summary>Evaluates all scenarios.</summary>
    /// <param name="threads">How many threads work at it, this one among them; 1 if left out. The outcomes do not depend on it.</param>
    /// <exception cref="InvalidOperationException">Columns have been begun and not ended.</exception>
    public void Evaluate(int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (_columns is { IsOpen: true })
        {
            throw new InvalidOperationException("The columns have not been ended.");
        }

        // What an added object throws when it is read again is not caught, and leaves no outcomes.
        _isEvaluated = false;
        _evaluator.Evaluate(_factsOf, threads);
        _isEvaluated = true;
    }

    /// <summary>What keeps a scenario from having outcomes: a value that grows beyond what can be represented. Empty if nothing
    /// does.</summary>
    /// <param name="scenario">The place of the scenario.</param>
    public IReadOnlyList<Diagnostic> DiagnosticsOf(int scenario) =>
        Outcomes.IsFaulty(At(scenario)) ? _evaluator.FaultsOf(scenario)!.ToSorted() : None;

    /// <summary>What became of a rule in a scenario.</summary>
    /// <param name="scenario">The place of the scenario.</param>
    /// <param name="rule">The place of the rule.</param>
    /// <exception cref="InvalidOperationException">The batch was not evaluated since a scenario was added, or the scenario has no
    /// outcomes.</exception>
    public RuleOutcome OutcomeOf(int scenario, int rule) => Outcomes.OutcomeOf(Rules.RuleAt(rule), Good(scenario));

    /// <summary>What became of a stage in a scenario.</summary>
    /// <param name="scenario">The place of the scenario.</param>
    /// <param name="stage">The place of the stage.</param>
    /// <inheritdoc cref="OutcomeOf(int, int)" path="/exception"/>
    public StageOutcome OutcomeOfStage(int scenario, int stage) => Outcomes.OutcomeOfStage(Rules.StageAt(stage), Good(scenario));

    /// <summary>All stages of a scenario together: invalid if one is, else undetermined if one is, else valid.</summary>
    /// <param name="scenario">The place of the scenario.</param>
    /// <inheritdoc cref="OutcomeOf(int, int)" path="/exception"/>
    public StageOutcome OutcomeOf(int scenario) => Outcomes.OutcomeOfAll(Good(scenario));

    /// <summary>The required rules that keep a stage from being valid in a scenario: violated, pending or unknown, in the order of the rule
    /// set.</summary>
    /// <param name="scenario">The place of the scenario.</param>
    /// <param name="stage">The place of the stage.</param>
    /// <inheritdoc cref="OutcomeOf(int, int)" path="/exception"/>
    public IEnumerable<Rule> Blocking(int scenario, int stage) =>
        Outcomes.BlockingOf(Rules.StageAt(stage), Good(scenario)).Select(rule => Rules.Rules[rule]);

    /// <summary>In how many scenarios a rule has an outcome.</summary>
    /// <param name="rule">The place of the rule.</param>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="InvalidOperationException">The batch was not evaluated since a scenario was added.</exception>
    public int CountOf(int rule, RuleOutcome outcome) => Outcomes.CountOf(Rules.RuleAt(rule), outcome);

    /// <summary>In how many scenarios a stage has an outcome.</summary>
    /// <param name="stage">The place of the stage.</param>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="InvalidOperationException">The batch was not evaluated since a scenario was added.</exception>
    public int CountOfStage(int stage, StageOutcome outcome) => Outcomes.CountOfStage(Rules.StageAt(stage), outcome);

    /// <summary>Copies the outcomes of a rule, one for each scenario in their order. What is copied for a scenario without outcomes means
    /// nothing.</summary>
    /// <param name="rule">The place of the rule.</param>
    /// <param name="outcomes">Where to; as long as there are scenarios, or longer.</param>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    /// <exception cref="InvalidOperationException">The batch was not evaluated since a scenario was added.</exception>
    public void CopyOutcomes(int rule, Span<RuleOutcome> outcomes)
    {
        ThrowIfShort(outcomes.Length, Count, nameof(outcomes));
        Outcomes.CopyOutcomes(Rules.RuleAt(rule), outcomes);
    }

    /// <summary>Copies a bit for each scenario, 64 to a word, the first in the lowest place: whether a rule has an outcome there.</summary>
    /// <param name="rule">The place of the rule.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="bits">Where to; a word for every 64 scenarios begun, or more.</param>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    /// <exception cref="InvalidOperationException">The batch was not evaluated since a scenario was added.</exception>
    public void CopyBits(int rule, RuleOutcome outcome, Span<ulong> bits)
    {
        ThrowIfShort(bits.Length, Bits.Words(Count), nameof(bits));
        Outcomes.CopyPlane(Rules.RuleAt(rule), outcome, bits);
    }

    /// <summary>Copies a bit for each scenario, 64 to a word, the first in the lowest place: whether a stage has an outcome
    /// there.</summary>
    /// <param name="stage">The place of the stage.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="bits">Where to; a word for every 64 scenarios begun, or more.</param>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    /// <exception cref="InvalidOperationException">The batch was not evaluated since a scenario was added.</exception>
    public void CopyStageBits(int stage, StageOutcome outcome, Span<ulong> bits)
    {
        ThrowIfShort(bits.Length, Bits.Words(Count), nameof(bits));
        Outcomes.CopyStagePlane(Rules.StageAt(stage), outcome, bits);
    }

    /// <summary>The verdict on a scenario, with the reasons.</summary>
    /// <param name="scenario">The place of the scenario.</param>
    /// <inheritdoc cref="OutcomeOf(int, int)" path="/exception"/>
    public Verdict ToVerdict(int scenario) => new(_evaluator.Evaluated(Good(scenario)));

    /// <summary>Says what the facts of scenarios are that were written into columns, with those that no rule reads.</summary>
    internal void KeepsFactsOf(Func<int, FactRecord> facts) => _factsOfColumns = facts;

    internal void EndColumns(int count) => (_inColumns, _isEvaluated) = (count, false);

    // What is written side by side comes all at once.
    private void ThrowIfColumns()
    {
        if (_hasColumns)
        {
            throw new InvalidOperationException("The batch is filled by columns: clear it before adding scenarios one by one.");
        }
    }

    private static void ThrowIfShort(int room, int needed, string parameter)
    {
        if (room < needed)
        {
            throw new ArgumentException($"There is room for {room}, and it takes {needed}.", parameter);
        }
    }

    private bool Keep(AddedScenario added)
    {
        _added.Add(added);
        _isEvaluated = false;
        return true;
    }

    private int At(int scenario)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scenario);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(scenario, Count);
        return scenario;
    }

    private int Good(int scenario) =>
        Outcomes.IsFaulty(At(scenario))
            ? throw new InvalidOperationException(
                $"Scenario {scenario} has no outcomes: {_evaluator.FaultsOf(scenario)!.ToSorted()[0].Message}."
            )
            : scenario;

    // Only for the few scenarios of which more is needed than the columns have; several threads may ask.
    private FactRecord FactsOf(int scenario)
    {
        if (_hasColumns)
        {
            return _factsOfColumns?.Invoke(scenario) ?? _columns!.FactsOf(scenario);
        }

        var added = _added[scenario];
        return added.Facts switch
        {
            FactRecord facts => facts,
            { } other => added.Bind!(other),
            null => _intake.Bind(Scenario.Parse(added.Json.Span)),
        };
    }

    // Bound facts, or an object and how to bind it, or bytes.
    private readonly record struct AddedScenario(object? Facts, ReadOnlyMemory<byte> Json, Func<object, FactRecord>? Bind = null);
}
