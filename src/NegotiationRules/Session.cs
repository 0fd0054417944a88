using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Facts.Edits;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>One scenario that changes, and what becomes of the rules each time: for games that ask every tick, and for "what if".</summary>
/// <remarks>
/// <para>Change facts, then <see cref="Evaluate"/>: only what reads a changed fact is worked out again, and what came out otherwise is
/// told. The outcomes are exactly those of <see cref="RuleSet.Evaluate(Scenario)"/> on the scenario as it is.</para>
/// <para>A single fact is changed at the cost of what reads it, and without allocation where no outcome changes. Lists, objects and
/// elements cost as much as reading the whole scenario.</para>
/// <para>For one thread at a time. Any number of sessions may share a rule set.</para>
/// </remarks>
public sealed class Session
{
    private readonly EditedScenario _scenario;
    private readonly LaneEvaluator _evaluator;
    private readonly int[] _allColumns;
    private readonly int[] _allLevels;
    private readonly RuleOutcome[] _outcomes;
    private readonly RuleOutcome[] _now;
    private readonly StageOutcome[] _stages;
    private readonly bool _mayCeaseToApply;
    private readonly List<OutcomeChange> _changes = [];
    private bool _isWalked;
    private bool _isFaulty;
    private bool _isTelling;

    /// <summary>A session that begins with a scenario and has evaluated it.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="start">The scenario to begin with. It stays as it is.</param>
    /// <exception cref="ScenarioException">A fact is not of the vocabulary or not of its type, or a value grows beyond what can be
    /// represented.</exception>
    public Session(RuleSet rules, Scenario start)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(start);
        Rules = rules;
        var table = rules.NewTable();
        _scenario = new EditedScenario(start, rules.Vocabulary, table);
        _evaluator = new LaneEvaluator(rules.Checked, rules.Lanes);
        _allColumns = [.. Enumerable.Range(0, table.Columns.Length)];
        _allLevels = [.. Enumerable.Range(1, table.Levels.Length - 1)];
        _outcomes = new RuleOutcome[rules.Rules.Count];
        _now = new RuleOutcome[rules.Rules.Count];
        _stages = new StageOutcome[rules.Stages.Count];
        _mayCeaseToApply = rules.Checked.StageConditions.Any(when => when is not null);
        _isWalked = !_evaluator.TryStart(table, _scenario.Facts);
        _scenario.TakeChanges();
        Walk();
        _evaluator.CopyOutcomes(_outcomes);
        TakeStages();
    }

    /// <summary>Tells of each outcome that <see cref="Evaluate"/> finds changed, in the order of the rules, when all outcomes are those
    /// after it.</summary>
    /// <remarks>
    /// Who is told may change facts: they count from the next <see cref="Evaluate"/> on, which is not to be asked for before all are told.
    /// What a handler throws is not caught; the changes after it are not told then.
    /// </remarks>
    public event Action<OutcomeChange>? Changed;

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>The scenario as it is now.</summary>
    public Scenario Scenario => _scenario.ToScenario();

    /// <summary>All stages together, as of the last <see cref="Evaluate"/>: invalid if one is, else undetermined if one is, else
    /// valid.</summary>
    public StageOutcome Outcome { get; private set; }

    /// <summary>What became of a rule, as of the last <see cref="Evaluate"/>.</summary>
    /// <param name="rule">Its place in <see cref="RuleSet.Rules"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public RuleOutcome OutcomeOf(int rule) => _outcomes[Rules.RuleAt(rule)];

    /// <summary>What became of a rule, as of the last <see cref="Evaluate"/>.</summary>
    /// <param name="rule">The id of the rule.</param>
    /// <exception cref="KeyNotFoundException">No rule has that id.</exception>
    public RuleOutcome OutcomeOf(string rule) => _outcomes[Rules.RuleAt(rule)];

    /// <summary>What became of a stage, as of the last <see cref="Evaluate"/>.</summary>
    /// <param name="stage">The name of the stage.</param>
    /// <exception cref="KeyNotFoundException">No stage has that name.</exception>
    public StageOutcome OutcomeOfStage(string stage) => _stages[Rules.StageAt(stage)];

    /// <summary>What became of a stage, as of the last <see cref="Evaluate"/>.</summary>
    /// <param name="stage">Its place in <see cref="RuleSet.Stages"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public StageOutcome OutcomeOfStage(int stage) => _stages[Rules.StageAt(stage)];

    /// <summary>States a fact that is true or false.</summary>
    /// <param name="path">The path of the fact, with elements of lists counted from 0: <c>talks.mediated</c>,
    /// <c>parties[1].isMediator</c>.</param>
    /// <param name="value">Its value.</param>
    /// <inheritdoc cref="Set(string, object?)" path="/exception"/>
    public void Set(string path, bool value) => State(path, value);

    /// <summary>States a number.</summary>
    /// <param name="path">The path of the fact, with elements of lists counted from 0: <c>agreement.termYears</c>.</param>
    /// <param name="value">Its value.</param>
    /// <inheritdoc cref="Set(string, object?)" path="/exception"/>
    public void Set(string path, long value) => State(path, value);

    /// <summary>States a number.</summary>
    /// <param name="path">The path of the fact, with elements of lists counted from 0: <c>demands[0].urgency</c>.</param>
    /// <param name="value">Its value.</param>
    /// <inheritdoc cref="Set(string, object?)" path="/exception"/>
    public void Set(string path, double value) => State(path, value);

    /// <summary>States a text, or what is written as a text: a date, a duration.</summary>
    /// <param name="path">The path of the fact, with elements of lists counted from 0: <c>talks.venue</c>.</param>
    /// <param name="value">Its value; <see langword="null"/> makes it unknown.</param>
    /// <inheritdoc cref="Set(string, object?)" path="/exception"/>
    public void Set(string path, string? value)
    {
        if (value is null)
        {
            Set(path, (object?)null);
        }
        else
        {
            State(path, value);
        }
    }

    /// <summary>States a day.</summary>
    /// <param name="path">The path of the fact, with elements of lists counted from 0: <c>asOf</c>.</param>
    /// <param name="value">Its value.</param>
    /// <inheritdoc cref="Set(string, object?)" path="/exception"/>
    public void Set(string path, DateOnly value) => State(path, value);

    /// <summary>States anything: a fact, a whole list, an object.</summary>
    /// <param name="path">The path, with elements of lists counted from 0: <c>parties[1].delegates</c>. Objects on the way are made where
    /// they are missing.</param>
    /// <param name="value">The new value, as for <see cref="Scenario.With(string, object?)"/>; <see langword="null"/> makes the fact
    /// unknown.</param>
    /// <exception cref="ArgumentException">There is no such path in the scenario, or the value cannot be a fact. The scenario stays as it
    /// was.</exception>
    /// <exception cref="ScenarioException">The fact is not of the vocabulary, or the value is not of its type. The scenario stays as it
    /// was.</exception>
    public void Set(string path, object? value)
    {
        if (value is null && Find(path) is { } fact)
        {
            _scenario.Set(fact, fact.Default);
        }
        else
        {
            State(path, value);
        }
    }

    /// <summary>Adds an element at the end of a list.</summary>
    /// <param name="path">The path of the list, with elements of lists counted from 0: <c>parties[1].delegates</c>.</param>
    /// <param name="element">The element, as for <see cref="Scenario.WithAdded"/>.</param>
    /// <inheritdoc cref="Set(string, object?)" path="/exception"/>
    public void Add(string path, object? element) => _scenario.Change(scenario => scenario.WithAdded(path, element));

    /// <summary>Takes an element out of a list; those behind it move up.</summary>
    /// <param name="path">The path of the list, with elements of lists counted from 0: <c>parties[1].delegates</c>.</param>
    /// <param name="index">Which element, counted from 0.</param>
    /// <inheritdoc cref="Set(string, object?)" path="/exception"/>
    public void Remove(string path, int index) => _scenario.Change(scenario => scenario.WithRemoved(path, index));

    /// <summary>Works out what depends on the facts that changed.</summary>
    /// <returns>The outcomes that are others than before, in the order of the rules. The list is used again: it holds until the next
    /// call.</returns>
    /// <exception cref="ScenarioException">A value grows beyond what can be represented; the outcomes are then those of before, until that
    /// is mended.</exception>
    /// <exception cref="InvalidOperationException">It is asked for by a handler of <see cref="Changed"/>.</exception>
    public IReadOnlyList<OutcomeChange> Evaluate()
    {
        if (_isTelling)
        {
            throw new InvalidOperationException(
                "A handler of Changed cannot evaluate the session that tells it: change facts there, and evaluate when Evaluate has "
                    + "returned."
            );
        }

        _changes.Clear();
        if (_isFaulty || _scenario.IsChanged)
        {
            EvaluateChanged();
        }

        if (Changed is { } changed && _changes.Count > 0)
        {
            Tell(changed);
        }

        return _changes;
    }

    /// <summary>The verdict on the scenario as it is now, with the reasons.</summary>
    /// <exception cref="ScenarioException">A value grows beyond what can be represented.</exception>
    public Verdict ToVerdict() => Rules.Evaluate(Scenario);

    private void Tell(Action<OutcomeChange> changed)
    {
        _isTelling = true;
        try
        {
            _changes.ForEach(changed);
        }
        finally
        {
            _isTelling = false;
        }
    }

    private void EvaluateChanged()
    {
        var wasWalked = _isWalked;
        var isAll = _scenario.IsAllChanged;
        _isWalked = !_evaluator.TryUpdate(
            isAll ? _allColumns : _scenario.ChangedColumns, isAll ? _allLevels : [], _scenario.Facts, out var flips
        );
        _scenario.TakeChanges();
        if (_isWalked || wasWalked)
        {
            // What flips is known to the machine only from one of its own runs to the next.
            Walk();
            _evaluator.CopyOutcomes(_now);
            CompareAll();
        }
        else
        {
            Take(flips);
        }

        // A stage may cease to apply though none of its rules did.
        if (_changes.Count > 0 || _mayCeaseToApply)
        {
            TakeStages();
        }
    }

    private void Walk()
    {
        _isFaulty = false;
        var bag = new DiagnosticBag();
        if (_isWalked && !_evaluator.TryWalk(_scenario.Facts, bag))
        {
            _isFaulty = true;
            throw new ScenarioException(bag.ToSorted());
        }
    }

    private void Take(ReadOnlySpan<LaneFlip> flips)
    {
        foreach (var flip in flips)
        {
            _outcomes[flip.Rule] = flip.After;
            _changes.Add(new OutcomeChange(Rules.Rules[flip.Rule], flip.Before, flip.After));
        }

        if (_changes.Count > 1)
        {
            _changes.Sort(static (a, b) => a.Rule.Index.CompareTo(b.Rule.Index));
        }
    }

    private void CompareAll()
    {
        for (var rule = 0; rule < _outcomes.Length; rule++)
        {
            if (_outcomes[rule] != _now[rule])
            {
                _changes.Add(new OutcomeChange(Rules.Rules[rule], _outcomes[rule], _now[rule]));
                _outcomes[rule] = _now[rule];
            }
        }
    }

    private void TakeStages()
    {
        Outcome = _evaluator.OutcomeOfAll();
        for (var stage = 0; stage < _stages.Length; stage++)
        {
            _stages[stage] = _evaluator.OutcomeOfStage(stage);
        }
    }

    // In place and without boxing where it goes; otherwise as anything is stated, which also says what is wrong.
    private void State<T>(string path, T value)
    {
        if (value is not null && Find(path) is { } fact && PropertyValue.TryRead(value, fact.Type, out var known))
        {
            _scenario.Set(fact, known);
        }
        else
        {
            Change(path, value);
        }
    }

    private EditedFact? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _scenario.Find(path);
    }

    private void Change(string path, object? value) => _scenario.Change(scenario => scenario.With(path, value));
}
