using NegotiationRules.Evaluation;
using NegotiationRules.Explanation;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>What became of all rules and stages in one scenario.</summary>
/// <remarks>Immutable and safe to share between threads. The reasons are worked out only when they are asked for.</remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(VerdictJsonConverter))]
[Newtonsoft.Json.JsonConverter(typeof(VerdictNewtonsoftConverter))]
public sealed class Verdict
{
    private readonly EvaluatedScenario _evaluated;
    private readonly Dictionary<string, RuleVerdict> _byId;

    internal Verdict(EvaluatedScenario evaluated)
        : this(evaluated, null)
    {
    }

    private Verdict(EvaluatedScenario evaluated, string? holder)
    {
        // Whose elements count changes what became of some rules.
        evaluated = holder is null ? evaluated : evaluated.HeldBy(holder);
        _evaluated = evaluated;
        Holder = holder;
        Rules =
        [
            .. evaluated
                .Rules.Rules.Where(rule => holder is null || rule.Holder == holder)
                .Select(rule => new RuleVerdict(rule, evaluated.Outcomes[rule.Index], evaluated)),
        ];
        Stages =
        [
            .. evaluated.Rules.Stages.Select((stage, i) =>
                new StageVerdict(stage, evaluated.Applies[i], [.. Rules.Where(r => r.Rule.Stage == stage)], evaluated)),
        ];
        Outcome = StageEvaluator.Together([.. Stages.Select(s => s.Outcome)]);
        Score = StageEvaluator.ScoreOf(evaluated, [.. Rules.Select(r => r.Rule)]);
        _byId = Rules.ToDictionary(r => r.Rule.Id, StringComparer.Ordinal);
    }

    /// <summary>What was evaluated, for whoever asks more of it.</summary>
    internal EvaluatedScenario Evaluated => _evaluated;

    /// <summary>All stages together: invalid if one is, else undetermined if one is, else valid. Stages that do not apply do not
    /// count.</summary>
    public StageOutcome Outcome { get; }

    /// <summary>The stages, in the order of the rule set.</summary>
    public IReadOnlyList<StageVerdict> Stages { get; }

    /// <summary>All rules, in the order of the rule set: those of included files come first.</summary>
    public IReadOnlyList<RuleVerdict> Rules { get; }

    /// <summary>The party to whose rules this verdict is restricted; <see langword="null"/> for the rules of all.</summary>
    public string? Holder { get; }

    /// <summary>Expected rules that are violated and risks that are there, in the order of the rule set. They change no outcome of a
    /// stage.</summary>
    public IEnumerable<RuleVerdict> Warnings => Rules.Where(r =>
        r is { Outcome: RuleOutcome.Violated } && (r.Rule.IsRisk || r.Rule.Strength == Strength.Expected));

    /// <summary>The score of all preferred rules; <see langword="null"/> if there is none that may apply.</summary>
    public Score? Score { get; }

    /// <summary>The facts that would settle the stages that are undetermined: those of their unknown required rules, each once, in the
    /// order of the rules.</summary>
    /// <remarks>Paths as in <see cref="RuleVerdict.Unsettled"/>. Worked out anew at each call.</remarks>
    public IReadOnlyList<string> Unsettled =>
        [
            .. Stages
                .Where(s => s.Outcome == StageOutcome.Undetermined)
                .SelectMany(s => s.Blocking)
                .SelectMany(r => r.Unsettled)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The verdict on one rule.</summary>
    /// <param name="id">The rule's id.</param>
    /// <exception cref="KeyNotFoundException">No rule of this verdict has that id.</exception>
    public RuleVerdict Rule(string id) =>
        _byId.TryGetValue(id, out var rule) ? rule
            : throw new KeyNotFoundException($"There is no rule '{id}' in this verdict{Spelling.Instead(id, _byId.Keys)}");

    /// <summary>The verdict on one stage.</summary>
    /// <param name="name">The stage's name.</param>
    /// <exception cref="KeyNotFoundException">The rule set has no stage of that name.</exception>
    public StageVerdict Stage(string name) =>
        Stages.FirstOrDefault(s => s.Name == name) ?? throw new KeyNotFoundException(
            $"There is no stage '{name}' in this rule set{Spelling.Instead(name, Stages.Select(stage => stage.Name))}");

    /// <summary>The verdict by the rules of one party alone: would the talks be valid for them?</summary>
    /// <param name="holder">The party's id, as <c>holder</c> names it. A party that holds no rule has nothing against any stage. Of a rule
    /// whose holder is a fact of each element, the elements count that the party holds it for.</param>
    /// <exception cref="ScenarioException">To look at these elements takes more steps than <see cref="WorkLimits"/> allow.</exception>
    public Verdict For(string holder) => new(_evaluated, holder);

    /// <summary>What the verdict says, as data that can be sent as JSON and read back where the rules are not.</summary>
    /// <param name="language">The language of the reasons, as for <see cref="RuleVerdict.Reason"/>.</param>
    /// <remarks>Serializers write a verdict as its report in no particular language.</remarks>
    public VerdictReport ToReport(string? language = null) => ReportOfVerdict.Of(this, language);

    /// <summary>Why the verdict is what it is, as an outline that can be rendered in several ways.</summary>
    /// <param name="options">What to tell and in which language; <see langword="null"/> for what changed the answer.</param>
    public VerdictExplanation Explain(ExplanationOptions? options = null) =>
        Explainer.Explain(_evaluated, Holder, options ?? ExplanationOptions.Default);

    /// <summary>One line for each stage: its outcome and, if it is not valid, the first reasons.</summary>
    public override string ToString() => Explainer.Summarise(_evaluated, Holder);
}
