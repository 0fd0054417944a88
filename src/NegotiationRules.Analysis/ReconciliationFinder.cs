using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis;

/// <summary>Finds out whether sides can be reconciled.</summary>
/// <param name="sets">The rule sets, over one vocabulary.</param>
/// <param name="positions">The sides.</param>
/// <param name="scenarios">All scenarios there are.</param>
internal sealed class ReconciliationFinder(
    IReadOnlyList<RuleSet> sets, IReadOnlyList<Position> positions, AllScenarios scenarios)
{
    private readonly IReadOnlyList<Precondition> _preconditions =
    [
        .. positions.SelectMany(position => position.Required.Select(rule => new Precondition(position.Name, sets[position.Set], rule))),
    ];

    public static Reconciliation Find(IReadOnlyList<RuleSet> sets, IReadOnlyList<Position> positions, AnalysisOptions? options)
    {
        options ??= AnalysisOptions.Default;
        var bag = new DiagnosticBag();
        var given = options.Given?.Bind(sets[0].Vocabulary, bag);
        if (bag.HasErrors)
        {
            throw new ScenarioException(bag.ToSorted());
        }

        // What one party asks for itself alone is no rule of its set.
        var own = positions.SelectMany(position => position.Required.Concat(position.Preferred)).SelectMany(AllScenarios.Of);
        var scenarios = new AllScenarios(
            [.. sets.Select(set => set.Checked)], [.. own], options.Limits, given, allowed: options.Lists, asked: new Asked(_ => false));
        var finder = new ReconciliationFinder(sets, positions, scenarios);
        try
        {
            return finder.Find();
        }
        catch (BudgetSpentException)
        {
            return finder.Open(options.Limits.WhyNot(scenarios.Budget));
        }
    }

    private Reconciliation Find()
    {
        var conditions = positions.SelectMany(position => position.Required).SelectMany(AllScenarios.Of).ToList();
        foreach (var size in scenarios.SizesFor(conditions))
        {
            var inquiry = scenarios.At(size);
            var reconciler = new Reconciler(positions, inquiry);
            switch (reconciler.AreTogether())
            {
                case Solvable.Yes:
                    return Possible(reconciler, inquiry);
                case Solvable.Undecided:
                    return Open(inquiry.WhyUndecided());
                default:
                    break;
            }
        }

        return Impossible(conditions);
    }

    private Reconciliation Open(NotDecided why) => new(NamesOf(positions), _preconditions) { NotDecided = why };

    private static string[] NamesOf(IEnumerable<Position> positions) => [.. positions.Select(position => position.Name)];

    private Reconciliation Possible(Reconciler reconciler, Inquiry inquiry)
    {
        var front = new List<JointScenario>();
        foreach (var facts in reconciler.Front())
        {
            if (Accept(facts) is not { } joint)
            {
                return front.Count == 0 ? Open(new NotDecided("the evaluator says otherwise of the scenario that was found"))
                    : Whole(front, new NotDecided("of another scenario the evaluator says otherwise"));
            }

            front.Add(joint);
        }

        var room = RoomIn(reconciler, inquiry);
        return Whole(front, inquiry.Budget.Reached is null ? null : inquiry.WhyUndecided(), room);
    }

    private Reconciliation Whole(List<JointScenario> front, NotDecided? why, IReadOnlyList<JointRoom>? room = null) =>
        new(NamesOf(positions), _preconditions) { IsPossible = true, Front = front, NotDecided = why, Room = room ?? [] };

    // Which element is which may differ from scenario to scenario, so only of facts outside of lists can be said what they may be.
    private List<JointRoom> RoomIn(Reconciler reconciler, Inquiry inquiry)
    {
        var found = new List<JointRoom>();
        var scenario = FactRecord.Empty(sets[0].Vocabulary.Root);
        foreach (var fact in inquiry.Frame.Facts.Where(fact => !fact.Path.Contains('[')))
        {
            if (fact.Variable is not { } variable || reconciler.RoomOf(variable) is not { IsFull: false, IsEmpty: false } cells)
            {
                continue;
            }

            var room = new Room(fact, [.. cells.Cells().Where(cell => fact.Cells[cell].IsKnown)], inquiry.WhyInexact(fact) is null);
            if (room.Cells.Length > 0)
            {
                var condition = RoomWords.Condition(FactPlace.Find(scenario, fact.Path).Fact, room);
                found.Add(new JointRoom(
                    fact.Path, RoomWords.OfFact(room), ConditionWording.Sentence(condition, Naming.Root(scenario.Type))));
            }
        }

        return found;
    }

    // Every side has the last word on what is said to be good for it. What makes no difference to any is not stated.
    private JointScenario? Accept(FactRecord facts)
    {
        if (VerdictsOn(facts) is not { } verdicts)
        {
            return null;
        }

        var scores = verdicts.ConvertAll(one => one.Verdict.Score);
        facts = Shrinking.Shrink(
            facts, fewer => VerdictsOn(fewer)?.ConvertAll(one => one.Verdict.Score).SequenceEqual(scores) == true);
        var scenario = new Scenario("<agreed>", FactText.ToJson(facts, facts.Type));
        return new JointScenario(scenario, VerdictsOn(facts)!);
    }

    private List<SideVerdict>? VerdictsOn(FactRecord facts)
    {
        var verdicts = new List<SideVerdict>();
        foreach (var position in positions)
        {
            if (EvaluatedScenario.Evaluate(sets[position.Set].Checked, facts, new DiagnosticBag()) is not { } evaluated)
            {
                return null;
            }

            var verdict = new Verdict(evaluated);
            verdict = position.Holder is { } holder ? verdict.For(holder) : verdict;
            if (verdict.Outcome is StageOutcome.Invalid or StageOutcome.Undetermined)
            {
                return null;
            }

            verdicts.Add(new SideVerdict(position.Name, verdict));
        }

        return verdicts;
    }

    private Reconciliation Impossible(List<Condition> conditions)
    {
        var none = scenarios.NoneAbout(conditions);
        if (none.Why is { } open)
        {
            return Open(open);
        }

        var inquiry = scenarios.At(scenarios.SizesFor(conditions).Last());
        var reconciler = new Reconciler(positions, inquiry);
        var all = Enumerable.Range(0, _preconditions.Count).ToList();
        List<Subset> subsets = [.. reconciler.Subsets()];
        var collisions = subsets.Where(subset => !subset.IsPossible).OrderBy(subset => subset.Members.Count).ThenBy(FirstOf);
        var concessions = subsets.Where(subset => subset.IsPossible)
            .Select(subset => new Subset(true, [.. all.Except(subset.Members)]))
            .OrderBy(subset => subset.Members.Count).ThenBy(FirstOf);
        return new Reconciliation(NamesOf(positions), _preconditions)
        {
            IsPossible = false,
            Collisions = [.. collisions.Select(CollisionOf)],
            Concessions = [.. concessions.Select(subset => new Concession(Those(subset)))],
            UpTo = none.UpTo.ToDictionary(limit => limit.List, limit => limit.Most, StringComparer.Ordinal),
            NotDecided = inquiry.Budget.Reached is null ? null : inquiry.WhyUndecided(),
        };
    }

    private static string FirstOf(Subset subset) => string.Join(' ', subset.Members.Select(member => $"{member:D6}"));

    private List<Precondition> Those(Subset subset) => [.. subset.Members.Select(member => _preconditions[member])];

    // They collide on what more than one of them reads; on lists only if on no fact.
    private Collision CollisionOf(Subset subset)
    {
        var preconditions = Those(subset);
        var reads = preconditions.ConvertAll(one => new FactPhrases(sets[0].Vocabulary.Root, AllScenarios.Of(one.Rule)));
        var shared = Shared(reads.ConvertAll(read => read.Facts));
        shared = shared.Count > 0 ? shared : Shared(reads.ConvertAll(read => read.Lists));
        return new Collision(preconditions, [.. shared.Select(fact => fact.Key)], Series.And([.. shared.Select(fact => fact.Value)]));
    }

    private static List<KeyValuePair<string, string>> Shared(List<IReadOnlyDictionary<string, string>> reads) =>
    [
        .. reads.SelectMany(facts => facts).GroupBy(fact => fact.Key, StringComparer.Ordinal)
            .Where(group => group.Count() > 1 || reads.Count == 1).Select(group => group.First()),
    ];
}
