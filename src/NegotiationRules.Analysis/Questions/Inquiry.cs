using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Asks in which scenarios of a frame rules and stages have which outcome.</summary>
/// <remarks>What is found is a scenario of the frame, to be evaluated before it is told; that there is none is proved, if nothing is
/// <see cref="WhyNoIsOpen"/>. Not safe to share between threads.</remarks>
internal sealed class Inquiry
{
    private readonly CheckedRuleSet _rules;
    private readonly AnalysisLimits _limits;
    private readonly CellFinder _cells;
    private readonly Grounder _grounder;
    private Budget _budget;

    /// <param name="rules">The rules, or several sets of them over one vocabulary.</param>
    /// <param name="conditions">All that will be asked about; the cells are those that these tell apart.</param>
    /// <param name="facts">What is stated.</param>
    /// <param name="isFixed">Whether a fact stays as it is wherever it is stated, by its path in the vocabulary.</param>
    /// <param name="freedom">What may be otherwise.</param>
    /// <param name="limits">How much work it may be, with all that is asked.</param>
    /// <param name="budget">What is left of it, if others spend of it too.</param>
    /// <param name="mayShareKeys">Whether it is for who asks to see that elements have keys of their own.</param>
    public Inquiry(
        IReadOnlyList<CheckedRuleSet> rules, IEnumerable<Condition> conditions, FactRecord facts, Func<string, bool> isFixed,
        Freedom freedom, AnalysisLimits limits, Budget? budget = null, bool mayShareKeys = false)
        : this(rules, conditions, facts, isFixed, freedom, limits, mayShareKeys, budget ?? limits.NewBudget())
    {
    }

    private Inquiry(
        IReadOnlyList<CheckedRuleSet> rules, IEnumerable<Condition> conditions, FactRecord facts, Func<string, bool> isFixed,
        Freedom freedom, AnalysisLimits limits, bool mayShareKeys, Budget budget)
        : this(
            rules, new CellFinder(facts.Type, conditions, new FixedFacts(StatedValues.Of(facts), isFixed), budget.Allows), facts, freedom,
            limits, budget, mayShareKeys)
    {
    }

    /// <param name="rules">The rules.</param>
    /// <param name="cells">Tells values apart.</param>
    /// <param name="facts">What is stated.</param>
    /// <param name="freedom">What may be otherwise.</param>
    /// <param name="limits">How much work it may be.</param>
    /// <param name="budget">What is left of it, as others spend of it too.</param>
    /// <param name="mayShareKeys">Whether it is for who asks to see that elements have keys of their own.</param>
    /// <param name="open">Lists of which nothing is to be made out, by their paths in the vocabulary: what goes over them may be anything,
    /// and so may what reads a fact of which not all values are known. Then a "no" holds whatever those are, and a "yes" says
    /// nothing.</param>
    /// <param name="tables">What was tabulated for other questions over the same cells.</param>
    public Inquiry(
        IReadOnlyList<CheckedRuleSet> rules, CellFinder cells, FactRecord facts, Freedom freedom, AnalysisLimits limits, Budget budget,
        bool mayShareKeys = false, IReadOnlySet<string>? open = null, CellTables? tables = null)
    {
        (_rules, _limits, _budget, _cells) = (rules[0], limits, budget, cells);
        Frame = new FrameBuilder(new Circuit(), _cells, freedom).Around(facts);
        var work = rules[0].Work;
        _grounder = new Grounder(Frame, work, GroundLimits.Default with { Rows = limits.TableRows }, tables)
        {
            IsOpen = open is null ? null
                : part => part is FrameFact fact ? WhyInexact(fact) is not null : open.Contains(part.Key),
        };
        Rules = [.. rules.Select(set => new GroundRules(set, _grounder, Frame.Circuit))];
        Solver = new CircuitSolver(Frame.Circuit, new OpaqueCheck(_grounder, Frame, work), limits.Record);
        foreach (var (before, after) in Frame.Lists.SelectMany(list => list.Elements.Zip(list.Elements.Skip(1))))
        {
            // Which of the elements that may be added are there does not matter: the first are.
            if (before.Presence is { } first && after.Presence is { } second)
            {
                Solver.Add(Circuit.Implies(Circuit.Is(second, 1), Circuit.Is(first, 1)));
            }
        }

        foreach (var same in mayShareKeys ? [] : Frame.Lists.Select(list => new SameKeys(Circuit, list))
            .Where(keys => open is null || keys.Keys.All(key => WhyInexact(key) is null)).SelectMany(keys => keys.Find()))
        {
            Solver.Add(!same);
        }
    }

    /// <summary>Where no element that is added has the key of another.</summary>
    public Edge HaveOwnKeys => !Circuit.Any(SharedKeys);

    private IEnumerable<Edge> SharedKeys => Frame.Lists.SelectMany(list => new SameKeys(Circuit, list).Find());

    public Frame Frame { get; }

    public Circuit Circuit => Frame.Circuit;

    /// <summary>Where the rules of each set have which outcome.</summary>
    public IReadOnlyList<GroundRules> Rules { get; }

    public CircuitSolver Solver { get; }

    /// <summary>What may be spent on all that is asked, or on what is asked next; once it is set, on circuits that are made, too.</summary>
    public Budget Budget
    {
        get => _budget;
        set => (_budget, _grounder.Budget) = (value, value);
    }

    /// <summary>Why scenarios cannot be counted in which edges are true: they hang on what has no structure, and is asked of the evaluator
    /// one scenario at a time. <see langword="null"/> if they can.</summary>
    /// <param name="stage">The stage that is asked about.</param>
    /// <param name="of">What there are many of.</param>
    /// <param name="edges">The edges.</param>
    public NotDecided? WhyNotCounted(string stage, string of, params Edge[] edges)
    {
        var asked = Cone.Of(Circuit, edges).Variables.ToHashSet();
        return _grounder.Opaque.FirstOrDefault(opaque => asked.Contains(opaque.Is)) is not { } one ? null
            : new NotDecided(
                $"what {RuleThatAsks(one.Condition, stage)} asks can only be told for one {of} at a time", "Ask about another stage.");
    }

    /// <summary>Whether anything that is asked about reads a fact, by its path in the vocabulary.</summary>
    public bool IsRead(string key) => _cells.IsRead(key);

    /// <summary>Where a condition on the scenario is true, and where false.</summary>
    public Rails Of(Condition condition) => _grounder.Of(condition, _grounder.Scenario);

    /// <summary>Whether there is a scenario in which all edges are true; then it is the model of the solver.</summary>
    public Solvable Ask(params IEnumerable<Edge> edges) => Solver.Solve(edges, Budget);

    /// <summary>The facts in the model of the solver.</summary>
    public FactRecord Found() => Frame.Materialise(Solver.Model());

    /// <summary>What would settle a stage in the scenario with these cells, by the evaluator: the paths of facts.</summary>
    public IReadOnlyList<string> UnsettledIn(IReadOnlyList<int> cells, string stage) =>
        EvaluatedScenario.Evaluate(_rules, Frame.Materialise(cells), new DiagnosticBag()) is { } evaluated
            ? [.. new Verdict(evaluated).Stage(stage).Blocking.SelectMany(rule => rule.Unsettled).Distinct(StringComparer.Ordinal)] : [];

    /// <summary>Why a "no" about conditions need not hold of all scenarios: a fact that they read has values that may not have been found.
    /// <see langword="null"/> if it is proved.</summary>
    public NotDecided? WhyNoIsOpen(params IEnumerable<Condition> about)
    {
        // What circuits hang on does not tell: of values that were not found, a condition may seem to be always the same.
        var read = ReadFacts.Of(Frame.Root.Type, about);
        foreach (var fact in Frame.Facts)
        {
            if (read.Contains(fact.Key) && _cells.WhyInexact(fact.Key, fact.Type) is { } why)
            {
                return new NotDecided($"not all values of `{fact.Key}` that matter are known, as {why}", $"Hold `{fact.Key}` fixed.");
            }
        }

        return null;
    }

    /// <summary>Why not all values of a fact are known that matter; <see langword="null"/> if they are.</summary>
    public string? WhyInexact(FrameFact fact) => _cells.WhyInexact(fact.Key, fact.Type);

    /// <summary>Why something was not found out, after an answer that was not given.</summary>
    public NotDecided WhyUndecided() => _limits.WhyNot(Budget);

    // What the rule is called that asks for the condition, “No veto”: one of the stage, if there is one.
    private string RuleThatAsks(Condition condition, string stage) => _rules.Rules.OrderBy(rule => rule.Stage != stage)
        .FirstOrDefault(rule => rule.Require.All().Contains(condition)) is { } found ? $"“{found.Title ?? found.Id}”" : $"`{stage}`";
}
