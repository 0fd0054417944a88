using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>What explanations say of a rule set whatever the scenario: worked out when it is first needed, and kept as long as the rule set
/// is.</summary>
/// <remarks>Safe to share between threads: what two of them work out at the same time is the same.</remarks>
internal sealed class RuleSetWords
{
    private static readonly ConditionalWeakTable<CheckedRuleSet, RuleSetWords> Known = [];
    private static readonly int Outcomes = Enum.GetValues<RuleOutcome>().Length;
    private static readonly int StageOutcomes = Enum.GetValues<StageOutcome>().Length;

    private readonly CheckedRuleSet _rules;
    private readonly string _name;
    private readonly IReadOnlyList<Rule>[] _rulesOfStage;
    private readonly Headline?[] _headlines;
    private readonly ExplanationNode?[] _untold;
    private readonly string?[] _names;
    private readonly ExplanationNode?[] _groups;
    private readonly Headline?[] _headlinesOfStages;
    private readonly Headline?[] _headlinesOfAll = new Headline?[StageOutcomes];

    private RuleSetWords(CheckedRuleSet rules)
    {
        _rules = rules;
        _name = rules.Version is { } version ? $"{rules.Name} {version}" : rules.Name;
        _rulesOfStage = new IReadOnlyList<Rule>[rules.Stages.Length];
        _headlines = new Headline?[rules.Rules.Length * Outcomes];
        _untold = new ExplanationNode?[rules.Rules.Length * Outcomes];
        _names = new string?[rules.Rules.Length * 2];
        _groups = new ExplanationNode?[rules.Stages.Length * ((int)Bearing.Idle + 1)];
        _headlinesOfStages = new Headline?[rules.Stages.Length * StageOutcomes];
        var byStage = rules.Rules.ToLookup(rule => rule.Stage, StringComparer.Ordinal);
        for (var stage = 0; stage < _rulesOfStage.Length; stage++)
        {
            _rulesOfStage[stage] = [.. byStage[rules.Stages[stage]]];
        }

        Root = Naming.Root(rules.Vocabulary.Root);
        Parameters = [.. rules.Parameters.Select(ParameterInForce.Of).OrderBy(parameter => parameter.Written is null)];
    }

    /// <summary>The names in reach of a rule.</summary>
    public Naming Root { get; }

    /// <summary>The parameters in force, those that were changed first.</summary>
    public IReadOnlyList<ParameterInForce> Parameters { get; }

    public static RuleSetWords Of(CheckedRuleSet rules) => Known.GetValue(rules, static rules => new RuleSetWords(rules));

    /// <summary>The rules of a stage, or those of them that somebody holds.</summary>
    public IReadOnlyList<Rule> RulesOf(int stage, string? holder) =>
        holder is null ? _rulesOfStage[stage] : HeldBy(holder, _rulesOfStage[stage]);

    /// <summary>The head of all that is told of a rule.</summary>
    public Headline HeadlineOf(Rule rule, RuleOutcome outcome) =>
        _headlines[(rule.Index * Outcomes) + (int)outcome] ??= Make(rule, outcome);

    /// <summary>"Nobody objects (Russia): ", before what there is to say of the rule in a line.</summary>
    public string NameOf(Rule rule, bool byId) => _names[(rule.Index * 2) + (byId ? 1 : 0)] ??=
        $"{(byId ? rule.Id : rule.Title)}{(rule.Holder is null ? string.Empty : $" ({NameOf(rule.Holder)})")}: ";

    /// <summary>The line of a rule of which nothing else is told.</summary>
    public ExplanationNode UntoldOf(Rule rule, RuleOutcome outcome) => _untold[(rule.Index * Outcomes) + (int)outcome] ??=
        new ExplanationNode(HeadlineOf(rule, outcome), MarkOf(rule, outcome), []) { RuleId = rule.Id };

    /// <summary>One line for rules of a stage of which nothing else is told: the one before, if they are the same.</summary>
    public ExplanationNode GroupOf(
        int stage, Bearing bearing, ReadOnlySpan<Rule> rules, string what, ExplanationMark mark, Func<Rule, ExplanationNode> tell)
    {
        ref var last = ref _groups[(stage * ((int)Bearing.Idle + 1)) + (int)bearing];
        return rules.ToArray().Any(rule => rule.Each is not null) ? RuleGroup.Of(rules, what, mark, tell)
            : last is { } group && RuleGroup.IsOf(group, rules) ? group : last = RuleGroup.Of(rules, what, mark, tell);
    }

    /// <summary>The head of all that is told of a stage.</summary>
    public Headline HeadlineOf(int stage, StageOutcome outcome) =>
        _headlinesOfStages[(stage * StageOutcomes) + (int)outcome] ??= new Headline(_rules.Stages[stage], OutcomeWords.Of(outcome), []);

    /// <summary>The head of all that is told, by the rules of a holder or by all.</summary>
    public Headline HeadlineOf(string? holder, StageOutcome outcome) => holder is not null
        ? new Headline($"{_name}, by the rules of {NameOf(holder)} alone", OutcomeWords.Of(outcome), [])
        : _headlinesOfAll[(int)outcome] ??= new Headline(_name, OutcomeWords.Of(outcome), []);

    /// <summary>Whether it is told why it came to that, where not everything is told.</summary>
    public static bool Tells(RuleOutcome outcome) => outcome is not (RuleOutcome.Satisfied or RuleOutcome.NotApplicable);

    public static ExplanationMark MarkOf(Rule rule, RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Satisfied => ExplanationMark.Satisfied,
        RuleOutcome.Violated => rule.IsRisk || rule.Strength == Strength.Expected ? ExplanationMark.Warning : ExplanationMark.Violated,
        RuleOutcome.Pending => ExplanationMark.Pending,
        RuleOutcome.NotApplicable => ExplanationMark.NotApplicable,
        _ => ExplanationMark.Unknown,
    };

    private Headline Make(Rule rule, RuleOutcome outcome)
    {
        var who = rule.Holder is null ? null : NameOf(rule.Holder);
        string?[] remarks = [RuleExplainer.StrengthOf(rule, who), rule.Title is null ? null : rule.Id];
        return new Headline(
            rule.Title ?? rule.Id,
            OutcomeWords.Of(rule, outcome),
            [.. remarks.OfType<string>()],
            rule is { Strength: Strength.Required, IsRisk: false },
            who
        );
    }

    private static Rule[] HeldBy(string holder, IReadOnlyList<Rule> rules) => [.. rules.Where(rule => rule.Holder == holder)];

    private string NameOf(string holder) => _rules.Parties.GetValueOrDefault(holder) ?? holder;
}
