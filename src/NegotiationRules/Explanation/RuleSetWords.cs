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
    private readonly Premises _premises;
    private readonly Rule[][] _rulesOfStage;
    private readonly Headline?[] _headlines;
    private readonly ExplanationNode?[] _untold;
    private readonly Asides?[] _asides;
    private readonly Asides?[] _leads;
    private readonly Asides?[] _leadsOfStages;
    private readonly ExplanationNode?[] _groups;
    private readonly Headline?[] _headlinesOfStages;
    private readonly Headline?[] _headlinesOfAll = new Headline?[StageOutcomes];

    private RuleSetWords(CheckedRuleSet rules)
    {
        _rules = rules;
        _name = rules.Version is { } version ? $"{rules.Name} {version}" : rules.Name;
        _rulesOfStage = new Rule[rules.Stages.Length][];
        _headlines = new Headline?[rules.Rules.Length * Outcomes];
        _untold = new ExplanationNode?[rules.Rules.Length * Outcomes];
        _asides = new Asides?[rules.Rules.Length];
        _leads = new Asides?[rules.Rules.Length * 2];
        _leadsOfStages = new Asides?[rules.Stages.Length * StageOutcomes];
        _groups = new ExplanationNode?[rules.Stages.Length * ((int)Bearing.Idle + 1)];
        _headlinesOfStages = new Headline?[rules.Stages.Length * StageOutcomes];
        var byStage = rules.Rules.ToLookup(rule => rule.Stage, StringComparer.Ordinal);
        for (var stage = 0; stage < _rulesOfStage.Length; stage++)
        {
            _rulesOfStage[stage] = [.. byStage[rules.Stages[stage]]];
        }

        Root = Naming.Root(rules.Vocabulary.Root);
        _premises = new Premises(null, [.. rules.Parameters.Select(ParameterInForce.Of).OrderBy(parameter => parameter.Written is null)]);
    }

    /// <summary>The names in reach of a rule.</summary>
    public Naming Root { get; }

    public static RuleSetWords Of(CheckedRuleSet rules) => Known.GetValue(rules, static rules => new RuleSetWords(rules));

    /// <summary>The rules of a stage, or those of them that somebody holds.</summary>
    public Rule[] RulesOf(int stage, string? holder) =>
        holder is null ? _rulesOfStage[stage] : HeldBy(holder, _rulesOfStage[stage]);

    /// <summary>The head of all that is told of a rule.</summary>
    public Headline HeadlineOf(Rule rule, RuleOutcome outcome) =>
        _headlines[(rule.Index * Outcomes) + (int)outcome] ??= Make(rule, outcome);

    /// <summary>Which rule is meant, and where it comes from, for the line under which it is told what became of it.</summary>
    public Asides AsidesOf(Rule rule) => _asides[rule.Index] ??= new Asides { RuleId = rule.Id, Sources = rule.Sources };

    /// <summary>"Nobody objects (Russia): ", before what there is to say of the rule in a line.</summary>
    public Asides LeadOf(Rule rule, bool byId) => _leads[(rule.Index * 2) + (byId ? 1 : 0)] ??= new Asides
    {
        Lead = $"{(byId ? rule.Id : rule.Title)}{(rule.Holder is null ? string.Empty : $" ({NameOf(rule.Holder)})")}: ",
        RuleId = rule.Id,
    };

    /// <summary>"agreement: invalid", before what decides the stage.</summary>
    public Asides LeadOf(int stage, StageOutcome outcome) =>
        _leadsOfStages[(stage * StageOutcomes) + (int)outcome] ??= new Asides { Lead = HeadlineOf(stage, outcome).ToString() };

    /// <summary>The line of a rule of which nothing else is told.</summary>
    public ExplanationNode UntoldOf(Rule rule, RuleOutcome outcome) => _untold[(rule.Index * Outcomes) + (int)outcome] ??=
        new ExplanationNode(HeadlineOf(rule, outcome), MarkOf(rule, outcome), []) { Asides = new Asides { RuleId = rule.Id } };

    /// <summary>One line for rules of a stage of which nothing else is told: the one before, if they are the same.</summary>
    public ExplanationNode GroupOf(
        int stage, Bearing bearing, ReadOnlySpan<Rule> rules, string what, ExplanationMark mark, RuleExplainer explainer)
    {
        ref var last = ref _groups[(stage * ((int)Bearing.Idle + 1)) + (int)bearing];
        return AskOfEach(rules) ? RuleGroup.Of(rules, what, mark, explainer)
            : last is { } group && RuleGroup.IsOf(group, rules) ? group : last = RuleGroup.Of(rules, what, mark, explainer);
    }

    // Whether one of them asks something of each element of a list.
    private static bool AskOfEach(ReadOnlySpan<Rule> rules)
    {
        foreach (var rule in rules)
        {
            if (rule.Each is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>On what a verdict rests beside the rules.</summary>
    /// <param name="scenario">The name of the scenario, or where it lies; <see langword="null"/> if it has none.</param>
    public Premises PremisesOf(string? scenario) =>
        Premises.NameOf(scenario) is { } name ? new Premises(name, _premises.Parameters) : _premises;

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

    private static Rule[] HeldBy(string holder, Rule[] rules) => Array.FindAll(rules, rule => rule.Holder == holder);

    private string NameOf(string holder) => _rules.Parties.GetValueOrDefault(holder) ?? holder;
}
