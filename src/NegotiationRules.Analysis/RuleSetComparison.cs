using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Conditions;

namespace NegotiationRules.Analysis;

/// <summary>Compares rule sets, and makes what users hold of it.</summary>
internal sealed class RuleSetComparison
{
    private static readonly bool[] Ways = [true, false];

    private readonly RuleSet _newer;
    private readonly RuleSet _older;
    private readonly RuleMeanings _meanings = new();
    private readonly OutcomeComparer _outcomes;
    private readonly Lazy<KnowledgeComparer> _knowledge;

    private RuleSetComparison(RuleSet newer, RuleSet older, AnalysisOptions options)
    {
        var common = SharedVocabulary.Of([newer, older]);
        (_newer, _older) = (common[0], common[1]);
        CheckedRuleSet[] sets = [_newer.Checked, _older.Checked];
        var assumed = RuleSetSoundness.Conditions(_newer, options);

        // What did not change is not asked, so that what it alone tells apart is none of the question.
        var changed = Stages.Where(stage => !_meanings.AreSame(sets[0], sets[1], stage)).ToHashSet(StringComparer.Ordinal);
        var rules = Rules.Where(pair => !_meanings.AreSame(pair.Rule, pair.Was))
            .SelectMany(pair => new[] { pair.Rule, pair.Was }).ToHashSet();
        rules.UnionWith(changed.SelectMany(stage => sets.SelectMany(set => RuleMeanings.Deciding(set, stage))));
        var questions = Ways.Sum(isGained =>
            changed.Count(stage => !OutcomeComparer.IsPlain(sets[0], sets[1], _meanings, stage, isGained))
            + Rules.Count(pair => !_meanings.Implies(isGained ? pair.Rule : pair.Was, isGained ? pair.Was : pair.Rule)));
        var scenarios = RuleSetSoundness.Scenarios(sets, options, assumed, new Asked(rules.Contains) { Questions = questions });
        _outcomes = new OutcomeComparer(sets[0], sets[1], _meanings, scenarios);
        _knowledge = new Lazy<KnowledgeComparer>(() => new KnowledgeComparer(
            sets[0], sets[1], RuleSetSoundness.Scenarios(
                sets, options, assumed,
                new Asked(rules.Contains) { Questions = questions, MayBeUnknown = true, Budget = scenarios.Budget })));
    }

    private IEnumerable<string> Stages => _newer.Stages.Where(_older.Stages.Contains);

    private IEnumerable<(Rule Rule, Rule Was)> Rules =>
        from rule in _newer.Rules
        let was = _older.Checked.Rules.FirstOrDefault(other => other.Id == rule.Id)
        where was is not null
        select (rule, was);

    public static Comparison Of(RuleSet rules, RuleSet older, AnalysisOptions options) =>
        new RuleSetComparison(rules, older, options).Compare();

    /// <summary>Whether a stage is valid by the other rules wherever it is by these.</summary>
    public static bool? Implies(RuleSet rules, RuleSet other, string stage, AnalysisOptions options)
    {
        var sought = new RuleSetComparison(rules, other, options)._outcomes.Stage(stage, isGained: true);
        return sought.IsNone ? true : sought.Why is null ? false : null;
    }

    private Comparison Compare()
    {
        var (differences, open, unknown) = (new List<OutcomeDifference>(), new List<OutcomeDifference>(), new List<KnowledgeDifference>());
        var later = new List<Action>();
        foreach (var stage in Stages.Where(stage => !_meanings.AreSame(_newer.Checked, _older.Checked, stage)))
        {
            Ask(stage, null, isGained => _outcomes.Stage(stage, isGained), isOpened => _knowledge.Value.Stage(stage, isOpened));
        }

        foreach (var (rule, was) in Rules.Where(pair => !_meanings.AreSame(pair.Rule, pair.Was)))
        {
            Ask(
                rule.Stage, rule, isGained => _outcomes.Rule(rule, was, isGained),
                isOpened => _knowledge.Value.Rule(rule, was, isOpened));
        }

        later.ForEach(ask => ask());
        return new Comparison(_newer, _older, differences, open, unknown, Only(_newer, _older), Only(_older, _newer));

        void Ask(string stage, Rule? rule, Func<bool, Sought> outcome, Func<bool, Sought> knowledge)
        {
            var (found, asked) = (differences.Count, open.Count);
            foreach (var isGained in Ways)
            {
                var sought = outcome(isGained);
                if (Example(sought, out var why) is { } told)
                {
                    differences.Add(new OutcomeDifference(stage, rule, isGained, told.Example, null));
                }
                else if (why is not null)
                {
                    open.Add(new OutcomeDifference(stage, rule, isGained, null, why));
                }
            }

            // Where it differs anyway, it need not be said that it does while something is not known.
            if (found == differences.Count)
            {
                var isSame = asked == open.Count;
                later.Add(() => AskWhileUnknown(stage, rule, isSame, knowledge));
            }
        }

        void AskWhileUnknown(string stage, Rule? rule, bool isSame, Func<bool, Sought> knowledge)
        {
            foreach (var isOpened in Ways)
            {
                if (Example(knowledge(isOpened), out var why) is { } told)
                {
                    unknown.Add(new KnowledgeDifference(stage, rule, isOpened, isSame,
                        isOpened ? (told.Example, told.Newer, told.Older) : (told.Example, told.Older, told.Newer)));
                }
                else if (why is not null)
                {
                    unknown.Add(new KnowledgeDifference(stage, rule, isOpened, isSame, why));
                }
            }
        }
    }

    // What is told is what anybody finds who evaluates it with both.
    private (Scenario Example, Verdict Newer, Verdict Older)? Example(Sought sought, out NotDecided? why)
    {
        why = sought.Why;
        if (Witness.Of(sought.Facts) is not { } example)
        {
            return null;
        }

        if (_newer.TryEvaluate(example, out var newer, out _) && _older.TryEvaluate(example, out var older, out _))
        {
            return (example, newer, older);
        }

        why = new NotDecided("the scenario that was found cannot be evaluated");
        return null;
    }

    private static List<string> Only(RuleSet rules, RuleSet other) =>
    [
        .. rules.Stages.Except(other.Stages),
        .. rules.Rules.Select(rule => rule.Id).Except(other.Rules.Select(rule => rule.Id)),
    ];
}
