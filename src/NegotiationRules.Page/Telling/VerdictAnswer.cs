using NegotiationRules.Evaluation;
using NegotiationRules.Explanation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Rendering;
using NegotiationRules.Text;

namespace NegotiationRules.Page.Telling;

/// <summary>A verdict for the page: every stage with what decides it, and a card for each of its rules. Only open cards say why: that is
/// most of the work.</summary>
/// <param name="verdict">The verdict.</param>
/// <param name="opened">The rules whose cards somebody has opened.</param>
/// <param name="closed">The rules whose cards somebody has closed.</param>
/// <param name="shown">How the page calls a file.</param>
internal sealed class VerdictAnswer(
    Verdict verdict, IReadOnlySet<string> opened, IReadOnlySet<string> closed, Func<string, string> shown)
{
    private readonly EvaluatedScenario _evaluated = verdict.Evaluated;
    private readonly RuleSetWords _words = RuleSetWords.Of(verdict.Evaluated.Rules);
    private readonly RuleExplainer _brief = ExplainerOf(verdict.Evaluated, ExplanationOptions.Default);
    private readonly RuleExplainer _whole = ExplainerOf(verdict.Evaluated, ExplanationOptions.Default with { ShowAll = true });

    public IEnumerable<AnswerObject> Stages()
    {
        var summary = new StageSummary(_evaluated, _brief, _brief);
        for (var stage = 0; stage < _evaluated.Rules.Stages.Length; stage++)
        {
            var sorted = new SortedRules(_words.RulesOf(stage, null), _evaluated.Outcomes, _evaluated.Applies[stage]);
            var head = _words.HeadlineOf(stage, sorted.Outcome);
            var line = summary.Of(stage, in sorted, []);
            yield return new AnswerObject()
                .Add("name", head.Name)
                .Add("stage", verdict.Stages[stage].Name)
                .Add("outcome", head.Outcome)
                .Add("mark", MarkSigns.NameOf(line.Mark))
                .Add("text", line.Text)
                .Add("score", verdict.Stages[stage].Score?.ToString())
                .Add("decides", line.Children.Select(JsonRenderer.Of))
                .Add("cards", Cards(sorted));
        }
    }

    private List<AnswerObject> Cards(SortedRules rules)
    {
        var cards = new List<AnswerObject>();
        var decides = rules.Between(Bearing.InTheWay, Bearing.Pending).Length > 0;
        for (var bearing = Bearing.InTheWay; bearing <= Bearing.Idle; bearing++)
        {
            foreach (var rule in rules[bearing])
            {
                var isFirst = bearing <= Bearing.Pending || (bearing == Bearing.Warning && !decides);
                var isOpen = isFirst ? !closed.Contains(rule.Id) : opened.Contains(rule.Id);
                cards.Add(Card(rule, bearing, isOpen));
            }
        }

        return cards;
    }

    private AnswerObject Card(Rule rule, Bearing bearing, bool isOpen)
    {
        var outcome = _evaluated.Outcomes[rule.Index];
        var head = _words.HeadlineOf(rule, outcome);
        var mark = RuleSetWords.MarkOf(rule, outcome);
        var card = new AnswerObject()
            .Add("rule", rule.Id)
            .Add("name", head.Name)
            .Add("outcome", head.Outcome)
            .Add("mark", MarkSigns.NameOf(mark))
            .Add("remarks", head.Remarks)
            .Add("holder", head.Holder)
            .Add("bearing", Conditions.Words.Of(bearing))
            .Add("file", rule.Span.Source is { Name: var file } ? shown(file) : null)
            .Add("start", rule.Span.Start)
            .Add("open", isOpen)
            .Add("sources", rule.Sources.Select(source => source.ToString()));
        return isOpen ? card.Add("why", JsonRenderer.Of((bearing >= Bearing.Fine ? _whole : _brief).Explain(rule))) : card;
    }

    private static RuleExplainer ExplainerOf(EvaluatedScenario evaluated, ExplanationOptions options) =>
        new(evaluated, RuleSetWords.Of(evaluated.Rules), options, new StepCount(evaluated.Rules.Work.Part(4)));
}
