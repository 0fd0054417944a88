using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <content>Counts, sums and what else is worked out from the elements of a list.</content>
internal sealed partial class ConditionExplainer
{
    private ExplanationNode ExplainCount(RelationTest test, CountOperand count, Scope scope, Stance stance, Truth truth)
    {
        var elements = Elements.Of(count.List, scope);
        var tally = Tally.Of(elements.Known, e => count.Where is null ? Truth.True : TreeWalk.TruthOf(count.Where, e));
        var facts = test.Right.Facts;
        var children = new List<ExplanationNode>();
        if (truth == Truth.Unknown)
        {
            children.AddRange(FewOpen([.. tally.Maybe], e => Explain(count.Where!, e, stance),
                told => new MoreClaim(scope, count.List, null, count.Where, [Truth.Unknown], told)));
            children.AddRange(OpenLists(count.List, scope));
            children.AddRange(Unknown(facts, scope) is { } unknown ? [unknown] : Open(test.Right, scope));
        }
        else if (count.Where is not null && (PlainConditions.IsPlain(count.Where) ? options.ShowAll || !stance.IsMetBy(truth)
            : !options.ShowAll && !stance.IsMetBy(truth)))
        {
            // Too few: which are missing. Too many: which they are.
            var wanted = stance.IsWanted ? test.Relation : test.Relation.Inverse();
            var isTooMany = wanted is Relation.Less or Relation.LessOrEqual;
            var isSettled = tally.Maybe.Count == 0 && elements.IsComplete;
            var who = isTooMany ? "these" : !isSettled ? "not these" : tally.Meeting.Count == 0 ? "there" : "the others";
            AddNames(isTooMany ? tally.Meeting : tally.Failing, Truths.Of(isTooMany), null, count.Where, count.List, scope, who, children);
        }
        else if (options.ShowAll && count.Where is not null)
        {
            children.AddRange(Few(elements.Known, e => Explain(count.Where, e, Stance.Circumstance),
                told => new MoreClaim(scope, count.List, null, null, [Truth.True], told)));
        }

        var heads = new Heads(tally.Meeting.Count, tally.Failing.Count, tally.Maybe.Count, 0, elements.IsComplete);
        var claim = new CountClaim(scope, count.List, null, count.Where, heads);
        var margin = stance.IsDemand && !stance.IsMetBy(truth) ? MarginOf(test, heads, scope, stance) : null;
        var text = CountOf(claim, elements) + CountComparison(test, scope, stance, truth)
            + WordsOf(margin, heads.Meeting > 0 && heads.Meeting != margin?.Margin.Amount.Steps);
        return Line(
            text,
            stance.MarkOf(truth),
            [.. count.List.Levels.Length == 1 ? count.List.Levels : [], .. facts],
            scope,
            [claim, new TruthClaim(scope, test, truth), .. ComparedValues.ValuesOf(scope, test.Right),
                .. margin is null ? (Claim[])[] : [margin]],
            children);
    }

    // What certainly counts is what there is; what may count may make up for what is missing, but nothing takes away what is too much.
    // Not where it is all there is, or all there should be: then it has been said.
    private static string WordsOf(MarginClaim? margin, bool saysMore) => margin is null || !saysMore ? string.Empty
        : $": {margin.Words}";

    private static MarginClaim? MarginOf(RelationTest test, Heads heads, Scope scope, Stance stance)
    {
        var wanted = stance.IsWanted ? test.Relation : test.Relation.Inverse();
        return Amount.Of(test.Right, scope) is { } bound
            && (heads.IsSettled || wanted is Relation.Greater or Relation.GreaterOrEqual)
            && Margin.Of(new Amount(heads.Meeting, 0), wanted, bound, MarginUnit.Things) is { Amount.Scale: 0 } margin
            ? new MarginClaim(scope, test, margin)
            : null;
    }

    // "9 of the 15 members have vote yes and 2 more may"
    private string CountOf(CountClaim claim, Elements elements)
    {
        var heads = claim.Heads;
        var at = NamingAt(claim.At);
        var words = ListWords.Of(claim.List, at);
        var further = heads.IsComplete ? string.Empty
            : elements.Further is [{ Most: { } most }] ? $", and up to {Number(most)} more may come"
            : ", and the list is not complete";
        if (heads.All == 0)
        {
            return heads.IsComplete ? NoElements(claim.List, null, claim.At) : $"no {words.Singular}{words.Owner} is known so far";
        }

        if (claim.Where is null)
        {
            var noun = heads.All == 1 ? words.Singular : words.Plural;
            var some = $"{Number(heads.All)} {(heads.IsComplete ? string.Empty : "known ")}{noun}";
            return (words.IsOwn ? $"{at.Name} has {some}{words.InnerOwner}"
                : $"there {(heads.All == 1 ? "is" : "are")} {some}{words.Owner}") + further;
        }

        var known = heads.IsComplete ? string.Empty : "known ";
        return SomeOfAll(heads, known, words, words.Owner, holds =>
            ConditionWording.Of(claim.Where, at.Enter(claim.List), holds)) + further;
    }

    private static string SomeOfAll(Heads heads, string known, ListWords words, string owner, Func<bool, Phrase> where)
    {
        var (met, all, maybe) = (heads.Meeting, heads.All, heads.Maybe);
        if (all == 1)
        {
            var one = $"the only {known}{words.Singular}{owner}";
            return maybe == 1 ? $"it is open whether {where(true).OfOne(one)}" : where(met == 1).OfOne(one);
        }

        var subject = met == 0 ? $"none of the {Number(all)} {known}{words.Plural}{owner}"
            : met == all ? $"all {Number(all)} {known}{words.Plural}{owner}"
            : $"{Number(met)} of the {Number(all)} {known}{words.Plural}{owner}";
        var sentence = met <= 1 ? where(true).OfOne(subject) : where(true).OfMany(subject);
        return maybe == 0 ? sentence : $"{sentence} and {Number(maybe)} {(met > 0 ? "more " : string.Empty)}may";
    }

    private string CountComparison(RelationTest test, Scope scope, Stance stance, Truth truth)
    {
        var right = WithValue(test.Right, scope);
        var isOne = test.Right is Constant { Measure.Scale: 0, Value: { Kind: FactKind.Exact, Steps: 1 } };
        if (stance.IsDemand)
        {
            var wanted = stance.IsWanted ? test.Relation : test.Relation.Inverse();
            var isNone =
                (isOne && wanted == Relation.Less)
                || (
                    wanted is Relation.LessOrEqual or Relation.Equal && test.Right is Constant { Value: { Kind: FactKind.Exact, Steps: 0 } }
                );
            return isNone ? "; none is allowed"
                : wanted == Relation.NotEqual ? $"; any number but {right} will do"
                : $"; {RelationWords.OfCount(wanted)} {right} {(isOne || test.Right is not Constant ? "is" : "are")} "
                    + NeededOrAllowed(wanted);
        }

        return truth == Truth.Unknown
            ? $", which leaves open whether it is {RelationWords.OfCount(test.Relation)} {right}"
            : $", which is {RelationWords.OfCount(truth == Truth.True ? test.Relation : test.Relation.Inverse())} {right}";
    }

    // The lines about what is unknown inside a quantity: lists and the facts of their elements.
    private IEnumerable<ExplanationNode> Open(Operand operand, Scope scope)
    {
        switch (operand)
        {
            case CountOperand count:
                return OpenElements(count.List, count.Where, null, scope);
            case AggregateOperand aggregate:
                return OpenElements(aggregate.List, aggregate.Where, aggregate.Item, scope);
            case ChoiceOperand choice:
                return [Explain(choice.If, scope, Stance.Circumstance), .. Open(choice.Then, scope), .. Open(choice.Else, scope)];
            default:
                return Open(operand.Operands, scope);
        }
    }

    private IEnumerable<ExplanationNode> Open(IEnumerable<Operand> operands, Scope scope) =>
        operands.SelectMany(operand => Open(operand, scope));

    private IEnumerable<ExplanationNode> OpenElements(ListReference list, Condition? where, Operand? item, Scope scope)
    {
        var elements = Elements.Of(list, scope);
        var counted = elements
            .Known.Select(e => (Element: e, Meets: where is null ? Truth.True : TreeWalk.TruthOf(where, e)))
            .Where(e => e.Meets != Truth.False)
            .ToList();
        if (elements.IsComplete && counted.Count == 0)
        {
            return [ListLine(NoElements(list, where, scope), list, scope, ExplanationMark.Unknown,
                [new CountClaim(scope, list, where, null, default(Heads) with { IsComplete = true })])];
        }

        var open = counted
            .Where(e => e.Meets == Truth.Unknown)
            .Select(e => (e.Element, Facts: ImmutableArray<FactReference>.Empty))
            .Concat(
                item is null
                    ? []
                    : counted
                        .Select(e =>
                            (
                                e.Element,
                                Facts: item.Facts.RemoveAll(f => e.Element.Read(f).IsKnown)
                            )
                        )
                        .Where(e => !e.Facts.IsEmpty)
            )
            .ToList();
        return
        [
            .. Few(open, e => e.Facts.IsEmpty ? Explain(where!, e.Element, Stance.Circumstance) : Unknown(e.Facts, e.Element)!),
            .. OpenLists(list, scope),
        ];
    }

    // Of a least or greatest value: the elements that certainly have it, whatever is still unknown.
    private IReadOnlyList<ExplanationNode> WhoseIs(Operand operand, Scope scope) =>
        operand is AggregateOperand { Kind: QuantityKind.Min or QuantityKind.Max, List.Element: RecordType } extreme
            ? WhoseIs(extreme, scope) : [];

    private IReadOnlyList<ExplanationNode> WhoseIs(AggregateOperand aggregate, Scope scope)
    {
        var elements = Elements.Of(aggregate.List, scope);
        var candidates = elements.Known
            .Select(e => (Element: e, Counts: aggregate.Where is null ? Truth.True : TreeWalk.TruthOf(aggregate.Where, e)))
            .Where(c => c.Counts != Truth.False)
            .ToList();
        var further = elements.Further.Select(f => f.Scope).Where(f => aggregate.Where is null
            || TreeWalk.TruthOf(aggregate.Where, f) != Truth.False);
        var having = aggregate.Measure.Kind == MeasureKind.Real
            ? ExtremeElements.Of(candidates, further, e => Quantities.Real(aggregate.Item, e), aggregate.Kind == QuantityKind.Min)
            : ExtremeElements.Of(candidates, further, e => Quantities.Exact(aggregate.Item, e, aggregate.Measure.Scale),
                aggregate.Kind == QuantityKind.Min);
        return having.Count == 0 ? []
            : [new ExplanationNode($"it is that of {Series.And(having, Labels.Of, Most)}", ExplanationMark.Note)
                { Claims = [new ExtremeClaim(scope, aggregate, having)] }];
    }

    private void AddNames(
        IReadOnlyList<Scope> elements, Truth truth, Condition? among, Condition where, ListReference list, Scope scope, string who,
            List<ExplanationNode> children)
    {
        if (elements.Count > 0)
        {
            elements = truth == Truth.False ? NearMisses.First(elements, where) : elements;
            var one = elements.Count == 1;
            var subject = who switch
            {
                "these" => one ? "it is" : "they are",
                "there" => one ? "there is" : "there are",
                "not these" => one ? "it is not" : "they are not",
                _ => one ? "the other is" : "the others are",
            };
            var names = Series.And(elements, e => Describe(e, where, list), Most);
            children.Add(new ExplanationNode($"{subject} {names}", ExplanationMark.Note)
            { Claims = [new ElementsClaim(scope, list, among, where, truth, elements)] });
        }
    }

    private static string Number(long number) => Numbers.Of(number);
}
