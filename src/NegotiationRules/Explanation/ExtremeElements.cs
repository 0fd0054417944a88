using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>Of the elements of a list, those that certainly have the least or the greatest value, or the one that is spoken of.</summary>
internal static class ExtremeElements
{
    /// <summary>Of a least or greatest value: a line on the elements that certainly have it, whatever is still unknown.</summary>
    public static IReadOnlyList<ExplanationNode> NoteOf(Operand operand, Scope scope, int most) =>
        operand is AggregateOperand { Kind: QuantityKind.Min or QuantityKind.Max, List.Element: RecordType } extreme
            ? NoteOf(extreme, scope, most)
        : operand is OnlyOperand { List.Element: RecordType } only && OnlyElement.Of(only, scope) is { } element && !IsNamed(only, element)
            ? [new ExplanationNode($"it is that of {Labels.Of(element)}", ExplanationMark.Note)
                { Claims = [new ElementsClaim(scope, only.List, only.Where, null, Truth.True, [element])] }]
        : [];

    // Whether the element is looked for by what it is called.
    private static bool IsNamed(OnlyOperand only, Scope element) =>
        only.Where is RelationTest { Relation: Relation.Equal, Left: FactOperand fact }
        && Statements.IsWhatItIsCalled(fact.Fact, element, mayBeAWord: true);

    private static IReadOnlyList<ExplanationNode> NoteOf(AggregateOperand aggregate, Scope scope, int most)
    {
        var elements = Elements.Of(aggregate.List, scope);
        var candidates = elements.Known.Select(e => (Element: e, Counts: Counts(e))).Where(c => c.Counts != Truth.False).ToList();
        var further = elements.Further.Select(f => f.Scope).Where(f => Counts(f) != Truth.False);
        var isLeast = aggregate.Kind == QuantityKind.Min;
        var having = aggregate.Measure.Kind == MeasureKind.Real
            ? Of(candidates, further, e => Quantities.Real(aggregate.Item, e), isLeast)
            : Of(candidates, further, e => Quantities.Exact(aggregate.Item, e, aggregate.Measure.Scale), isLeast);
        return having.Count == 0 ? []
            : [new ExplanationNode($"it is that of {Series.And(having, Labels.Of, most)}", ExplanationMark.Note)
                { Claims = [new ExtremeClaim(scope, aggregate, having)] }];

        Truth Counts(Scope element) => aggregate.Where is null ? Truth.True : TreeWalk.TruthOf(aggregate.Where, element);
    }

    // Those whose value is first, whatever the others turn out to be, and those that may exist beyond the known ones.
    private static List<Scope> Of<T>(
        List<(Scope Element, Truth Counts)> candidates, IEnumerable<Scope> further, Func<Scope, Interval<T>> read, bool isLeast)
        where T : struct, IComparable<T>
    {
        var values = candidates.Concat(further.Select(f => (Element: f, Counts: Truth.Unknown))).Select(c =>
            (c.Element, c.Counts, Value: read(c.Element))).ToList();

        // The nearest end of all others: one that lies beyond none of them is first whatever they turn out to be.
        var ends = values.Select(v => v.Value.IsNothing ? null : isLeast ? v.Value.Low : v.Value.High).ToList();
        var (best, second) = (-1, -1);
        for (var i = 0; i < ends.Count; i++)
        {
            if (best < 0 || Precedes(ends[i], ends[best]))
            {
                (best, second) = (i, best);
            }
            else if (second < 0 || Precedes(ends[i], ends[second]))
            {
                second = i;
            }
        }

        return [.. values.Where((v, i) => v.Counts == Truth.True && !v.Value.IsNothing
            && IsFirst(v.Value, i == best ? second : best)).Select(v => v.Element)];

        bool IsFirst(Interval<T> value, int rival) =>
            rival < 0 || ((isLeast ? value.High : value.Low) is { } worst && ends[rival] is { } end
                && (isLeast ? worst.CompareTo(end) <= 0 : worst.CompareTo(end) >= 0));

        bool Precedes(T? a, T? b) => a is not { } x || (b is { } y && (isLeast ? x.CompareTo(y) < 0 : x.CompareTo(y) > 0));
    }
}
