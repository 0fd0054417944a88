using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation;

/// <content>Shares: of the heads, or of their weights.</content>
internal sealed partial class ConditionExplainer
{
    private ExplanationNode ExplainShare(ShareTest test, Scope scope, Stance stance, Truth truth)
    {
        var elements = Elements.Of(test.List, scope);
        var among = elements.Known.Where(e => test.Among is null || TruthOf(test.Among, e) != Truth.False).ToList();
        var tally = Tally.Of(among, e => (test.Among is null ? Truth.True : TruthOf(test.Among, e)).And(TruthOf(test.Where, e)));

        // One that is surely not of those that have the share may still be of the rest, or not.
        var open = among.Where(e => tally.Maybe.Contains(e) || (test.Among is not null && TruthOf(test.Among, e) == Truth.Unknown) || WeightIsOpen(test, e)).ToList();
        var children = new List<ExplanationNode>();
        if (truth == Truth.Unknown)
        {
            children.AddRange(Few(open, e => ExplainOpenPart(test, e)));
            children.AddRange(OpenLists(test.List, scope));
        }
        else if ((options.ShowAll || !stance.IsMetBy(truth)) && PlainConditions.IsPlain(test.Where))
        {
            AddNames(tally.Failing, test.Where, test.List, tally.Meeting.Count == 0 ? "there" : "the others", children);
        }

        var isEmpty = elements.IsComplete && among.Count == 0;
        var text = isEmpty
            ? $"{NoElements(test.List, test.Among, scope)}, so there is no share to compare"
            : (test.Weight is null ? HeadsOf(test, tally, elements.IsComplete, open.Count > 0 || !elements.IsComplete, scope) : WeightsOf(test, tally, open.Count > 0 || !elements.IsComplete, scope))
                + ShareComparison(test, stance, truth);
        return ListLine(text, test.List, scope, stance.MarkOf(truth), children);
    }

    private ExplanationNode ExplainOpenPart(ShareTest test, Scope element)
    {
        if (test.Among is not null && TruthOf(test.Among, element) == Truth.Unknown)
        {
            return Explain(test.Among, element, Stance.Circumstance);
        }

        if (TruthOf(test.Where, element) == Truth.Unknown)
        {
            return Explain(test.Where, element, Stance.Demand);
        }

        var facts = OperandFacts.Of(test.Weight!).ToList();
        return Line(NotKnown(facts, element)!, ExplanationMark.Unknown, facts, element);
    }

    private static bool WeightIsOpen(ShareTest test, Scope element) => test.Weight is not null && OperandFacts.Of(test.Weight).Any(f => !element.Read(f).IsKnown);

    // "37 of the 55 parties have vote yes, 67.3 %"
    private string HeadsOf(ShareTest test, Tally tally, bool isComplete, bool isOpen, Scope scope)
    {
        var at = NamingAt(scope);
        var words = ListWords.Of(test.List, at);
        var all = tally.Count;
        if (all == 0)
        {
            return $"no {words.Singular}{words.Owner} is known so far";
        }

        var element = at.Enter(test.List);
        var owner = words.Owner + OperandWording.RelativeOf(test.Among, element, many: all > 1);
        var percent = isOpen ? string.Empty : $", {Percent((double)tally.Meeting.Count / all)}";
        return SomeOfAll(tally, known: isComplete ? string.Empty : "known ", words, owner, holds => ConditionWording.Of(test.Where, element, holds)) + percent;
    }

    private string WeightsOf(ShareTest test, Tally tally, bool isOpen, Scope scope)
    {
        var at = NamingAt(scope);
        var words = ListWords.Of(test.List, at);
        if (tally.Count == 0)
        {
            return $"no {words.Singular}{words.Owner} is known so far";
        }

        var element = at.Enter(test.List);
        var weight = test.Weight is FactOperand fact ? ConditionWording.PropertyOr("value", fact.Fact, element) : OperandWording.Of(test.Weight!, element);
        var have = $"the {words.Plural}{words.OwnerIn(at)}{OperandWording.RelativeOf(test.Where, element, many: true)}";
        var (part, all) = (Sum(tally.Meeting), Sum(tally.Meeting) + Sum(tally.Failing));
        var maybe = Sum(tally.Maybe);
        if (isOpen)
        {
            return $"{have} make up {KnownValue.Write(part)} of {KnownValue.Write(all + maybe)} in {weight}, as far as known" + (maybe > 0 ? $", and {KnownValue.Write(maybe)} more may come" : string.Empty);
        }

        return $"{have} make up {KnownValue.Write(part)} of {KnownValue.Write(all)} in {weight}" + (all > 0 ? $", {Percent(part / all)}" : string.Empty);

        double Sum(IReadOnlyList<Scope> elements) => elements.Select(e => e.Read(((FactOperand)test.Weight!).Fact)).Where(v => v.IsKnown).Sum(ToReal);

        double ToReal(FactValue value) => value.Kind == FactKind.Real ? value.Real : Scales.ToReal(value.Steps, test.Weight!.Measure.Scale);
    }

    private static string ShareComparison(ShareTest test, Stance stance, Truth truth)
    {
        if (stance.IsDemand)
        {
            var wanted = stance.IsWanted ? test.Relation : test.Relation.Inverse();
            return $"; {ConditionWording.OfShare(wanted, test.Fraction)} is {NeededOrAllowed(wanted)}";
        }

        return truth == Truth.Unknown
            ? $", which leaves open whether that is {ConditionWording.OfShare(test.Relation, test.Fraction)}"
            : $", which is {ConditionWording.OfShare(truth == Truth.True ? test.Relation : test.Relation.Inverse(), test.Fraction)}";
    }

    private static string Percent(double share) => $"{(100 * share).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture)} %";
}
