using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <content>Every, some and no element: which of them decided.</content>
internal sealed partial class ConditionExplainer
{
    private const int MostNearMisses = 3;

    private ExplanationNode ExplainQuantified(Quantified condition, Scope scope, Stance stance, Truth truth)
    {
        // What is looked for is an element that meets `where` or, for every, one that fails.
        var found = condition.Kind == QuantifierKind.Some ? truth : truth.Not();
        var elements = Elements.Of(condition.List, scope);
        if (ExplainTheOne(condition, elements, scope, stance, truth) is { } one)
        {
            return one;
        }

        var meeting = new List<Scope>();
        for (var i = 0; found != Truth.False && i < elements.Known.Count; i++)
        {
            if (TreeWalk.MeetsOf(condition, elements.Known[i]) == found)
            {
                meeting.Add(elements.Known[i]);
            }
        }

        var inner = condition.Kind == QuantifierKind.Some ? stance : stance.Opposite;
        return (condition.Kind, found) switch
        {
            (QuantifierKind.Every, Truth.True) => ExplainFailing(condition, meeting, scope, stance),
            (QuantifierKind.Every, Truth.False) => ExplainEach(condition, elements, scope, stance, truth),
            (_, Truth.True) => ExplainWitnesses(condition, meeting, scope, inner, stance.MarkOf(truth)),
            (_, Truth.False) => ExplainNone(condition, elements, scope, inner, stance.MarkOf(truth)),
            _ => ExplainOpen(condition, meeting, scope, condition.Kind == QuantifierKind.Every ? stance : inner),
        };
    }

    // Where one element is selected by its place, it is told which one that is, and then what it does.
    private ExplanationNode? ExplainTheOne(Quantified condition, Elements elements, Scope scope, Stance stance, Truth truth)
    {
        var (asked, inner) = condition.Kind switch
        {
            QuantifierKind.Every => (condition.Where is null ? condition.Satisfy : null, stance),
            QuantifierKind.Some => (condition.Where, stance),
            _ => (condition.Where, stance.Opposite),
        };
        return
            asked is not null
            && elements is { IsComplete: true, Known: [var only] }
            && ListWords.Of(condition.List, NamingAt(scope)).TheOne is { } one
            ? ListLine(
                $"{one} is {Labels.Of(only)}", condition.List, scope, stance.MarkOf(truth),
                [Named(condition.List, scope, elements.Known), new TruthClaim(scope, condition, truth)],
                [.. ExplainAll(asked, only, inner)])
            : null;
    }

    private ExplanationNode ExplainFailing(Quantified condition, List<Scope> failing, Scope scope, Stance stance)
    {
        var claim = new TruthClaim(scope, condition, Truth.False);
        if (!options.ShowAll && failing.Count > MostNearMisses && PlainConditions.IsPlain(condition.Satisfy!))
        {
            var names = Series.And(failing, e => Describe(e, condition.Satisfy!, condition.List), Most);
            var shown = failing.Take(failing.Count - 1 > Most ? Most : failing.Count)
                .Select(e => Line(string.Empty, default, condition.Satisfy!.Facts, e, []))
                .ToList();
            return new ExplanationNode($"{Sentence(condition, scope, holds: false)}; these do not: {names}", stance.MarkOf(Truth.False))
            {
                Claims = [claim, new ElementsClaim(scope, condition.List, condition.Where, condition.Satisfy, Truth.False, failing)],
                Facts = [.. shown.SelectMany(n => n.Facts).Distinct(StringComparer.Ordinal)],
                Sources = [.. shown.SelectMany(n => n.Sources).DistinctBy(c => c.ToString())],
            };
        }

        var nodes = Few(failing, element => Explain(condition.Satisfy!, element, stance),
            told => new MoreClaim(scope, condition.List, condition.Where, condition.Satisfy, [Truth.False], told));
        return nodes.Count == 1 && condition is { Where: null, List.Selection: null }
            ? nodes[0]
            : new ExplanationNode(Sentence(condition, scope, holds: false), stance.MarkOf(Truth.False), nodes) { Claims = [claim] };
    }

    private ExplanationNode ExplainEach(Quantified condition, Elements elements, Scope scope, Stance stance, Truth truth)
    {
        var concerned = elements.Known.Where(e => condition.Where is null || TreeWalk.TruthOf(condition.Where, e) != Truth.False).ToList();
        Claim claim = new TruthClaim(scope, condition, truth);
        if (concerned.Count == 0 && elements.IsComplete)
        {
            return ListLine($"{NoElements(condition.List, condition.Where, scope)}, so none can fail", condition.List, scope,
                stance.MarkOf(truth), [claim]);
        }

        var nodes =
            options.ShowAll || !PlainConditions.IsPlain(condition.Satisfy!)
                ? Few(concerned, element => Explain(condition.Satisfy!, element, stance),
                    told => new MoreClaim(scope, condition.List, null, condition.Where, [Truth.True, Truth.Unknown], told))
                : [];
        return nodes.Count == 1 && elements.IsComplete && condition is { Where: null, List.Selection: null }
            ? nodes[0]
            : ListLine(Sentence(condition, scope), condition.List, scope, stance.MarkOf(truth), [claim], nodes);
    }

    private ExplanationNode ExplainWitnesses(Quantified condition, List<Scope> meeting, Scope scope, Stance inner, ExplanationMark mark)
    {
        Claim truth = new TruthClaim(scope, condition, Truths.Of(condition.Kind == QuantifierKind.Some));
        if (condition.Where is null)
        {
            var text = $"{ThereAre(condition.List, scope)} {Labels.OfAll(meeting, Most, isOwn: condition.List.LevelCount == 1)}";
            return ListLine(text, condition.List, scope, mark, [Named(condition.List, scope, meeting), truth]);
        }

        // That an element was selected is half of why it decides, and has to be said.
        var isSelected = condition.List.Selection is not null;
        if (meeting.Count == 1 && !isSelected)
        {
            return Explain(condition.Where, meeting[0], inner);
        }

        var isPlain = !isSelected && PlainConditions.IsPlain(condition.Where);
        var element = NamingAt(scope).Enter(condition.List);
        return isPlain
            ? ListLine(
                ConditionWording.Of(condition.Where, element).OfMany(Labels.OfAll(meeting, Most)),
                condition.List, scope, mark, [new ElementsClaim(scope, condition.List, null, condition.Where, Truth.True, meeting), truth])
            : ListLine(
                Sentence(condition, scope, condition.Kind == QuantifierKind.Some),
                condition.List, scope, mark, [truth], Few(meeting, e => Explain(condition.Where, e, inner),
                    told => new MoreClaim(scope, condition.List, null, condition.Where, [Truth.True], told)));
    }

    private ExplanationNode ExplainNone(Quantified condition, Elements elements, Scope scope, Stance inner, ExplanationMark mark)
    {
        Claim truth = new TruthClaim(scope, condition, Truths.Of(condition.Kind == QuantifierKind.No));
        if (condition.Where is null || (elements.Known.Count == 0 && elements.IsComplete))
        {
            return ListLine(NoElements(condition.List, null, scope), condition.List, scope, mark,
                [truth, new CountClaim(scope, condition.List, null, null, default(Heads) with { IsComplete = true })]);
        }

        var at = NamingAt(scope);
        var words = ListWords.Of(condition.List, at);
        var where = ConditionWording.Of(condition.Where, at.Enter(condition.List));
        var brief = where.Verb(many: false) is { } verb
            ? $"no {words.Singular}{words.Owner} {verb}"
            : $"there is no {words.Singular}{words.Owner}{where.Relative(many: false)}";
        var sentence =
            condition is { Kind: QuantifierKind.No, Where: Negation or Quantified { Kind: QuantifierKind.No } } ? Sentence(condition, scope)
            : words.IsOwn ? $"{at.Name} has no {words.Singular}{words.InnerOwner}{where.Relative(many: false)}"
            : brief;

        if (elements.Known.Count == 0)
        {
            return ListLine(sentence, condition.List, scope, mark, [truth], brief: brief);
        }

        // Where one part is not met by anybody, nothing else has to be said.
        if (!options.ShowAll && elements.IsComplete && NearMisses.FailedByAll(elements.Known, condition.Where) is { } part)
        {
            var failed = ConditionWording.Of(part, at.Enter(condition.List));
            var none = words.IsOwn ? $"{at.Name} has no {words.Singular}{words.InnerOwner}{failed.Relative(many: false)}"
                : failed.Verb(many: false) is { } does ? $"no {words.Singular}{words.Owner} {does}"
                : $"there is no {words.Singular}{words.Owner}{failed.Relative(many: false)}";
            return ListLine(none, condition.List, scope, mark,
                [truth, new CountClaim(scope, condition.List, part, null, default(Heads) with { IsComplete = true })]);
        }

        // Who came nearest is told, and what was in the way; of the others it is enough that they are further off.
        if (!options.ShowAll && NearMisses.Nearest(elements.Known, condition.Where) is { Count: > 0 } nearest)
        {
            var few = nearest.Take(MostNearMisses).ToList();
            var come = $"{Labels.OfAll(nearest, MostNearMisses)} {(nearest.Count == 1 ? "comes" : "come")} nearest";
            sentence = sentence.Length <= LongestHeading ? sentence : $"no {words.Singular}{words.Owner} meets all that is asked; {come}";
            var nodes = few.ConvertAll(e => InShort(Explain(condition.Where, e, inner), e, condition));
            var rest = elements.Known.Count - few.Count;
            var others = rest == 1 ? "the other one is" : $"the other {Number(rest)} are";
            nodes.Add(
                new ExplanationNode($"{others} {(nearest.Count > few.Count ? "no nearer" : "further from it")}", ExplanationMark.Note)
                { Claims = [new OthersClaim(scope, condition.List, few)] }
            );
            return ListLine(sentence, condition.List, scope, mark, [truth], nodes, brief);
        }

        var ordered = NearMisses.First(elements.Known, condition.Where);
        if (!PlainConditions.IsPlain(condition.Where))
        {
            var failing = Few(ordered, e => Explain(condition.Where, e, inner),
                told => new MoreClaim(scope, condition.List, null, condition.Where, [Truth.False], told));
            return ListLine(sentence, condition.List, scope, mark, [truth], failing, brief);
        }

        var there = !elements.IsComplete ? "known so far:" : words.IsOwn ? "it has" : elements.Known.Count == 1 ? "there is" : "there are";
        var all = Series.And(ordered, e => Describe(e, condition.Where, condition.List), Most);
        var claim = new ElementsClaim(scope, condition.List, null, condition.Where, Truth.False, ordered);
        return ListLine($"{sentence}; {there} {all}", condition.List, scope, mark, [truth, claim], brief: brief);
    }

    // Of one that came near it is enough to say what it fails, with the values for which it does; a tree of reasons would bury that.
    private ExplanationNode InShort(ExplanationNode node, Scope element, Quantified condition)
    {
        var name = Labels.Of(element);
        return node.Children.Any(child => child.Children.Count > 0) && PlainConditions.IsPlain(condition.Where!)
            && node.Text.StartsWith($"{name} ", StringComparison.Ordinal)
            && PlainConditions.Describe(element, condition.Where!, isOwn: false, rules.Vocabulary.Root) is var described
            && described != name
            ? Line(described + node.Text[name.Length..], node.Mark, condition.Where!.Facts, element, node.Claims)
            : node;
    }

    private ExplanationNode ExplainOpen(Quantified condition, List<Scope> open, Scope scope, Stance stance)
    {
        List<ExplanationNode> nodes =
        [
            .. Few(open, element => ExplainOpenElement(condition, element, stance),
                told => new MoreClaim(scope, condition.List, null, ConditionOfElements(condition), [Truth.Unknown], told)),
            .. OpenLists(condition.List, scope),
        ];
        return nodes.Count == 1
            ? nodes[0]
            : new ExplanationNode($"it is open whether {Sentence(condition, scope)}", ExplanationMark.Unknown, nodes)
            { Claims = [new TruthClaim(scope, condition, Truth.Unknown)] };
    }

    // What is asked of each element, or would be an exception of which there must be none.
    private static Condition ConditionOfElements(Quantified condition) => (condition.Where, condition.Satisfy) switch
    {
        ({ } where, { } satisfy) => new Composition(condition.Span, CompositionKind.All, [where, new Negation(condition.Span, satisfy)]),
        (var where, var satisfy) => where ?? satisfy!,
    };

    private ExplanationNode ExplainOpenElement(Quantified condition, Scope element, Stance stance)
    {
        var parts = new[] { condition.Where, condition.Satisfy }
            .OfType<Condition>()
            .Where(c => TreeWalk.TruthOf(c, element) == Truth.Unknown)
            .ToList();
        if (parts.Count == 1)
        {
            return Explain(
                parts[0],
                element,
                ReferenceEquals(parts[0], condition.Satisfy) || condition.Kind != QuantifierKind.Every ? stance : Stance.Circumstance
            );
        }

        var at = NamingAt(element);
        var fails = new Joined(
            [ConditionWording.Of(condition.Where!, at), ConditionWording.Of(condition.Satisfy!, at, holds: false)],
            IsAnd: true
        );
        return new ExplanationNode(
            $"it is open whether {fails.Of(at.Name)}",
            ExplanationMark.Unknown,
            [.. parts.Select(part => Explain(part, element, stance))]
        );
    }

    /// <summary>A line for each level of a list of which not all is known.</summary>
    private List<ExplanationNode> OpenLists(ListReference list, Scope scope)
    {
        if (list.Selection is { } selection)
        {
            return OpenSelection(selection, scope);
        }

        var nodes = new List<ExplanationNode>();
        IReadOnlyList<Scope> outer = [Elements.Around(list, scope)];
        foreach (var level in list.Levels)
        {
            var one = new ListReference { Path = string.Empty, Levels = [level], Element = ((ListType)level.Type).Element };
            var open = outer.Where(element => !Elements.Of(one, element).IsComplete).ToList();
            nodes.AddRange(Few(open, element => OpenList(one, level, element.Read(level), element)));
            outer = [.. outer.SelectMany(element => Elements.Of(one, element).Known)];
        }

        return nodes;
    }

    // Why it is not known which elements are selected: elements of which it is open whether they are meant, and keys that are not known.
    private List<ExplanationNode> OpenSelection(Selection selection, Scope scope)
    {
        var elements = Elements
            .Of(selection.From, scope)
            .Known.Select(e => (Element: e, Meets: selection.Where is null ? Truth.True : TreeWalk.TruthOf(selection.Where, e)))
            .ToList();
        var open = elements.FindAll(e => e.Meets == Truth.Unknown);
        List<ExplanationNode> nodes = [.. Few(open, e => Explain(selection.Where!, e.Element, Stance.Circumstance),
            told => new MoreClaim(scope, selection.From, null, selection.Where, [Truth.Unknown], told))];
        var keys = elements.Where(e => e.Meets != Truth.False)
            .SelectMany(e => selection.Keys, (e, key) => (e.Element, Key: key))
            .Where(pair => SelectionKey.Of(pair.Key, pair.Element) is null)
            .ToList();
        nodes.AddRange(Few(keys, pair => OpenKey(pair.Key, pair.Element)));
        nodes.AddRange(OpenLists(selection.From, scope));
        return nodes;
    }

    private ExplanationNode OpenKey(Operand key, Scope element)
    {
        var facts = key.Facts;
        return Unknown(facts, element) is { } unknown ? Beside(unknown, [.. Open(key, element)])
            : Line($"{OperandWording.Of(key, NamingAt(element))} is not exactly known", ExplanationMark.Unknown, facts, element, [],
                [.. Open(key, element)]);
    }

    private ExplanationNode OpenList(ListReference list, FactReference level, FactValue value, Scope scope)
    {
        var at = NamingAt(scope);
        var words = ListWords.Of(list with { Path = at.PathOf(level) }, at);
        var name = words.IsTold ? $"the list of {words.Plural}{words.Owner}" : at.NameOf(level);
        if (!value.IsKnown)
        {
            return Line($"{name} is not known", ExplanationMark.Unknown, [level], scope, [new UnknownClaim(scope, level)]);
        }

        var known = Elements.Of(list, scope).Known;
        var text = known.Count == 0 ? $"{name} is not complete; none is known so far"
            : $"{name} is not complete; so far it has {Series.And(known, Labels.OwnOf, Most)}";
        return Line(text, ExplanationMark.Unknown, [level], scope, [Named(list, scope, known)]);
    }

    private static ElementsClaim Named(ListReference list, Scope scope, IReadOnlyList<Scope> elements) =>
        new(scope, list, null, null, Truth.True, elements);

    // In a list that runs through others it must be said whose an element is.
    private string Describe(Scope element, Condition where, ListReference list) =>
        PlainConditions.Describe(element, where, isOwn: list.Levels.Length <= 1, rules.Vocabulary.Root);

    private ExplanationNode ListLine(
        string text, ListReference list, Scope scope, ExplanationMark mark, IReadOnlyList<Claim> claims,
        IReadOnlyList<ExplanationNode>? children = null, string? brief = null) =>
        Line(text, mark, list.Levels.Length == 1 ? list.Levels : [], scope, claims, children, brief);

    private string ThereAre(ListReference list, Scope scope)
    {
        var at = NamingAt(scope);
        var words = ListWords.Of(list, at);
        var count = Elements.Of(list, scope).Known.Count;
        var noun = count == 1 ? words.Singular : words.Plural;
        var number = count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return !words.IsTold ? $"{at.NameOf(list.Levels[0])} has"
            : words.IsOwn ? $"{at.Name} has {number} {noun}{words.InnerOwner}:"
            : $"there {(count == 1 ? "is" : "are")} {number} {noun}{words.Owner}:";
    }

    private string NoElements(ListReference list, Condition? where, Scope scope)
    {
        var at = NamingAt(scope);
        list = ToSelectFrom(list);
        var words = ListWords.Of(list, at);
        var relative = OperandWording.RelativeOf(where, at.Enter(list), many: true);
        return !words.IsTold && where is null && !list.IsParameter ? $"{at.NameOf(list.Levels[0])} is empty"
            : words.IsOwn ? $"{at.Name} has no {words.Plural}{words.InnerOwner}{relative}"
            : $"there are no {words.Plural}{words.Owner}{relative}";
    }

    // Where none is selected although some could be, there is none to select from: places in an order have no part in it.
    private static ListReference ToSelectFrom(ListReference list) =>
        list.Selection is not { Skip: 0, Take: null or > 0 } selection ? list
        : selection.Where is null ? ToSelectFrom(selection.From) with { As = list.As ?? selection.From.As }
        : list with
        {
            Selection = selection with
            {
                From = ToSelectFrom(selection.From),
                Distinct = null,
                OrderBy = [],
                IsReversed = false,
                Take = null
            }
        };
}
