using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Tests.Explanation.Sentences;

/// <summary>Holds what a line claims against the facts, and its words against what it claims.</summary>
internal static class ClaimCheck
{
    /// <summary>What is not so; nothing if all is.</summary>
    public static IEnumerable<string> Faults(ExplanationNode node, int most) =>
        node.Claims.SelectMany(claim => FaultsOf(claim).Concat(PrintedClaim.Faults(node.Text, claim, most)).Select(fault =>
            $"{claim.GetType().Name}: {fault}"));

    private static IEnumerable<string> FaultsOf(Claim claim) => claim switch
    {
        TruthClaim c => Differ(PlainReckoning.Of(c.Condition, c.At), c.Truth),
        CountClaim c => Differ(HeadsOf(c), c.Heads),
        WeightClaim c => WeightFaults(c),
        ElementsClaim c => ElementFaults(c),
        ExtremeClaim c => ExtremeFaults(c),
        LevelClaim c => Differ(Places(PlainReckoning.Elements(WithTies(c.List), c.At).Known.Skip(PlainReckoning.Elements(c.List, c.At)
            .Known.Count)), Places(c.LeftOut)),
        StepClaim c => Differ(Places(With(c.Order.List, c.Step, Truth.True, c.At)),
            Places(c.Taking)).Concat(Differ(Places(With(c.Order.List, c.Step, Truth.Unknown, c.At)), Places(c.Perhaps))),
        TooEarlyClaim c => TooEarlyFaults(c),
        LinkClaim c => LinkFaults(c),
        ReachedClaim c => ReachedFaults(c),
        OrderClaim c => Differ((PlainOrder.Longest(c.Order, c.At, certain: true), PlainOrder.Longest(c.Order, c.At, certain: false)),
            (c.Certain, c.Possible)),
        ClosestClaim c => Differ(PlainOrder.Closest(c.Order, c.At), PlainReckoning.Day(c.Order.By, c.Last).Low
            - PlainReckoning.Day(c.Order.By, c.First).Low),
        PartsClaim c => Differ((Parts(c, Truth.True), Parts(c, Truth.Unknown)), (c.Holding, c.Maybe)),
        MarginClaim c => MarginFaults(c),
        UnknownClaim c => Walk(c.Fact, c.At).IsKnown ? ["it is known"] : [],
        StageClaim c => RuleReckoning.Faults(c),
        MoreRulesClaim c => RuleReckoning.Faults(c),
        ScoreClaim c => RuleReckoning.Faults(c),
        ElementOutcomeClaim c => EachReckoning.Faults(c),
        ElementsOfRuleClaim c => EachReckoning.Faults(c),
        ElementCountsClaim c => EachReckoning.Faults(c),
        MoreElementsClaim or ValueClaim or OthersClaim or MoreClaim or MoreOpenClaim => [],
        DeadlineClaim c => DeadlineFaults(c),
        _ => [$"nobody reckons {claim.GetType().Name}"],
    };

    private static ListReference WithTies(ListReference list) => list with { Selection = list.Selection! with { HasTies = true } };

    /// <summary>Of how many elements it is so, told of or not.</summary>
    public static int AllOf(MoreClaim claim) => PlainReckoning.Elements(claim.List, claim.At).Known.Count(e =>
        (claim.Among is null || PlainReckoning.Of(claim.Among, e) == Truth.True)
        && claim.Truths.Contains(claim.Condition is null ? Truth.True : PlainReckoning.Of(claim.Condition, e)));

    /// <summary>Of how many elements it is open what they add to a share.</summary>
    public static int AllOf(MoreOpenClaim claim) => PlainReckoning.Elements(claim.Share.List, claim.At).Known.Count(e =>
        (claim.Share.Among is null ? Truth.True : PlainReckoning.Of(claim.Share.Among, e)) switch
        {
            Truth.False => false,
            Truth.Unknown => true,
            _ => PlainReckoning.Of(claim.Share.Where, e) == Truth.Unknown
                || (claim.Share.Weight is { } weight && !OperandValues.Of(weight, e).IsKnown),
        });

    private static int Parts(PartsClaim claim, Truth truth) => claim.Condition.Parts.Count(p => PlainReckoning.Of(p, claim.At) == truth);

    private static Heads HeadsOf(CountClaim claim)
    {
        var (known, further) = PlainReckoning.Elements(claim.List, claim.At);
        var meant = known.Select(e => (Element: e, IsMeant: claim.Among is null ? Truth.True : PlainReckoning.Of(claim.Among, e))).ToList();
        var sure = meant.Where(m => m.IsMeant == Truth.True).Select(m => claim.Where is null ? Truth.True
            : PlainReckoning.Of(claim.Where, m.Element)).ToList();
        return new Heads(
            sure.Count(t => t == Truth.True), sure.Count(t => t == Truth.False), sure.Count(t => t == Truth.Unknown),
                meant.Count(m => m.IsMeant == Truth.Unknown), further.Count == 0);
    }

    private static IEnumerable<string> WeightFaults(WeightClaim claim)
    {
        var share = claim.Share;
        var sums = new Dictionary<string, decimal> { ["part"] = 0, ["rest"] = 0, ["maybe"] = 0, ["outside"] = 0 };
        foreach (var element in PlainReckoning.Elements(share.List, claim.At).Known)
        {
            var meant = share.Among is null ? Truth.True : PlainReckoning.Of(share.Among, element);
            var kind = meant == Truth.Unknown ? "outside"
                : PlainReckoning.Of(share.Where, element) switch { Truth.True => "part", Truth.False => "rest", _ => "maybe" };
            sums[kind] += meant == Truth.False ? 0 : WeightOf(share.Weight!, element);
        }

        var weights = claim.Weights;
        return Near("part", weights.Part).Concat(Near("rest", weights.Rest)).Concat(Near("maybe", weights.Maybe)).Concat(Near("outside",
            weights.Outside));

        IEnumerable<string> Near(string kind, Amount said) =>
            Math.Abs(sums[kind] - Value(said)) <= (said.Real is null ? 0 : 0.000001m) ? [] : [$"{kind} is {sums[kind]}, not {Value(said)}"];
    }

    public static decimal Value(Amount amount) => amount.Real is not null ? (decimal)amount.Nearest
        : (decimal)amount.Steps / Scales.Power(amount.Scale);

    private static decimal WeightOf(Operand weight, Scope element)
    {
        if (weight is not FactOperand weighed)
        {
            var value = OperandValues.Of(weight, element);
            return !value.IsKnown ? 0 : NumberOf(weight, element);
        }

        var fact = Walk(weighed.Fact, element);
        return !fact.IsKnown ? 0 : fact.Kind == FactKind.Real ? (decimal)fact.Real
            : (decimal)fact.Steps / Scales.Power(weight.Measure.Scale);
    }

    private static IEnumerable<string> ElementFaults(ElementsClaim claim)
    {
        var all = PlainReckoning.Elements(claim.List, claim.At).Known.Where(e => claim.Among is null
            || PlainReckoning.Of(claim.Among, e) == Truth.True);
        var those = claim.Condition is null ? all : all.Where(e => PlainReckoning.Of(claim.Condition, e) == claim.Truth);
        return Differ(Places(those), Places(claim.Elements));
    }

    // First whatever the others turn out to be: each at its best, this one at its worst.
    private static IEnumerable<string> ExtremeFaults(ExtremeClaim claim)
    {
        var (known, further) = PlainReckoning.Elements(claim.Value.List, claim.At);
        var isLeast = claim.Value.Kind == QuantityKind.Min;
        foreach (var having in claim.Having)
        {
            if (claim.Value.Where is not null && PlainReckoning.Of(claim.Value.Where, having) != Truth.True)
            {
                yield return $"{Labels.Of(having)} does not count";
            }

            var own = ValueOf(having);
            foreach (var other in known.Concat(further.Select(f => f.Scope)).Where(e => !ReferenceEquals(e, having)
                && PlaceOf(e) != PlaceOf(having)))
            {
                var value = ValueOf(other);
                var counts = claim.Value.Where is null || PlainReckoning.Of(claim.Value.Where, other) != Truth.False;
                if (counts && !(isLeast ? own.High <= value.Low : own.Low >= value.High))
                {
                    yield return $"{Labels.Of(other)} may come before {Labels.Of(having)}";
                }
            }
        }

        (decimal? Low, decimal? High) ValueOf(Scope element) => claim.Value.Measure.Kind == MeasureKind.Real
            ? Quantities.Real(claim.Value.Item, element) is var real ? ((decimal?)real.Low, (decimal?)real.High) : default
            : PlainReckoning.Exact(claim.Value.Item, element);
    }

    private static IEnumerable<string> LinkFaults(LinkClaim claim)
    {
        var ends = PlainReckoning.Elements(claim.Condition.Between, claim.Link).Known.Select(End).ToList();
        return new[] { claim.Before, claim.After }.All(end => ends.Contains(End(end)))
            && (claim.Condition.Where is null || PlainReckoning.Of(claim.Condition.Where, claim.Link) == Truth.True)
            ? [] : [$"{Labels.Of(claim.Link)} does not link these"];

        object? End(Scope end) => PlainReckoning.End(claim.Condition, claim.Condition.Item, end);
    }

    private static IEnumerable<string> ReachedFaults(ReachedClaim claim)
    {
        var reached = PlainReckoning.Reached(claim.Condition, claim.At, Truth.True);
        reached.Remove(PlainReckoning.End(claim.Condition, claim.Condition.From, claim.At)!);
        return reached.SetEquals(claim.Reached.Select(end => PlainReckoning.End(claim.Condition, claim.Condition.Item, end)!))
            ? [] : ["it is linked to others"];
    }

    private static IEnumerable<string> TooEarlyFaults(TooEarlyClaim claim)
    {
        var (early, before) = (PlainReckoning.Day(claim.Order.By, claim.Early), PlainReckoning.Day(claim.Order.By, claim.Before));
        var steps = claim.Order.Steps;
        var follow = Enumerable.Range(1, steps.Length - 1).Any(i =>
            PlainReckoning.Of(steps[i - 1], claim.Before) != Truth.False && PlainReckoning.Of(steps[i], claim.Early) != Truth.False);
        return early.High < before.Low && follow ? [] : [$"{early} is not before {before}, or they take no steps that follow each other"];
    }

    // The deadline has certainly passed, or has certainly not. A month that is written as a deadline is all of it.
    private static IEnumerable<string> DeadlineFaults(DeadlineClaim claim)
    {
        var asOf = Walk(claim.AsOf, claim.At).Date;
        var by = PlainReckoning.Day(claim.By, claim.At);
        return claim.Outcome switch
        {
            RuleOutcome.Violated => asOf.First > by.High ? [] : [$"{asOf} may not be after {by}"],
            RuleOutcome.Pending => asOf.Last <= (claim.By is Constant ? by.High : by.Low) ? [] : [$"{asOf} may be after {by}"],
            _ => [],
        };
    }

    // With so much more or less it is as it should be, with one step less of that it is not.
    private static IEnumerable<string> MarginFaults(MarginClaim claim)
    {
        var margin = claim.Margin;
        var amount = Value(margin.Amount);
        var step = 1m / Scales.Power(margin.Amount.Scale);
        if (amount <= 0 || Bound(claim) is not var (have, bound, relation))
        {
            yield break;
        }

        var sign = margin.IsShort ? 1 : -1;
        var wanted = new[] { relation, relation.Inverse() }.Where(r => Reaches(r, sign)).ToList();
        if (!wanted.Exists(r => Holds(r, have + (sign * amount), bound) && !Holds(r, have + (sign * (amount - step)), bound)))
        {
            yield return $"{have} is not {amount} away from {relation} {bound}";
        }

        static bool Reaches(Relation relation, int sign) =>
            relation == Relation.Equal || (sign > 0 ? relation is Relation.Greater or Relation.GreaterOrEqual
                : relation is Relation.Less or Relation.LessOrEqual);
    }

    private static (decimal Have, decimal Bound, Relation Relation)? Bound(MarginClaim claim)
    {
        switch (claim.Test)
        {
            case RelationTest { Left: CountOperand count } test:
                return (PlainReckoning.Count(count, claim.At).Low!.Value, NumberOf(test.Right, claim.At), test.Relation);
            case RelationTest test:
                return (NumberOf(test.Left, claim.At), NumberOf(test.Right, claim.At), test.Relation);
            case AtLeastOf parts:
                return (parts.Parts.Count(p => PlainReckoning.Of(p, claim.At) == Truth.True), parts.Number, Relation.GreaterOrEqual);
            case ShareTest { Weight: null, Fraction: { } part } share:
                var heads = HeadsOf(new CountClaim(claim.At, share.List, share.Among, share.Where, default));
                return (heads.Meeting, (decimal)heads.All * part.Numerator / part.Denominator, share.Relation);
            case ShareTest { Fraction: { } fraction } share:
                var elements = PlainReckoning.Elements(share.List, claim.At).Known.Where(e => share.Among is null
                    || PlainReckoning.Of(share.Among, e) == Truth.True).ToList();
                var sum = elements.Where(e => PlainReckoning.Of(share.Where, e) == Truth.True).Sum(e => WeightOf(share.Weight!, e));
                return (sum, elements.Sum(e => WeightOf(share.Weight!, e)) * fraction.Numerator / fraction.Denominator,
                    share.Relation);
            default:
                return null;
        }
    }

    private static decimal NumberOf(Operand operand, Scope at) =>
        operand.Measure.Kind == MeasureKind.Real ? decimal.Parse(Quantities.Real(operand, at).Low!.Value.ToString("R",
            CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture) : PlainReckoning.Exact(operand, at).Low!.Value;

    private static bool Holds(Relation relation, decimal a, decimal b) => relation switch
    {
        Relation.Less => a < b,
        Relation.LessOrEqual => a <= b,
        Relation.Greater => a > b,
        Relation.GreaterOrEqual => a >= b,
        Relation.Equal => a == b,
        _ => a != b,
    };

    private static IEnumerable<Scope> With(ListReference list, Condition condition, Truth truth, Scope at) =>
        PlainReckoning.Elements(list, at).Known.Where(e => PlainReckoning.Of(condition, e) == truth);

    private static string Places(IEnumerable<Scope> elements) => string.Join(", ", elements.Select(PlaceOf).Order(StringComparer.Ordinal));

    // Where an element stands; the value of a parameter by itself.
    private static string PlaceOf(Scope element) => element.Outer is null ? string.Empty
        : element.List is { } list ? $"{PlaceOf(element.Outer)}/{list.Path}[{element.Index}]"
        : $"{PlaceOf(element.Outer)}/[{FactText.Of(element.Element, Labels.TypeOf(element) ?? new ExactType(0))}]";

    public static FactValue Walk(FactReference fact, Scope scope)
    {
        while (scope.Depth > fact.Depth)
        {
            scope = scope.Outer!;
        }

        var value = scope.Element;
        foreach (var slot in fact.Slots)
        {
            value = value.IsKnown ? value.Record[slot] : default;
        }

        return value;
    }

    private static IEnumerable<string> Differ<T>(T reckoned, T said) => EqualityComparer<T>.Default.Equals(reckoned, said) ? []
        : [$"it is {reckoned}, not {said}"];
}
