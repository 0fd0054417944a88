using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Facts;
using NegotiationRules.Generation.Compiling;

namespace NegotiationRules.Generation;

/// <summary>Evaluates one object after the other by code that was compiled for its type while the program runs.</summary>
/// <remarks>
/// <para>Made by <see cref="RuleCompiling.CompileFor{T}(RuleSet, ObjectOptions?)"/>. Where rules cannot be compiled
/// (<see cref="IsCompiled"/>, <see cref="Fallbacks"/>), all are evaluated as by <see cref="ScenarioEvaluator"/>; the outcomes are the
/// same.</para>
/// <para>Holds the outcomes of the last object until the next is evaluated; they are exactly those of
/// <see cref="RuleSet.Evaluate(Scenario)"/>. Rules and stages go by their places in <see cref="RuleSet.Rules"/> and
/// <see cref="RuleSet.Stages"/>; a place that does not exist is an <see cref="ArgumentOutOfRangeException"/>. Before the first object, and
/// after one with faults, there are no outcomes, and asking for one is an <see cref="InvalidOperationException"/>.</para>
/// <para>Has memory of its own, so use one for each thread: <see cref="ForAnotherThread"/> makes one without compiling again.</para>
/// </remarks>
/// <typeparam name="T">The type of the objects.</typeparam>
public sealed class CompiledEvaluator<T>
    where T : class
{
    private readonly RuleCode<T>? _code;
    private readonly ObjectOptions _options;
    private readonly ulong[] _words;
    private readonly StageMasks _stages;
    private ScenarioEvaluator? _prepared;
    private Source _source;

    internal CompiledEvaluator(RuleSet rules, RuleCode<T>? code, ObjectOptions options, IReadOnlyList<Diagnostic> fallbacks)
    {
        (Rules, _code, _options, Fallbacks) = (rules, code, options, fallbacks);
        _words = new ulong[OutcomeBits.StagesAt(rules.Rules.Count) + 1];
        _stages = new StageMasks(rules);
    }

    private enum Source
    {
        None,
        Code,
        Prepared,
    }

    /// <summary>The rules to evaluate.</summary>
    public RuleSet Rules { get; }

    /// <summary>Whether the rules are compiled. If not, <see cref="Fallbacks"/> says why.</summary>
    public bool IsCompiled => _code is not null;

    /// <summary>What kept the rules from being compiled, with its place; empty if nothing did.</summary>
    public IReadOnlyList<Diagnostic> Fallbacks { get; }

    /// <summary>All stages together: invalid if one is, else undetermined if one is, else valid.</summary>
    public StageOutcome Outcome => IsByCode ? _stages.OutcomeOfAll(_words) : _prepared!.Outcome;

    /// <summary>Whether the last object was evaluated by compiled code. Of rules that are compiled, only an object that is out of the
    /// ordinary is not: one with an object of a derived type in it, an element that is <see langword="null"/>, a list that is neither an
    /// array nor an <see cref="IReadOnlyList{T}"/>, or a number that grows beyond 64 bits. It is evaluated as by
    /// <see cref="ScenarioEvaluator"/>, which takes longer.</summary>
    public bool UsedCompiledCode => IsByCode;

    private bool IsByCode => _source switch
    {
        Source.Code => true,
        Source.Prepared => false,
        _ => throw new InvalidOperationException("There are no outcomes: no object was evaluated, or the last one had faults."),
    };

    /// <summary>Evaluates an object. Allocates nothing, where <see cref="ScenarioEvaluator.EvaluateObject{T}(T, ObjectOptions)"/>
    /// does not.</summary>
    /// <remarks>Only those properties are read on which something hangs: what is wrong with another, as a text that the vocabulary does not
    /// list, may go unnoticed.</remarks>
    /// <param name="facts">The object. Nobody may change it meanwhile.</param>
    /// <exception cref="ScenarioException">A property is not a fact of the vocabulary or not of its type, or a value grows beyond what can
    /// be represented.</exception>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public void Evaluate(T facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        _source = Source.None;
        if (_code is not null && _code.TryEvaluate(facts, _words))
        {
            _source = Source.Code;
            return;
        }

        _prepared ??= new ScenarioEvaluator(Rules);
        _prepared.EvaluateObject(facts, _options);
        _source = Source.Prepared;
    }

    /// <summary>What became of a rule.</summary>
    /// <param name="rule">Its place in <see cref="RuleSet.Rules"/>.</param>
    public RuleOutcome OutcomeOf(int rule) =>
        IsByCode ? OutcomeBits.Of(_words, Rules.RuleAt(rule)) : _prepared!.OutcomeOf(rule);

    /// <summary>What became of a rule.</summary>
    /// <param name="rule">The rule, one of <see cref="RuleSet.Rules"/> of these rules, or of the same with other parameters.</param>
    /// <exception cref="ArgumentException">It is a rule of another rule set.</exception>
    public RuleOutcome OutcomeOf(Rule rule) => OutcomeOf(Rules.RuleAt(rule));

    /// <summary>What became of a rule.</summary>
    /// <param name="rule">The id of the rule.</param>
    /// <exception cref="KeyNotFoundException">No rule has that id.</exception>
    public RuleOutcome OutcomeOf(string rule) => OutcomeOf(Rules.RuleAt(rule));

    /// <summary>What became of a stage.</summary>
    /// <param name="stage">The name of the stage.</param>
    /// <exception cref="KeyNotFoundException">No stage has that name.</exception>
    public StageOutcome OutcomeOfStage(string stage) => OutcomeOfStage(Rules.StageAt(stage));

    /// <summary>What became of a stage.</summary>
    /// <param name="stage">Its place in <see cref="RuleSet.Stages"/>.</param>
    public StageOutcome OutcomeOfStage(int stage) =>
        IsByCode ? _stages.OutcomeOf(_words, Rules.StageAt(stage)) : _prepared!.OutcomeOfStage(stage);

    /// <summary>Copies a bit for each rule, 64 to a word, the first in the lowest place: whether it is satisfied.</summary>
    /// <param name="bits">Where to; a word for every 64 rules begun, or more.</param>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    public void CopySatisfied(Span<ulong> bits)
    {
        if (!IsByCode)
        {
            _prepared!.CopySatisfied(bits);
            return;
        }

        var words = (Rules.Rules.Count + 63) / 64;
        if (bits.Length < words)
        {
            throw new ArgumentException($"There is room for {bits.Length} words, and it takes {words}.", nameof(bits));
        }

        for (var word = 0; word < words; word++)
        {
            bits[word] = _words[word * OutcomeBits.OfEach];
        }
    }

    /// <summary>Another one with the same compiled code and memory of its own.</summary>
    public CompiledEvaluator<T> ForAnotherThread() => new(Rules, _code, _options, Fallbacks);
}
