using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Finds remedies in one frame around a scenario, the cheapest first.</summary>
internal sealed class RemedyFrame
{
    private readonly RemedyQuestion _question;
    private readonly Edge _does;
    private readonly Edge _doesOrEscapes;
    private readonly RuleReadings _readings;
    private readonly List<FoundRemedy> _escapes = [];
    private readonly List<StepTree> _found = [];

    // What does without being an escape cannot be a part of one.
    private Edge _isNew = Edge.True;

    /// <param name="question">What is asked.</param>
    /// <param name="mostAdded">How many elements may be added to a list, though more might do more.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="freesFixed">Whether facts that are fixed may be otherwise all the same.</param>
    private RemedyFrame(RemedyQuestion question, int mostAdded, AnalysisLimits limits, bool freesFixed)
    {
        _question = question;
        var (rules, facts) = (question.Rules, question.Evaluated.Facts);
        _readings = new RuleReadings(facts.Type, question.Conditions);
        Freedom = new StepFreedom(question.Places, _readings, facts, mostAdded) { FreesFixed = freesFixed };
        Inquiry = new Inquiry([rules], question.Conditions, facts, Freedom.IsConstant, Freedom.Freedom, limits, mayShareKeys: true);

        // A circuit may take longer to make than what is asked of it, so what is made from here on is paid for as well.
        Inquiry.Budget = Inquiry.Budget;
        Steps = PossibleSteps.In(Inquiry.Frame, question.Places, PartyNames.Of(rules.Parties, facts));
        foreach (var step in Steps.Where(step => question.By is { } party && step.By != party))
        {
            Inquiry.Solver.Add(!step.Edge);
        }

        foreach (var variable in Inquiry.Circuit.Variables)
        {
            Inquiry.Solver.Prefer(variable, 0);
        }

        var (ground, circuit) = (Inquiry.Rules[0], Inquiry.Circuit);
        var valid = ground.Of(question.Stage.Name, StageOutcome.Valid, question.Deciding);
        _does = circuit.All(valid, IsMet(), Inquiry.HaveOwnKeys);
        _doesOrEscapes = circuit.And(
            circuit.Or(valid, ground.Of(question.Stage.Name, StageOutcome.NotApplicable)), Inquiry.HaveOwnKeys);
    }

    /// <summary>The frame; <see langword="null"/> if the time was up before it was made.</summary>
    public static RemedyFrame? TryMake(RemedyQuestion question, int mostAdded, AnalysisLimits limits, bool freesFixed = false)
    {
        try
        {
            return new RemedyFrame(question, mostAdded, limits, freesFixed);
        }
        catch (BudgetSpentException)
        {
            return null;
        }
    }

    public Inquiry Inquiry { get; }

    public StepFreedom Freedom { get; }

    /// <summary>All steps that may be taken.</summary>
    public IReadOnlyList<PossibleStep> Steps { get; }

    /// <summary>The first list to which more elements might be added than were; <see langword="null"/> if they are enough.</summary>
    public FrameList? TooShort => ShortOf(Inquiry.Frame.Lists);

    private FrameList? ShortOf(IEnumerable<FrameList> lists) => lists.FirstOrDefault(list =>
        list.Elements.Count(element => element.Presence is not null) is > 0 and var added
        && !(_readings.EnoughOf(list.Key) <= added) && list.Elements.Length != list.Type.MaxItems);

    /// <summary>Why there may be remedies by values that were not found; <see langword="null"/> if all that matter were.</summary>
    /// <param name="conditions">What they are to meet; <see langword="null"/> for all that is asked.</param>
    public NotDecided? WhyMore(IReadOnlyList<Condition>? conditions = null)
    {
        var readings = conditions is null ? _readings : new RuleReadings(Inquiry.Frame.Root.Type, conditions);
        var read = ReadFacts.Of(Inquiry.Frame.Root.Type, conditions ?? _question.Conditions);
        foreach (var fact in Inquiry.Frame.Facts.Where(fact => read.Contains(fact.Key) && !Freedom.IsFixed(fact.Key, fact.Path)))
        {
            if (Inquiry.WhyInexact(fact) is { } why)
            {
                return new NotDecided($"not all values of `{fact.Key}` that matter are known, as {why}", $"Hold `{fact.Key}` fixed.");
            }
        }

        return ShortOf(Inquiry.Frame.Lists.Where(list => readings.GoesOver(list.Key))) is not { } list ? null : new NotDecided(
            $"more elements of `{list.Key}` might help than the {list.Elements.Count(element => element.Presence is not null)} "
                + "that were added", $"Hold `{list.Key}` fixed.");
    }

    /// <summary>Where the stage is as it should be, and not for want of something to judge.</summary>
    public Edge Does => _does;

    /// <summary>The remedies that are no escapes, by what they cost.</summary>
    public IEnumerable<FoundRemedy> Remedies()
    {
        foreach (var (found, edges) in Find(_does, isEscape: false))
        {
            if (IsOfNothing(found))
            {
                _escapes.Add(found with { IsEscape = true });
                continue;
            }

            _isNew = Inquiry.Circuit.And(_isNew, !Inquiry.Circuit.All(edges));
            yield return found;
        }
    }

    /// <summary>After those, the escapes.</summary>
    public IEnumerable<FoundRemedy> Escapes()
    {
        foreach (var (found, _) in Find(Inquiry.Circuit.And(_doesOrEscapes, _isNew), isEscape: true))
        {
            yield return found;
        }
    }

    // What is violated has to be met, and if everything is only open, something.
    private Edge IsMet()
    {
        var (ground, circuit) = (Inquiry.Rules[0], Inquiry.Circuit);
        var blocking = _question.Stage.Blocking.ToList();
        List<Edge> satisfied = blocking.ConvertAll(rule => ground.Of(rule.Rule, RuleOutcome.Satisfied));
        return blocking.Count == 0 ? Edge.True : circuit.And(
            circuit.Any(satisfied),
            circuit.All(satisfied.Where((_, i) => blocking[i].Outcome != RuleOutcome.Unknown)));
    }

    private IEnumerable<(FoundRemedy Found, IReadOnlyList<Edge> Edges)> Find(Edge does, bool isEscape)
    {
        var candidates = Steps.Select(step => new Weighted(step.Edge, step.Cost));
        foreach (var set in new MinimalSets(Inquiry.Solver, candidates, does).Enumerate(Inquiry.Budget))
        {
            List<PossibleStep> taken = [.. Steps.Where(step => set.Edges.Contains(step.Edge))];
            var others = Steps.Where(step => !taken.Contains(step)).Select(step => !step.Edge);
            if (Inquiry.Ask([.. set.Edges, .. others, does]) != Solvable.Yes
                || new RoomFinder(Inquiry, does, Steps).Find(taken) is not { } rooms)
            {
                yield break;
            }

            // To add something besides, or to do the same by another of the elements that may be added, is nothing new.
            var tree = StepTree.Of(taken);
            if (!_found.Exists(smaller => smaller.IsWithin(tree)) && Evaluate(taken, rooms, (long)set.Cost, isEscape) is { } found)
            {
                _found.Add(tree);
                yield return (found, set.Edges);
            }
        }
    }

    // What evaluation does not accept is never told.
    private FoundRemedy? Evaluate(IReadOnlyList<PossibleStep> taken, IReadOnlyList<Room> rooms, long cost, bool isEscape)
    {
        var cells = new int[Inquiry.Circuit.Variables.Count];
        foreach (var step in taken)
        {
            cells[step.Variable.Index] = FoundRemedy.RoomOf(step, rooms)?.Nearest ?? 1;
        }

        var facts = KeptSources.Of(Inquiry.Frame.Materialise(cells), _question.Evaluated.Facts);
        var scenario = new Scenario(_question.Evaluated.ScenarioName ?? string.Empty, FactText.ToJson(facts, facts.Type));
        foreach (var list in taken.Where(step => !step.IsAdded).Select(step => step.Part).OfType<FrameList>())
        {
            // The fact beside the list has to say the same.
            if (list.Type.CompleteBy is { } sibling)
            {
                scenario = scenario.With(list.Path[..(list.Path.LastIndexOf('.') + 1)] + sibling, true);
            }
        }

        return After.Of(_question.Verdict, scenario) is { } after
            && (after.Stage(_question.Stage.Name).Outcome is var outcome)
            && (outcome == StageOutcome.Valid || (isEscape && outcome == StageOutcome.NotApplicable))
            ? new FoundRemedy(taken, rooms, cost, isEscape, facts, scenario, after) : null;
    }

    // "Every party has confirmed" asks nothing where there are no parties.
    private bool IsOfNothing(FoundRemedy found)
    {
        var empty = found.Steps.Select(step => step.Part).OfType<FrameList>()
            .Where(list => !list.Elements.Any(element => element.Presence is null)
                && !found.Steps.Any(step => step.List == list))
            .Select(list => list.Key.Replace("[]", string.Empty, StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        return empty.Count > 0 && _question.Stage.Blocking.Any(rule => rule.Rule.Require.All()
            .Any(node => node is Quantified { Kind: QuantifierKind.Every, List.Path: var path } && empty.Contains(path)));
    }

    /// <summary>The escapes that were found among the remedies.</summary>
    public IReadOnlyList<FoundRemedy> EscapesAmongRemedies => _escapes;
}
