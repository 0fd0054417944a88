using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.RulesEngine.Results;
using NegotiationRules.RulesEngine.Rules;
using NegotiationRules.Text;
using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Plans;

/// <summary>Evaluates the rules of a workflow on inputs, once and again. Serves one thread at a time.</summary>
internal sealed class WorkflowEvaluation : IOutcomes, IDisposable
{
    private readonly TranslatedRules _rules;
    private readonly LaneEvaluator _evaluator;
    private readonly FactTable _table;
    private readonly RuleOutcome[] _outcomes;
    private readonly object?[] _values;
    private readonly object?[] _arguments;
    private readonly bool[] _lacksParams;
    private readonly Dictionary<string, object> _inputs = [];
    private FactRecord? _facts;
    private FailureMessages? _messages;

    public WorkflowEvaluation(TranslatedRules rules)
    {
        _rules = rules;
        _evaluator = new LaneEvaluator(rules.Conditions.Checked, rules.Conditions.Lanes);
        _table = rules.Conditions.NewTable();
        _outcomes = new RuleOutcome[rules.Conditions.Rules.Count];
        _values = new object?[rules.Values];
        _arguments = new object?[rules.Values];
        _lacksParams = new bool[rules.Rules.Length];
    }

    /// <summary>Whether the conditions could be evaluated. If not, the whole workflow must be handed over.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Whether any rule must be handed over.</summary>
    public bool HasFault
    {
        get
        {
            for (var i = 0; i < _rules.Rules.Length; i++)
            {
                if (MustHandOver(i))
                {
                    return true;
                }
            }

            return false;
        }
    }

    public void Begin(ModelParameter[] parameters) =>
        IsReady =
            (_rules.HasLanguage ? MachineLanguage.IsPlain : MachineLanguage.IsUsual)
            && TryFill(parameters)
            && _rules.Reader.TryRead(_values, out var facts)
            && TryEvaluate(facts);

    public object? ValueOf(int slot) => _values[slot];

    public RuleOutcome OutcomeOf(int condition) => _outcomes[condition];

    public IEnumerable<string> MissingFor(int condition) =>
        UnsettledFacts
            .Of(_rules.Conditions.Checked.Rules[condition], _rules.Conditions.Checked, Scope.Of(_facts!))
            .Select(unsettled => unsettled.Fact.Path);

    /// <summary>The result of a rule; <see langword="null"/> if it must be handed over.</summary>
    public RuleResultTree? TryResult(int rule)
    {
        if (MustHandOver(rule) || _rules.Trees.Build(_rules.Rules[rule].Node!, _inputs, this) is not { } result)
        {
            return null;
        }

        _rules.Trees.Explain(result, ref _messages);
        return result.Tree;
    }

    public void Dispose()
    {
        // What was evaluated is not to be kept alive.
        Array.Clear(_values);
        Array.Clear(_arguments);
        _inputs.Clear();
        (_messages, _facts) = (null, null);
        _rules.Return(this);
    }

    private bool MustHandOver(int rule) => _lacksParams[rule]
        || _rules.Rules[rule].Node is null
        || (_rules.Rules[rule].Fault is >= 0 and var fault && _outcomes[fault] != RuleOutcome.Violated);

    private bool TryFill(ModelParameter[] parameters)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            _arguments[i] = _values[i] = parameters[i].Value;
            _inputs.Add(_rules.Inputs[i], parameters[i].Value);
        }

        if (!_rules.Globals.TryFill(_arguments, _values))
        {
            return false;
        }

        for (var i = 0; i < _rules.Globals.Count; i++)
        {
            _inputs.Add(_rules.Globals.NameOf(i), _values[_rules.Globals.Slot + i]!);
        }

        for (var i = 0; i < _rules.Rules.Length; i++)
        {
            _lacksParams[i] = _rules.Rules[i].Node is { HasLocals: true } node && !TryFill(node);
        }

        return true;
    }

    private bool TryFill(RuleNode node)
    {
        if (!node.Locals.TryFill(_arguments, _values))
        {
            // None of the old ones is to be read.
            return false;
        }

        foreach (var child in (node as JoiningNode)?.Children ?? [])
        {
            if (child.HasLocals && !TryFill(child))
            {
                return false;
            }
        }

        return true;
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever goes wrong here, RulesEngine can still evaluate the rules, and the meter shows that it had to."
    )]
    private bool TryEvaluate(FactRecord facts)
    {
        _facts = facts;
        try
        {
            _table.Clear();
            _table.Add(facts);
            if (!_evaluator.TryRun(_table, facts) && !_evaluator.TryWalk(facts, new DiagnosticBag()))
            {
                return false;
            }

            _evaluator.CopyOutcomes(_outcomes);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
