using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation;

/// <summary>Counts: how many elements meet a condition, and which.</summary>
internal sealed class CountExplainer(
    ConditionExplainer conditions, FactLines lines, OpenLines open, ScopeNames names, ExplanationOptions options)
{
    public ExplanationNode Of(RelationTest test, CountOperand count, Scope scope, Stance stance, Truth truth)
    {
        var elements = Elements.Of(count.List, scope);
        var tally = Tally.Of(elements.Known, e => count.Where is null ? Truth.True : TreeWalk.TruthOf(count.Where, e));
        var facts = test.Right.Facts;
        var children = new List<ExplanationNode>();
        if (truth == Truth.Unknown)
        {
            children.AddRange(lines.FewOpen([.. tally.Maybe], e => conditions.Explain(count.Where!, e, stance),
                told => new MoreClaim(scope, count.List, null, count.Where, [Truth.Unknown], told)));
            children.AddRange(open.Lists(count.List, scope));
            children.AddRange(lines.Unknown(facts, scope) is { } unknown ? [unknown] : open.In(test.Right, scope));
        }
        else if (count.Where is not null && (count.Where.IsPlain() ? options.ShowAll || !stance.IsMetBy(truth)
            : !options.ShowAll && !stance.IsMetBy(truth)))
        {
            // Too few: which are missing. Too many: which they are.
            var wanted = stance.Wanted(test.Relation);
            var isTooMany = wanted is Relation.Less or Relation.LessOrEqual;
            var isSettled = tally.Maybe.Count == 0 && elements.IsComplete;
            var who = isTooMany ? "these" : !isSettled ? "not these" : tally.Meeting.Count == 0 ? "there" : "the others";
            var those = isTooMany ? tally.Meeting : tally.Failing;
            children.AddRange(lines.Names(those, Truths.Of(isTooMany), null, count.Where, count.List, scope, who));
        }
        else if (options.ShowAll && count.Where is not null)
        {
            children.AddRange(lines.Few(elements.Known, e => conditions.Explain(count.Where, e, Stance.Circumstance),
                told => new MoreClaim(scope, count.List, null, null, [Truth.True], told)));
        }

        var heads = new Heads(tally.Meeting.Count, tally.Failing.Count, tally.Maybe.Count, 0, elements.IsComplete);
        var claim = new CountClaim(scope, count.List, null, count.Where, heads);
        var margin = stance.IsDemand && !stance.IsMetBy(truth) ? Margins.Of(test, heads, scope, stance) : null;
        var text = CountOf(claim, elements) + Comparison(test, scope, names.At(scope), stance, truth)
            + Margins.Words(margin, heads.Meeting > 0 && heads.Meeting != margin?.Margin.Amount.Steps);
        return lines.Of(
            text,
            stance.MarkOf(truth),
            [.. count.List.Levels.Length == 1 ? count.List.Levels : [], .. facts],
            scope,
            [claim, new TruthClaim(scope, test, truth), .. ComparedValues.ValuesOf(scope, test.Right),
                .. margin is null ? (Claim[])[] : [margin]],
            children);
    }

    // "9 of the 15 members have vote yes and 2 more may"
    private string CountOf(CountClaim claim, Elements elements)
    {
        var heads = claim.Heads;
        var at = names.At(claim.At);
        var words = ListWords.Of(claim.List, at);
        var further = heads.IsComplete ? string.Empty
            : elements.Further is [{ Most: { } most }] ? $", and up to {Numbers.Of(most)} more may come"
            : ", and the list is not complete";
        if (heads.All == 0)
        {
            return heads.IsComplete ? ListStatements.None(claim.List, null, at) : $"no {words.Singular}{words.Owner} is known so far";
        }

        if (claim.Where is null)
        {
            var noun = heads.All == 1 ? words.Singular : words.Plural;
            var some = $"{Numbers.Of(heads.All)} {(heads.IsComplete ? string.Empty : "known ")}{noun}";
            return (words.IsOwn ? $"{at.Name} has {some}{words.InnerOwner}"
                : $"there {(heads.All == 1 ? "is" : "are")} {some}{words.Owner}") + further;
        }

        var known = heads.IsComplete ? string.Empty : "known ";
        return ListStatements.SomeOfAll(heads, known, words, words.Owner, holds =>
            ConditionWording.Of(claim.Where, at.Enter(claim.List), holds)) + further;
    }

    private static string Comparison(RelationTest test, Scope scope, Naming at, Stance stance, Truth truth)
    {
        var right = Statements.WithValue(test.Right, scope, at);
        var isOne = test.Right is Constant { Measure.Scale: 0, Value: { Kind: FactKind.Exact, Steps: 1 } }
            or Constant { Value: { Kind: FactKind.Real, Real: 1 } };
        if (stance.IsDemand)
        {
            var wanted = stance.Wanted(test.Relation);
            var isNone = (isOne && wanted == Relation.Less)
                || (wanted is Relation.LessOrEqual or Relation.Equal
                    && test.Right is Constant { Value: { Kind: FactKind.Exact, Steps: 0 } or { Kind: FactKind.Real, Real: 0 } });
            return isNone ? "; none is allowed"
                : wanted == Relation.NotEqual ? $"; any number but {right} will do"
                : $"; {RelationWords.OfCount(wanted)} {right} {(isOne || test.Right is not Constant ? "is" : "are")} "
                    + RelationWords.NeededOrAllowed(wanted);
        }

        return truth == Truth.Unknown
            ? $", which leaves open whether it is {RelationWords.OfCount(test.Relation)} {right}"
            : $", which is {RelationWords.OfCount(truth == Truth.True ? test.Relation : test.Relation.Inverse())} {right}";
    }
}
