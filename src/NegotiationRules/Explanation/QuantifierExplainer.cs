using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>Every, some and no element: which of them decided.</summary>
internal sealed class QuantifierExplainer(
    ConditionExplainer conditions, FactLines lines, OpenLines open, ScopeNames names, ExplanationOptions options)
{
    private const int FewFailing = 3;

    private readonly NoneExplainer _none = new(conditions, lines, names, options);

    public ExplanationNode Of(Quantified condition, Scope scope, Stance stance, Truth truth)
    {
        // What is looked for is an element that meets `where` or, for every, one that fails.
        var found = condition.Kind == QuantifierKind.Some ? truth : truth.Not();
        var elements = Elements.Of(condition.List, scope);
        if (TheOne(condition, elements, scope, stance, truth) is { } one)
        {
            return one;
        }

        var inner = condition.Kind == QuantifierKind.Some ? stance : stance.Opposite;
        return (condition.Kind, found) switch
        {
            (QuantifierKind.Every, Truth.True) => Failing(condition, Meeting(condition, elements, found), scope, stance),
            (QuantifierKind.Every, Truth.False) => Each(condition, elements, scope, stance, truth),
            (_, Truth.True) => Witnesses(condition, Meeting(condition, elements, found), scope, inner, stance.MarkOf(truth)),
            (_, Truth.False) => _none.Of(condition, elements, scope, inner, stance.MarkOf(truth)),
            _ => Open(condition, Meeting(condition, elements, found), scope, condition.Kind == QuantifierKind.Every ? stance : inner),
        };
    }

    // The elements of which it is so, certainly or perhaps, that they are such as is looked for.
    private static List<Scope> Meeting(Quantified condition, Elements elements, Truth found)
    {
        var meeting = new List<Scope>(1);
        for (var i = 0; i < elements.Known.Count; i++)
        {
            if (TreeWalk.MeetsOf(condition, elements.Known[i]) == found)
            {
                meeting.Add(elements.Known[i]);
            }
        }

        return meeting;
    }

    // Where one element is selected by its place, it is told which one that is, and then what it does.
    private ExplanationNode? TheOne(Quantified condition, Elements elements, Scope scope, Stance stance, Truth truth)
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
            && ListWords.Of(condition.List, names.At(scope)).TheOne is { } one
            ? lines.OfList(
                $"{one} is {Labels.Of(only)}", condition.List, scope, stance.MarkOf(truth),
                [FactLines.Named(condition.List, scope, elements.Known), new TruthClaim(scope, condition, truth)],
                [.. conditions.ExplainAll(asked, only, inner)])
            : null;
    }

    private ExplanationNode Failing(Quantified condition, List<Scope> failing, Scope scope, Stance stance)
    {
        var isSelected = condition is not { Where: null, List.Selection: null };
        if (failing.Count == 1 && !isSelected)
        {
            return conditions.Explain(condition.Satisfy!, failing[0], stance);
        }

        return SeveralFailing(condition, failing, scope, stance, isSelected);
    }

    private ExplanationNode SeveralFailing(Quantified condition, List<Scope> failing, Scope scope, Stance stance, bool isSelected)
    {
        var claim = new TruthClaim(scope, condition, Truth.False);
        if (!options.ShowAll && failing.Count > FewFailing && condition.Satisfy!.IsPlain())
        {
            var shown = failing.Take(failing.Count - 1 > options.MostElements ? options.MostElements : failing.Count)
                .Select(e => lines.Of(string.Empty, default, condition.Satisfy!.Facts, e, []))
                .ToList();
            var text = lines.DescribeAll($"{names.Sentence(condition, scope, holds: false)}; these do not: ",
                failing, condition.Satisfy!, condition.List);
            return new ExplanationNode(text, stance.MarkOf(Truth.False))
            {
                Claims = [claim, new ElementsClaim(scope, condition.List, condition.Where, condition.Satisfy, Truth.False, failing)],
                Facts = [.. shown.SelectMany(n => n.Facts).Distinct(StringComparer.Ordinal)],
                Sources = [.. shown.SelectMany(n => n.Sources).DistinctBy(c => c.ToString())],
            };
        }

        var nodes = lines.Few(failing, element => conditions.Explain(condition.Satisfy!, element, stance),
            told => new MoreClaim(scope, condition.List, condition.Where, condition.Satisfy, [Truth.False], told));
        return nodes.Count == 1 && !isSelected
            ? nodes[0]
            : new ExplanationNode(names.Sentence(condition, scope, holds: false), stance.MarkOf(Truth.False), nodes) { Claims = [claim] };
    }

    private ExplanationNode Each(Quantified condition, Elements elements, Scope scope, Stance stance, Truth truth)
    {
        var concerned = elements.Known.Where(e => condition.Where is null || TreeWalk.TruthOf(condition.Where, e) != Truth.False).ToList();
        Claim claim = new TruthClaim(scope, condition, truth);
        if (concerned.Count == 0 && elements.IsComplete)
        {
            var none = ListStatements.None(condition.List, condition.Where, names.At(scope));
            return lines.OfList($"{none}, so none can fail", condition.List, scope, stance.MarkOf(truth), [claim]);
        }

        var nodes =
            options.ShowAll || !condition.Satisfy!.IsPlain()
                ? lines.Few(concerned, element => conditions.Explain(condition.Satisfy!, element, stance),
                    told => new MoreClaim(scope, condition.List, null, condition.Where, [Truth.True, Truth.Unknown], told))
                : [];
        return nodes.Count == 1 && elements.IsComplete && condition is { Where: null, List.Selection: null }
            ? nodes[0]
            : lines.OfList(names.Sentence(condition, scope), condition.List, scope, stance.MarkOf(truth), [claim], nodes);
    }

    private ExplanationNode Witnesses(Quantified condition, List<Scope> meeting, Scope scope, Stance inner, ExplanationMark mark)
    {
        Claim truth = new TruthClaim(scope, condition, Truths.Of(condition.Kind == QuantifierKind.Some));
        if (condition.Where is null)
        {
            var there = ListStatements.ThereAre(condition.List, scope, names.At(scope));
            var all = Labels.OfAll(meeting, options.MostElements, isOwn: condition.List.LevelCount == 1);
            return lines.OfList($"{there} {all}", condition.List, scope, mark, [FactLines.Named(condition.List, scope, meeting), truth]);
        }

        // That an element was selected is half of why it decides, and has to be said.
        var isSelected = condition.List.Selection is not null;
        if (meeting.Count == 1 && !isSelected)
        {
            return conditions.Explain(condition.Where, meeting[0], inner);
        }

        var isPlain = !isSelected && condition.Where.IsPlain();
        var element = names.At(scope).Enter(condition.List);
        return isPlain
            ? lines.OfList(
                ConditionWording.Of(condition.Where, element).OfMany(Labels.OfAll(meeting, options.MostElements)),
                condition.List, scope, mark, [new ElementsClaim(scope, condition.List, null, condition.Where, Truth.True, meeting), truth])
            : lines.OfList(
                names.Sentence(condition, scope, condition.Kind == QuantifierKind.Some),
                condition.List, scope, mark, [truth], lines.Few(meeting, e => conditions.Explain(condition.Where, e, inner),
                    told => new MoreClaim(scope, condition.List, null, condition.Where, [Truth.True], told)));
    }

    private ExplanationNode Open(Quantified condition, List<Scope> undecided, Scope scope, Stance stance)
    {
        List<ExplanationNode> nodes =
        [
            .. lines.Few(undecided, element => OpenElement(condition, element, stance),
                told => new MoreClaim(scope, condition.List, null, ConditionOfElements(condition), [Truth.Unknown], told)),
            .. open.Lists(condition.List, scope),
        ];
        return nodes.Count == 1
            ? nodes[0]
            : new ExplanationNode($"it is open whether {names.Sentence(condition, scope)}", ExplanationMark.Unknown, nodes)
            { Claims = [new TruthClaim(scope, condition, Truth.Unknown)] };
    }

    // What is asked of each element, or would be an exception of which there must be none.
    private static Condition ConditionOfElements(Quantified condition) => (condition.Where, condition.Satisfy) switch
    {
        ({ } where, { } satisfy) => new Composition(condition.Span, CompositionKind.All, [where, new Negation(condition.Span, satisfy)]),
        (var where, var satisfy) => where ?? satisfy!,
    };

    private ExplanationNode OpenElement(Quantified condition, Scope element, Stance stance)
    {
        var parts = new[] { condition.Where, condition.Satisfy }
            .OfType<Condition>()
            .Where(c => TreeWalk.TruthOf(c, element) == Truth.Unknown)
            .ToList();
        if (parts.Count == 1)
        {
            return conditions.Explain(parts[0], element, ReferenceEquals(parts[0], condition.Satisfy)
                || condition.Kind != QuantifierKind.Every ? stance : Stance.Circumstance);
        }

        var at = names.At(element);
        var fails = new Joined(
            [ConditionWording.Of(condition.Where!, at), ConditionWording.Of(condition.Satisfy!, at, holds: false)], IsAnd: true);
        return new ExplanationNode($"it is open whether {fails.Of(at.Name)}", ExplanationMark.Unknown,
            [.. parts.Select(part => conditions.Explain(part, element, stance))]);
    }
}
