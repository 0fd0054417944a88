using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Seeks scenarios among all that there can be.</summary>
/// <remarks>
/// Facts have values; they are unknown only where a rule asks whether they are known, as what is so with an unknown fact is so whatever it
/// is. Lists come to have one element, two, four and so on: what is found is found soon, and that there is none is said only once they have
/// as many as are enough for any length (<see cref="ListBounds"/>), or as many as are allowed.
/// </remarks>
internal sealed class AllScenarios
{
    // Of a list of which no bound is known, so many are looked at before it is said that nobody knows.
    private const int Tried = 3;

    // More if the rules name a number.
    private const int MostTried = 100;

    // With so few elements in all lists most questions have their answer, and share what they are made of.
    private const int Shared = 2;

    private const int Medium = 8;
    private const int Long = 128;

    private const int MostLong = 16;

    // One question of many may take such a part of all the time; of few, twice what would be its share.
    private const int Parts = 8;

    private readonly IReadOnlyList<CheckedRuleSet> _rules;
    private readonly IReadOnlyList<Condition> _conditions;
    private readonly IReadOnlyList<Condition> _assumed;
    private readonly GivenFacts? _given;
    private readonly IReadOnlyDictionary<string, int> _allowed;
    private readonly AnalysisLimits _limits;
    private readonly AskedWhetherKnown _known;
    private readonly bool _mayBeUnknown;
    private readonly double _parts;
    private readonly FactRecord _facts;
    private readonly Lazy<CellFinder> _cells;
    private readonly CellTables _tables = new();
    private readonly Dictionary<int, Inquiry> _inquiries = [];
    private readonly Dictionary<string, Inquiry> _long = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Inquiry> _loose = new(StringComparer.Ordinal);
    // What proved last that there is none.
    private Inquiry? _proved;

    /// <param name="rules">The rules, or several sets of them over one vocabulary.</param>
    /// <param name="conditions">All that will be asked about, besides the rules.</param>
    /// <param name="limits">How much work it may be, with all that is asked.</param>
    /// <param name="given">What all scenarios share.</param>
    /// <param name="assumed">What holds in all scenarios.</param>
    /// <param name="allowed">How many elements lists may have at most, by their paths in the vocabulary.</param>
    /// <param name="asked">What will be asked; if left out, anything may be.</param>
    public AllScenarios(
        IReadOnlyList<CheckedRuleSet> rules, IReadOnlyList<Condition> conditions, AnalysisLimits limits, FactRecord? given = null,
        IReadOnlyList<Condition>? assumed = null, IReadOnlyDictionary<string, int>? allowed = null, Asked? asked = null)
    {
        asked ??= Asked.Anything;
        (_rules, _assumed, _limits, _mayBeUnknown) = (rules, assumed ?? [], limits, asked.MayBeUnknown);
        _allowed = allowed ?? new Dictionary<string, int>();
        _given = given is null ? null : new GivenFacts(given);
        _conditions =
        [
            .. rules.SelectMany(set => set.Rules).Where(asked.Rules).SelectMany(Of),
            .. rules.SelectMany(set => set.StageConditions).OfType<Condition>(),
            .. conditions, .. _assumed,
        ];
        _known = new AskedWhetherKnown(rules[0].Vocabulary.Root, _conditions);
        _facts = given ?? FactRecord.Empty(rules[0].Vocabulary.Root);
        _cells = new Lazy<CellFinder>(() => new CellFinder(
            _facts.Type, _conditions, new FixedFacts(StatedValues.Of(_facts), key => _given?.IsFixed(key) == true), Budget!.Allows));
        (_parts, Budget) = (Math.Clamp((asked.Questions + 1.0) / 2, 1, Parts), asked.Budget ?? limits.NewBudget());
        Found = new FoundScenarios(rules[0]);
    }

    /// <summary>What may be spent on all that is asked.</summary>
    public Budget Budget { get; }

    /// <summary>What was found so far, and what becomes of the rules, of the first set, in it.</summary>
    public FoundScenarios Found { get; }

    /// <summary>How many elements lists have come to have at most.</summary>
    public int Largest => _inquiries.Keys.Append(0).Max();

    /// <summary>The conditions of a rule.</summary>
    public static IEnumerable<Condition> Of(Rule rule) => new[] { rule.When, rule.Require, rule.Deadline }.OfType<Condition>();

    /// <summary>Seeks a scenario.</summary>
    /// <param name="about">The conditions that it hangs on.</param>
    /// <param name="where">Where it is what is sought.</param>
    /// <param name="isIt">Whether the evaluator says that it is.</param>
    /// <param name="mayBeSeen">Whether any scenario of which the evaluator says so does, so that those that were found before, for
    /// whatever, are looked at first.</param>
    public Sought Seek(
        IEnumerable<Condition> about, Func<Inquiry, Edge> where, Func<Scope, bool> isIt, bool mayBeSeen = false)
    {
        if (mayBeSeen && Found.First(facts => Accepted(facts, isIt).Facts is not null, Budget.Allows) is { } seen)
        {
            return Sought.Found(seen);
        }

        List<Condition> asked = [.. about, .. _assumed];
        var lists = ListsIn(asked);
        var needed = lists.ToDictionary(list => list.List, list => LengthOf(list), StringComparer.Ordinal);
        var whole = WholeOf(lists);
        var budget = Budget.Part(_limits.Time / _parts, _limits.Lemmas);
        try
        {
            for (var size = 1; ; size = After(size, whole))
            {
                // Lists come to be long only if what goes over them matters.
                if (size == After(Shared, whole) && IsNoneHoweverLong(where, needed, budget))
                {
                    return Sought.None([]);
                }

                var inquiry = size <= Shared ? At(size) : At(size, needed);
                inquiry.Budget = budget;
                switch (inquiry.Ask(where(inquiry)))
                {
                    case Solvable.Yes:
                        return Keep(Accepted(inquiry.Found(), isIt));
                    case Solvable.No when size >= whole:
                        _proved = inquiry;
                        return NoneOf(inquiry, asked, lists, open => IsNoneWhatever(where, LengthsOf(size, needed), open, budget));
                    case Solvable.Undecided:
                        return Sought.Open(WhyNot(budget));
                    default:
                        break;
                }
            }
        }
        catch (BudgetSpentException)
        {
            return Sought.Open(WhyNot(budget));
        }
    }

    // A list that has to be long has to be about as long as may be needed, and what is asked of fewer elements takes time, too.
    private static int After(int size, int whole) =>
        size < Shared ? size * 2 : size < Medium ? Medium : whole <= Long ? Math.Max(whole, size + 1) : size * 4;

    private Sought Keep(Sought sought)
    {
        if (sought.Facts is { } facts)
        {
            Found.Add(facts);
        }

        return sought;
    }

    // Whether there is none whatever becomes of what goes over the lists that would have to be long.
    private bool IsNoneHoweverLong(Func<Inquiry, Edge> where, Dictionary<string, int> needed, Budget budget)
    {
        var open = needed.Where(list => list.Value > Shared).Select(list => list.Key).ToHashSet(StringComparer.Ordinal);
        var lengths = needed.ToDictionary(list => list.Key, list => open.Contains(list.Key) ? 0 : list.Value, StringComparer.Ordinal);
        return IsNoneWhatever(where, lengths, open, budget);
    }

    // Whether there is none whatever becomes of what reads facts of which not all values are known, or lists that may be of any length.
    private bool IsNoneWhatever(Func<Inquiry, Edge> where, Dictionary<string, int> lengths, IReadOnlySet<string> open, Budget budget)
    {
        var name = $"{NameOf(lengths)} {string.Join(' ', open.Order(StringComparer.Ordinal))}";
        if (!_loose.TryGetValue(name, out var inquiry))
        {
            if (_loose.Count == MostLong)
            {
                _loose.Clear();
            }

            _loose[name] = inquiry = New(list => lengths.GetValueOrDefault(list), open);
        }

        inquiry.Budget = budget;
        var isNone = inquiry.Ask(where(inquiry)) == Solvable.No;
        _proved = isNone ? inquiry : _proved;
        return isNone;
    }

    /// <summary>How many elements lists are to have in turn, until a no is one.</summary>
    /// <param name="about">The conditions that it hangs on.</param>
    public IEnumerable<int> SizesFor(IEnumerable<Condition> about)
    {
        var whole = WholeOf(ListsIn([.. about, .. _assumed]));
        for (var size = 1; ; size *= 2)
        {
            yield return size;
            if (size >= whole)
            {
                yield break;
            }
        }
    }

    /// <summary>What a no means at the last of <see cref="SizesFor"/>.</summary>
    public Sought NoneAbout(IEnumerable<Condition> about)
    {
        List<Condition> asked = [.. about, .. _assumed];
        return NoneOf(At(SizesFor(asked).Last()), asked, ListsIn(asked), _ => false);
    }

    private List<NeededList> ListsIn(IEnumerable<Condition> asked)
    {
        var bounds = new ListBounds(_rules[0].Vocabulary.Root, asked, _mayBeUnknown || _known.IsAny);
        return [.. bounds.Lists.Select(list => new NeededList(list, bounds.Of(list), bounds.NamedOf(list)))];
    }

    private int WholeOf(List<NeededList> lists) =>
        lists.Select(list => LengthOf(list)).Append(0).Max();

    /// <summary>Of edges that cannot be true together, after it was proved that they cannot: a few by their places, none of which can be
    /// left out. <see langword="null"/> if that is not found in time.</summary>
    /// <param name="edges">Edges that have to be true, and the edges to choose from.</param>
    public IReadOnlyList<int>? Core(Func<Inquiry, (IReadOnlyList<Edge> Background, IReadOnlyList<Edge> Candidates)> edges)
    {
        try
        {
            var inquiry = _proved!;
            inquiry.Budget = Budget.Part(_limits.Time / _parts, _limits.Lemmas);
            var (background, candidates) = edges(inquiry);
            var core = Cores.Minimize(inquiry.Solver, [.. candidates.Distinct()], inquiry.Budget, background);
            return core is null ? null : [.. core.Select(edge => candidates.ToList().IndexOf(edge)).Order()];
        }
        catch (BudgetSpentException)
        {
            return null;
        }
    }

    /// <summary>The scenario without all that does not matter; <see langword="null"/> if it is not what it is to be.</summary>
    public FactRecord? Smallest(FactRecord? facts, Func<Scope, bool> isIt) => facts is null || Accepted(facts, isIt).Facts is null ? null
        : Shrinking.Shrink(facts, smaller => Accepted(smaller, isIt).Facts is not null);

    /// <summary>Why nothing more was asked.</summary>
    public NotDecided WhyUndecided() => _limits.WhyNot(Budget);

    private NotDecided WhyNot(Budget spent) => Budget.Allows() && spent.Reached == Limit.Time
        ? new NotDecided(
            $"the {(_limits.Time / _parts).TotalSeconds:0.###} s that are allowed for one question are used up", "Allow more time.")
        : _limits.WhyNot(Budget.Reached is null ? spent : Budget);

    /// <summary>The question whether there is a scenario in which lists have at most so many elements.</summary>
    public Inquiry At(int size)
    {
        if (!_inquiries.TryGetValue(size, out var inquiry))
        {
            _inquiries[size] = inquiry = New(list => Math.Min(size, AllowedOf(list) ?? int.MaxValue));
        }

        return inquiry;
    }

    // With many elements in all lists there would be far more of them, one list in another, than one question needs.
    private Inquiry At(int size, Dictionary<string, int> needed)
    {
        var lengths = LengthsOf(size, needed);
        var name = NameOf(lengths);
        if (!_long.TryGetValue(name, out var inquiry))
        {
            if (_long.Count == MostLong)
            {
                _long.Clear();
            }

            _long[name] = inquiry = New(list => lengths.GetValueOrDefault(list));
        }

        return inquiry;
    }

    private static Dictionary<string, int> LengthsOf(int size, Dictionary<string, int> needed) =>
        needed.ToDictionary(list => list.Key, list => Math.Min(list.Value, size), StringComparer.Ordinal);

    private static string NameOf(Dictionary<string, int> lengths) =>
        string.Join(' ', lengths.OrderBy(list => list.Key, StringComparer.Ordinal).Select(list => $"{list.Key}={list.Value}"));

    private Inquiry New(Func<string, int> lengthOf, IReadOnlySet<string>? open = null)
    {
        var freedom = new Freedom((_, _) => false, lengthOf, _ => true)
        {
            MayBeUnknown = key => _mayBeUnknown || _known.Contains(key),
            KeepsStated = _given is not null,
        };
        var inquiry = new Inquiry(_rules, _cells.Value, _facts, freedom, _limits, Budget, open: open, tables: _tables);
        foreach (var condition in _assumed)
        {
            inquiry.Solver.Add(inquiry.Of(condition).True);
        }

        // As few elements as can be.
        foreach (var element in inquiry.Frame.Lists.SelectMany(list => list.Elements))
        {
            if (element.Presence is { } presence)
            {
                inquiry.Solver.Prefer(presence, 0);
            }
        }

        // What is unknown is so because it matters.
        foreach (var part in _mayBeUnknown ? inquiry.Frame.Parts : [])
        {
            if (part is FrameFact { Variable: { } fact, Cells: [{ IsKnown: false }, ..] })
            {
                inquiry.Solver.Prefer(fact, 1);
            }
            else if (part is FrameList { Completion: { CellCount: > 1 } completion })
            {
                inquiry.Solver.Prefer(completion, 1);
            }
        }

        return inquiry;
    }

    /// <summary>What is found is believed only if the evaluator says the same of it.</summary>
    public Sought Accepted(FactRecord facts, Func<Scope, bool> isIt)
    {
        try
        {
            var scope = Scope.Of(facts, _rules[0].Work);
            return _assumed.All(condition => TreeWalk.Evaluate(condition, scope) == Truth.True) && isIt(scope) ? Sought.Found(facts)
                : Sought.Open(new NotDecided("the evaluator says otherwise of the scenario that was found"));
        }
        catch (OverflowException)
        {
            return Sought.Open(new NotDecided("in the scenario that was found a value is beyond what can be represented"));
        }
        catch (ScenarioException limit) when (limit.IsOfWork)
        {
            return Sought.Open(new NotDecided("the scenario that was found takes more work to evaluate than is allowed"));
        }
    }

    private Sought NoneOf(
        Inquiry inquiry, List<Condition> asked, List<NeededList> lists, Func<IReadOnlySet<string>, bool> isNoneWhatever)
    {
        List<NeededList> endless =
        [
            .. lists.Where(list => list.Enough is null && AllowedOf(list.List) is null && _given?.LengthOf(list.List) is null),
        ];
        if ((inquiry.WhyNoIsOpen(asked) ?? WhyNoIsOpen(endless)) is { } open
            && !isNoneWhatever(endless.Select(list => list.List).ToHashSet(StringComparer.Ordinal)))
        {
            return Sought.Open(open);
        }

        return Sought.None(
        [
            .. from list in lists
               let allowed = AllowedOf(list.List)
               where allowed < (list.Enough ?? int.MaxValue) && allowed < (MaxItemsOf(list.List) ?? int.MaxValue)
                   && _given?.LengthOf(list.List) is null
               orderby list.List
               select new ListLimit(list.List, allowed.Value),
        ]);
    }

    private static NotDecided? WhyNoIsOpen(List<NeededList> endless) => endless is not [var list, ..] ? null
        : new NotDecided(
            $"there is none in which `{list.List}` has up to {TriedOf(list)} elements, but nothing tells how many are enough",
            $"Say how many there are at most with `--list {list.List.Replace("[]", string.Empty, StringComparison.Ordinal)}=…`, or with "
                + "`maxItems` in the vocabulary.");

    // How many elements a list must be allowed for a no to be one.
    private int LengthOf(NeededList list)
    {
        var most = _given?.LengthOf(list.List) is not null ? 0 : AllowedOf(list.List);
        return Math.Min(list.Enough ?? most ?? TriedOf(list), most ?? int.MaxValue);
    }

    private static int TriedOf(NeededList list) => Math.Max(Tried, Math.Min(list.Named, MostTried));

    private int? AllowedOf(string list) =>
        _allowed.TryGetValue(list.Replace("[]", string.Empty, StringComparison.Ordinal), out var allowed) ? allowed : MaxItemsOf(list);

    private int? MaxItemsOf(string list)
    {
        FactType type = _rules[0].Vocabulary.Root;
        foreach (var name in list.Replace("[]", ".[]", StringComparison.Ordinal).Split('.'))
        {
            type = name == "[]" ? ((ListType)type).Element : ((RecordType)type).Properties[((RecordType)type).SlotOf(name)].Type;
        }

        return ((ListType)type).MaxItems;
    }

    /// <param name="List">The path of a list in the vocabulary.</param>
    /// <param name="Enough">How many elements are enough; <see langword="null"/> if there is no telling.</param>
    /// <param name="Named">How many the rules name.</param>
    private sealed record NeededList(string List, int? Enough, int Named);
}
