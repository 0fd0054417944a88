using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>That there is no element such as is looked for: who came nearest, and what was in the way.</summary>
internal sealed class NoneExplainer(ConditionExplainer conditions, FactLines lines, ScopeNames names, ExplanationOptions options)
{
    private const int MostNearMisses = 3;
    private const int LongestHeading = 160;

    public ExplanationNode Of(Quantified condition, Elements elements, Scope scope, Stance inner, ExplanationMark mark)
    {
        Claim truth = new TruthClaim(scope, condition, Truths.Of(condition.Kind == QuantifierKind.No));
        if (condition.Where is null || (elements.Known.Count == 0 && elements.IsComplete))
        {
            return lines.OfList(ListStatements.None(condition.List, null, names.At(scope)), condition.List, scope, mark,
                [truth, new CountClaim(scope, condition.List, null, null, default(Heads) with { IsComplete = true })]);
        }

        var at = names.At(scope);
        var words = ListWords.Of(condition.List, at);
        var where = ConditionWording.Of(condition.Where, at.Enter(condition.List));
        var brief = Nobody(words, where);
        var sentence =
            condition is { Kind: QuantifierKind.No, Where: Negation or Quantified { Kind: QuantifierKind.No } }
                ? names.Sentence(condition, scope)
            : words.IsOwn ? HasNone(at, words, where) : brief;
        if (elements.Known.Count == 0)
        {
            return lines.OfList(sentence, condition.List, scope, mark, [truth], brief: brief);
        }

        // Where one part is not met by anybody, nothing else has to be said.
        if (!options.ShowAll && elements.IsComplete && NearMisses.FailedByAll(elements.Known, condition.Where) is { } part)
        {
            var failed = ConditionWording.Of(part, at.Enter(condition.List));
            return lines.OfList(words.IsOwn ? HasNone(at, words, failed) : Nobody(words, failed), condition.List, scope, mark,
                [truth, new CountClaim(scope, condition.List, part, null, default(Heads) with { IsComplete = true })]);
        }

        // Who came nearest is told, and what was in the way; of the others it is enough that they are further off.
        if (!options.ShowAll && NearMisses.Nearest(elements.Known, condition.Where) is { Count: > 0 } nearest)
        {
            var come = $"{Labels.OfAll(nearest, MostNearMisses)} {(nearest.Count == 1 ? "comes" : "come")} nearest";
            sentence = sentence.Length <= LongestHeading ? sentence : $"no {words.Singular}{words.Owner} meets all that is asked; {come}";
            return lines.OfList(sentence, condition.List, scope, mark, [truth],
                NearestFirst(condition, nearest, elements.Known.Count, scope, inner), brief);
        }

        var ordered = NearMisses.First(elements.Known, condition.Where);
        if (!condition.Where.IsPlain())
        {
            return lines.OfList(sentence, condition.List, scope, mark, [truth], Each(condition, ordered, scope, inner), brief);
        }

        var there = !elements.IsComplete ? "known so far:" : words.IsOwn ? "it has" : elements.Known.Count == 1 ? "there is" : "there are";
        var claim = new ElementsClaim(scope, condition.List, null, condition.Where, Truth.False, ordered);
        var text = lines.DescribeAll($"{sentence}; {there} ", ordered, condition.Where, condition.List);
        return lines.OfList(text, condition.List, scope, mark, [truth, claim], brief: brief);
    }

    private List<ExplanationNode> NearestFirst(Quantified condition, IReadOnlyList<Scope> nearest, int all, Scope scope, Stance inner)
    {
        var few = nearest.Take(MostNearMisses).ToList();
        var nodes = few.ConvertAll(e => InShort(conditions.Explain(condition.Where!, e, inner), e, condition));
        var rest = all - few.Count;
        var others = rest == 1 ? "the other one is" : $"the other {Numbers.Of(rest)} are";
        nodes.Add(new ExplanationNode($"{others} {(nearest.Count > few.Count ? "no nearer" : "further from it")}", ExplanationMark.Note)
        { Claims = [new OthersClaim(scope, condition.List, few)] });
        return nodes;
    }

    private IReadOnlyList<ExplanationNode> Each(Quantified condition, IReadOnlyList<Scope> ordered, Scope scope, Stance inner) =>
        lines.Few(ordered, e => conditions.Explain(condition.Where!, e, inner),
            told => new MoreClaim(scope, condition.List, null, condition.Where, [Truth.False], told));

    // "US has no delegate with role military"
    private static string HasNone(Naming at, ListWords words, Phrase where) =>
        $"{at.Name} has no {words.Singular}{words.InnerOwner}{where.Relative(many: false)}";

    // "no delegate of US has role military"
    private static string Nobody(ListWords words, Phrase where) => where.Verb(many: false) is { } verb
        ? $"no {words.Singular}{words.Owner} {verb}" : $"there is no {words.Singular}{words.Owner}{where.Relative(many: false)}";

    // Of one that came near it is enough to say what it fails, with the values for which it does; a tree of reasons would bury that.
    private ExplanationNode InShort(ExplanationNode node, Scope element, Quantified condition)
    {
        var name = Labels.Of(element);
        return node.Children.Any(child => child.Children.Count > 0) && condition.Where!.IsPlain()
            && node.Text.StartsWith($"{name} ", StringComparison.Ordinal)
            && lines.DescribeInFull(element, condition.Where!) is var described
            && described != name
            ? lines.Of(described + node.Text[name.Length..], node.Mark, condition.Where!.Facts, element, node.Claims)
            : node;
    }
}
