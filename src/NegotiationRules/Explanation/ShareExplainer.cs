using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>Shares: of the heads, or of their weights.</summary>
internal sealed class ShareExplainer(
    ConditionExplainer conditions, FactLines lines, OpenLines open, ScopeNames names, ExplanationOptions options)
{
    public ExplanationNode Of(ShareTest test, Scope scope, Stance stance, Truth truth)
    {
        var elements = Elements.Of(test.List, scope);
        var meant = elements.Known
            .Select(e => (Element: e, IsMeant: test.Among is null ? Truth.True : TreeWalk.TruthOf(test.Among, e)))
            .Where(e => e.IsMeant != Truth.False)
            .ToList();
        var tally = Tally.Of(meant.Where(e => e.IsMeant == Truth.True).Select(e => e.Element), e => TreeWalk.TruthOf(test.Where, e));
        var outside = meant.Where(e => e.IsMeant == Truth.Unknown).Select(e => e.Element).ToList();
        var heads = new Heads(tally.Meeting.Count, tally.Failing.Count, tally.Maybe.Count, outside.Count, elements.IsComplete);
        Claim claim = test.Weight is null
            ? new CountClaim(scope, test.List, test.Among, test.Where, heads)
            : new WeightClaim(scope, test, WeightsOf(test.Weight, tally, outside, elements.IsComplete));
        if (elements.IsComplete && meant.Count == 0)
        {
            var counts = test.IfNone is null ? "there is no share to compare"
                : $"the share counts as {OperandWording.Of(test.IfNone, names.At(scope))}{ValueOf(test.IfNone, scope)}"
                    + Comparison(test.Relation, test.Bound, scope, stance, truth);
            var none = $"{ListStatements.None(test.List, test.Among, names.At(scope))}, so {counts}";
            var openParts = test.IfNone is null || truth != Truth.Unknown ? []
                : OpenValues([test.Bound, test.IfNone], scope);
            return lines.OfList(none, test.List, scope, stance.MarkOf(truth), [claim, new TruthClaim(scope, test, truth)], openParts);
        }

        var children = new List<ExplanationNode>();
        if (truth == Truth.Unknown)
        {
            var maybe = tally.Maybe.ToHashSet();
            var undecided = meant.Where(e => e.IsMeant == Truth.Unknown || maybe.Contains(e.Element)
                || WeightIsOpen(test, e.Element)).Select(e => e.Element).ToList();
            children.AddRange(lines.FewOpen(undecided, e => OpenPart(test, e), told => new MoreOpenClaim(scope, test, told)));
            children.AddRange(open.Lists(test.List, scope));
            children.AddRange(IfNone(test, claim, scope));
            children.AddRange(OpenValues([test.Bound], scope));
        }
        else if (options.ShowAll || !stance.IsMetBy(truth))
        {
            var who = !heads.IsSettled ? "not these" : tally.Meeting.Count == 0 ? "there" : "the others";
            children.AddRange(lines.Names(tally.Failing, Truth.False, test.Among, test.Where, test.List, scope, who));
        }

        var bound = FractionOf(test.Bound, scope);
        var isOfNothing = claim is WeightClaim { Weights: { IsSettled: true, All.IsZero: true } } && test.IfNone is null;
        var said = claim is WeightClaim weights ? WeightsOf(weights, bound) : HeadsOf((CountClaim)claim, bound);
        var margin = stance.IsDemand && !stance.IsMetBy(truth) ? Margins.Of(test, claim, scope, stance) : null;
        return lines.OfList(
            said + (isOfNothing ? string.Empty : Comparison(test.Relation, test.Bound, scope, stance, truth))
                + Margins.Words(margin, claim is WeightClaim || heads.Meeting > 0),
            test.List,
            scope,
            stance.MarkOf(truth),
            [claim, new TruthClaim(scope, test, truth), .. margin is null ? (Claim[])[] : [margin]],
            children);
    }

    /// <summary>The same of two numbers.</summary>
    public ExplanationNode Of(ShareOfTwo test, Scope scope, Stance stance, Truth truth)
    {
        var at = names.At(scope);
        var (part, whole) = (ExactlyOf(test.Part, scope), ExactlyOf(test.Whole, scope));
        List<Claim> claims = [new TruthClaim(scope, test, truth)];
        ComparedValues.AddValues([test.Whole], scope, claims);
        if (whole is { IsPositive: false })
        {
            var counts = test.IfNone is null ? "there is no share to compare"
                : $"the share counts as {OperandWording.Of(test.IfNone, at)}{ValueOf(test.IfNone, scope)}"
                    + Comparison(test.Relation, test.Bound, scope, stance, truth);
            return lines.Of($"{Statements.Of(test.Whole, scope, at)}, so {counts}", stance.MarkOf(truth), test.Whole.Facts, scope, claims,
                test.IfNone is null || truth != Truth.Unknown ? [] : OpenValues([test.Bound, test.IfNone], scope));
        }

        ComparedValues.AddValues([test.Part], scope, claims);
        var percent = part is { } one && whole is { } all && FractionOf(test.Bound, scope) is { IsPercent: true } fraction
            && one / all is var share ? $", a share of {Numbers.Percent(share.Numerator, share.Denominator, fraction)}" : string.Empty;
        var comparison = Comparison(test.Relation, test.Bound, scope, stance, truth, isShareTold: percent.Length > 0);
        return lines.Of(
            $"{Statements.Of(test.Part, scope, at)} and {Statements.Of(test.Whole, scope, at)}{percent}{comparison}",
            stance.MarkOf(truth), test.Facts, scope, claims, truth != Truth.Unknown ? []
                : OpenValues([test.Part, test.Whole, test.Bound, .. whole is null && test.IfNone is { } other ? [other] : (Operand[])[]],
                    scope));
    }

    private static Ratio? ExactlyOf(Operand number, Scope scope) =>
        Ratios.Of(number, scope) is { IsNothing: false, IsValue: true, Low: { } exact } ? exact : null;

    private static Fraction? FractionOf(Operand bound, Scope scope) => ExactlyOf(bound, scope)?.AsFraction;

    private ExplanationNode OpenPart(ShareTest test, Scope element)
    {
        if (test.Among is not null && TreeWalk.TruthOf(test.Among, element) == Truth.Unknown)
        {
            return conditions.Explain(test.Among, element, Stance.Circumstance);
        }

        if (TreeWalk.TruthOf(test.Where, element) == Truth.Unknown)
        {
            return conditions.Explain(test.Where, element, Stance.Demand);
        }

        return open.Value(test.Weight!, element);
    }

    private static bool WeightIsOpen(ShareTest test, Scope element) => test.Weight is not null && Amount.Of(test.Weight, element) is null;

    private List<ExplanationNode> OpenValues(IEnumerable<Operand> values, Scope scope) =>
        [.. values.Where(value => !Ratios.Of(value, scope).IsValue).Select(value => open.Value(value, scope))];

    // "37 of the 55 parties have vote yes, 67.3 %"
    private string HeadsOf(CountClaim claim, Fraction? bound)
    {
        var heads = claim.Heads;
        var at = names.At(claim.At);
        var words = ListWords.Of(claim.List, at);
        var element = at.Enter(claim.List);
        var owner = words.Owner + OperandWording.RelativeOf(claim.Among, element, many: heads.All != 1);
        var more = heads.All == 0 ? string.Empty : "more ";
        var further = heads.Outside == 0 ? string.Empty
            : claim.Among is null ? $", and {Numbers.Of(heads.Outside)} more may count"
            : $", and it is open whether {Numbers.Of(heads.Outside)} {more}{(heads.Outside == 1 ? "counts" : "count")}";
        if (heads.All == 0)
        {
            var those = OperandWording.RelativeOf(claim.Among, element, many: false);
            return $"no {words.Singular}{words.Owner}{those} is known so far{further}";
        }

        var percent = heads.IsSettled && bound is { IsPercent: true } fraction
            ? $", {Numbers.Percent(heads.Meeting, heads.All, fraction)}" : string.Empty;
        var known = heads is { IsComplete: true, Outside: 0 } ? string.Empty : "known ";
        return ListStatements.SomeOfAll(heads, known, words, owner, holds => ConditionWording.Of(claim.Where!, element, holds))
            + further + percent;
    }

    // "of the states with kind big, those with vote yes make up 60 of 100 in weight, 60 %"
    private string WeightsOf(WeightClaim claim, Fraction? bound)
    {
        var (test, weights) = (claim.Share, claim.Weights);
        var at = names.At(claim.At);
        var words = ListWords.Of(test.List, at);
        var element = at.Enter(test.List);
        var weight = test.Weight is FactOperand ? $"in {ConditionWording.WeightOf(test, element)}"
            : $"in all, counting for each {ConditionWording.WeightOf(test, element)}";
        var those = ConditionWording.PartOf(test, words, at, element);
        var text = $"{those} make up {weights.Part} of {weights.All} {weight}";
        if (!weights.IsSettled)
        {
            return text
                + (weights.IsComplete ? string.Empty : ", as far as known")
                + (weights.Maybe.IsZero ? string.Empty : $", and {weights.Maybe} more may come")
                + (weights.Outside.IsZero ? string.Empty
                    : $", and it is open whether {weights.Outside} more {(test.Among is null ? "is there" : "counts")}");
        }

        var (part, all) = Amount.Exactly(weights.Part, weights.All);
        return part.IsZero && all.IsZero
            ? test.IfNone is null ? $"the whole weighs nothing, so there is no share: {text}"
                : $"{text}, so the share counts as {OperandWording.Of(test.IfNone, at)}{ValueOf(test.IfNone, claim.At)}"
            : all > 0 && bound is { IsPercent: true } fraction ? $"{text}, {Numbers.Percent(part, all, fraction)}" : text;
    }

    private static Weights WeightsOf(Operand weight, Tally tally, List<Scope> outside, bool isComplete)
    {
        var all = tally.Meeting.Concat(tally.Failing).Concat(tally.Maybe).Concat(outside);
        return new Weights(Sum(tally.Meeting), Sum(tally.Failing), Sum(tally.Maybe), Sum(outside), isComplete
            && all.All(e => Amount.Of(weight, e) is not null));

        Amount Sum(IEnumerable<Scope> elements) => elements
            .Select(e => Amount.Of(weight, e))
            .Where(w => w is not null)
            .Aggregate(Amount.Nothing(weight.Measure), (sum, w) => sum + w!.Value);
    }

    // What counts is told where it may come to that.
    private IEnumerable<ExplanationNode> IfNone(ShareTest test, Claim claim, Scope scope)
    {
        var mayBeNone = claim is CountClaim { Heads.All: 0 } or WeightClaim { Weights.All.IsZero: true };
        return test.IfNone is null || !mayBeNone ? []
            : [lines.Of($"if there are none, the share counts as {OperandWording.Of(test.IfNone, names.At(scope))}",
                ExplanationMark.Note, test.IfNone.Facts, scope, [])];
    }

    private string Comparison(Relation relation, Operand bound, Scope scope, Stance stance, Truth truth, bool isShareTold = true)
    {
        if (stance.IsDemand)
        {
            var wanted = stance.Wanted(relation);
            return $"; {Bound(wanted)} is {RelationWords.NeededOrAllowed(wanted)}";
        }

        return truth == Truth.Unknown
            ? $", which leaves open whether that is {Bound(relation)}"
            : $", which is {Bound(truth == Truth.True ? relation : relation.Inverse())}";

        string Bound(Relation to) => (isShareTold ? ConditionWording.OfShare(to, bound, names.At(scope))
            : ConditionWording.AShare(to, bound, names.At(scope))) + ValueOf(bound, scope);
    }

    // What a share is worked out to, where it is not written out.
    private static string ValueOf(Operand share, Scope scope) =>
        share is FractionOperand || !Ratios.Of(share, scope).IsValue ? string.Empty : $" ({KnownValue.Of(share, scope).Text})";
}
