using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
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
        var tally = Tally.Of(elements.Known, e => count.Where is null ? Truth.True : TruthOf(count.Where, e));
        var facts = OperandFacts.Of(test.Right).ToList();
        var children = new List<ExplanationNode>();
        if (truth == Truth.Unknown)
        {
            children.AddRange(Few(tally.Maybe, e => Explain(count.Where!, e, stance)));
            children.AddRange(OpenLists(count.List, scope));
            if (NotKnown(facts, scope) is { } unknown)
            {
                children.Add(Line(unknown, ExplanationMark.Unknown, facts, scope));
            }
        }
        else if (count.Where is not null && PlainConditions.IsPlain(count.Where) && (options.ShowAll || !stance.IsMetBy(truth)))
        {
            // Too few: which are missing. Too many: which they are.
            var wanted = stance.IsWanted ? test.Relation : test.Relation.Inverse();
            var named = wanted is Relation.Less or Relation.LessOrEqual ? tally.Meeting : tally.Failing;
            var who = ReferenceEquals(named, tally.Meeting) ? "these" : tally.Meeting.Count == 0 ? "there" : "the others";
            AddNames(named, count.Where, count.List, who, children);
        }
        else if (options.ShowAll && count.Where is not null)
        {
            children.AddRange(Few(elements.Known, e => Explain(count.Where, e, Stance.Circumstance)));
        }

        var text = CountOf(count, elements, tally, scope) + CountComparison(test, scope, stance, truth);
        return Line(text, stance.MarkOf(truth), [.. count.List.Levels.Length == 1 ? count.List.Levels : [], .. facts], scope, children);
    }

    // "9 of the 15 members have vote yes and 2 more may"
    private string CountOf(CountOperand count, Elements elements, Tally tally, Scope scope)
    {
        var at = NamingAt(scope);
        var words = ListWords.Of(count.List, at);
        var all = tally.Count;
        var further = elements.IsComplete ? string.Empty
            : elements.Further is [{ Most: { } most }] ? $", and up to {Number(most)} more may come"
            : ", and the list is not complete";
        if (all == 0)
        {
            return elements.IsComplete ? NoElements(count.List, null, scope) : $"no {words.Singular}{words.Owner} is known so far";
        }

        if (count.Where is null)
        {
            var some = $"{Number(all)} {(elements.IsComplete ? string.Empty : "known ")}{(all == 1 ? words.Singular : words.Plural)}";
            return (words.IsOwn ? $"{at.Name} has {some}{words.InnerOwner}" : $"there {(all == 1 ? "is" : "are")} {some}{words.Owner}") + further;
        }

        var known = elements.IsComplete ? string.Empty : "known ";
        return SomeOfAll(tally, known, words, words.Owner, holds => ConditionWording.Of(count.Where, at.Enter(count.List), holds)) + further;
    }

    private static string SomeOfAll(Tally tally, string known, ListWords words, string owner, Func<bool, Phrase> where)
    {
        var (met, all, maybe) = (tally.Meeting.Count, tally.Count, tally.Maybe.Count);
        if (all == 1)
        {
            var one = $"the only {known}{words.Singular}{owner}";
            return maybe == 1 ? $"it is open whether {Sentence(one, where(true))}" : Sentence(one, where(met == 1));
        }

        var subject = met == 0 ? $"none of the {Number(all)} {known}{words.Plural}{owner}"
            : met == all ? $"all {Number(all)} {known}{words.Plural}{owner}"
            : $"{Number(met)} of the {Number(all)} {known}{words.Plural}{owner}";
        var sentence = met == 1 ? Sentence(subject, where(true)) : where(true).OfMany(subject);
        return maybe == 0 ? sentence : $"{sentence} and {Number(maybe)} {(met > 0 ? "more " : string.Empty)}may";

        static string Sentence(string subject, Phrase phrase) => phrase.Verb(many: false) is { } verb ? $"{subject} {verb}" : $"{subject} is such that {phrase.Of("it")}";
    }

    private string CountComparison(RelationTest test, Scope scope, Stance stance, Truth truth)
    {
        var right = WithValue(test.Right, scope);
        var isOne = test.Right is Constant { Measure.Scale: 0, Value: { Kind: FactKind.Exact, Steps: 1 } };
        if (stance.IsDemand)
        {
            var wanted = stance.IsWanted ? test.Relation : test.Relation.Inverse();
            var isNone = (isOne && wanted == Relation.Less) || (wanted is Relation.LessOrEqual or Relation.Equal && test.Right is Constant { Value: { Kind: FactKind.Exact, Steps: 0 } });
            return isNone ? "; none is allowed"
                : wanted == Relation.NotEqual ? $"; any number but {right} will do"
                : $"; {RelationWords.OfCount(wanted)} {right} {(isOne ? "is" : "are")} {NeededOrAllowed(wanted)}";
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
                return Parts.Inside(operand).SelectMany(part => Open(part, scope));
        }
    }

    private IEnumerable<ExplanationNode> OpenElements(ListReference list, Condition? where, Operand? item, Scope scope)
    {
        var elements = Elements.Of(list, scope);
        var counted = elements.Known.Select(e => (Element: e, Meets: where is null ? Truth.True : TruthOf(where, e))).Where(e => e.Meets != Truth.False).ToList();
        if (elements.IsComplete && counted.Count == 0)
        {
            return [ListLine(NoElements(list, where, scope), list, scope, ExplanationMark.Unknown)];
        }

        var open = counted.Where(e => e.Meets == Truth.Unknown).Select(e => (e.Element, Facts: (IReadOnlyList<FactReference>)[]))
            .Concat(item is null ? [] : counted.Select(e => (e.Element, Facts: (IReadOnlyList<FactReference>)[.. OperandFacts.Of(item).Where(f => !e.Element.Read(f).IsKnown)])).Where(e => e.Facts.Count > 0))
            .ToList();
        return
        [
            .. Few(open, e => e.Facts.Count == 0 ? Explain(where!, e.Element, Stance.Circumstance) : Line(NotKnown(e.Facts, e.Element)!, ExplanationMark.Unknown, e.Facts, e.Element)),
            .. OpenLists(list, scope),
        ];
    }

    // Of a least or greatest value: the elements that have it.
    private IReadOnlyList<ExplanationNode> WhoseIs(Operand operand, Scope scope)
    {
        if (operand is not AggregateOperand { Kind: QuantityKind.Min or QuantityKind.Max, List.Element: RecordType } aggregate)
        {
            return [];
        }

        var isLeast = aggregate.Kind == QuantityKind.Min;
        Func<Operand, Scope, bool, IComparable?> bound = aggregate.Measure.Kind == MeasureKind.Real
            ? (value, at, low) => Quantities.Real(value, at) is var real && low ? real.Low : real.High
            : (value, at, low) => Quantities.Exact(value, at, aggregate.Measure.Scale) is var exact && low ? exact.Low : exact.High;
        var value = bound(aggregate, scope, !isLeast);
        var having = Elements.Of(aggregate.List, scope).Known
            .Where(e => (aggregate.Where is null || TruthOf(aggregate.Where, e) == Truth.True) && value is not null && value.Equals(bound(aggregate.Item, e, !isLeast)))
            .Select(Labels.Of)
            .ToList();
        return having.Count == 0 ? [] : [new ExplanationNode($"it is that of {Series.And(having, Most)}", ExplanationMark.Note)];
    }

    private void AddNames(IReadOnlyList<Scope> elements, Condition where, ListReference list, string who, List<ExplanationNode> children)
    {
        if (elements.Count > 0)
        {
            var names = Series.And([.. elements.Select(e => Describe(e, where, list))], Most);
            var one = elements.Count == 1;
            var subject = who switch { "these" => one ? "it is" : "they are", "there" => one ? "there is" : "there are", _ => one ? "the other is" : "the others are" };
            children.Add(new ExplanationNode($"{subject} {names}", ExplanationMark.Note));
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
