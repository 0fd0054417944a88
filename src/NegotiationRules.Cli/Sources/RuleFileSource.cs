using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Cli.Output;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Sources;

/// <summary>The rules of a rule file.</summary>
internal sealed class RuleFileSource(RuleSet rules) : IRuleSource
{
    public RuleSet Rules => rules;

    public IReadOnlyList<Rule> Told => rules.Rules;

    public string Name => rules.Name;

    public bool SaysMore => false;

    public string Summary(string? holder)
    {
        var version = rules.Version is null ? string.Empty : $" {OneLine.Of(rules.Version)}";
        var count = holder is null ? rules.Rules.Count : rules.Rules.Count(rule => rule.MayBeHeldBy(holder));
        var whose = holder is null ? string.Empty : $" of {OneLine.Of(holder)}";
        return $"{version}: {Counts.Of(count, "rule")}{whose} for {OneLine.Of(Series.And(rules.Stages))}";
    }

    public Scenario Fit(Scenario scenario) => scenario;

    public bool TryEvaluate(Scenario scenario, [NotNullWhen(true)] out Verdict? verdict, out IReadOnlyList<Diagnostic> diagnostics) =>
        rules.TryEvaluate(scenario, out verdict, out diagnostics);

    public bool TryAnswer(
        Scenario scenario, string? holder, [NotNullWhen(true)] out Answer? answer, out IReadOnlyList<Diagnostic> diagnostics)
    {
        answer = TryEvaluate(scenario, out var verdict, out diagnostics)
            ? new RuleFileAnswer(holder is null ? verdict : verdict.For(holder), hasStages: rules.Stages.Count > 1)
            : null;
        return answer is not null;
    }

    private sealed record RuleFileAnswer : Answer
    {
        private readonly bool _hasStages;

        public RuleFileAnswer(Verdict verdict, bool hasStages)
            : base(verdict, [.. verdict.Rules.Select(rule => (rule.Rule, rule.Outcome))]) => _hasStages = hasStages;

        // Those that keep stages from being valid, or that warn.
        public override IEnumerable<ToldRule> Told
        {
            get
            {
                var told = Verdict.Stages.SelectMany(stage => stage.Blocking).Concat(Verdict.Warnings).ToList();
                var lines = told.Count == 0 ? [] : VerdictReasons.LinesOf(Verdict, ExplanationOptions.Default);
                return told.Select(rule => Tell(rule, lines[rule.Rule.Id]));
            }
        }

        private ToldRule Tell(RuleVerdict rule, ExplanationNode line)
        {
            var stage = _hasStages ? $"{rule.Rule.Stage}: " : string.Empty;
            var kind = rule.Rule.IsRisk ? " (a risk)"
                : rule.Rule.Strength == Strength.Expected ? " (expected)"
                : string.Empty;
            return new ToldRule(line.Mark, $"{stage}{rule.Rule.Title ?? rule.Rule.Id}{kind}", [.. VerdictReasons.Of(rule, line)]);
        }
    }
}
