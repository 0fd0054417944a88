using System.Collections.Immutable;
using NegotiationRules.Conditions;

namespace NegotiationRules.Testing;

/// <summary>A condition directly inside another one, as it is written.</summary>
/// <param name="Inner">The inner condition.</param>
/// <param name="List">The list whose elements it is about; <see langword="null"/> if it is about what the outer one is about.</param>
/// <param name="Guard">If this is false of an element, the inner condition is not asked for.</param>
/// <param name="Outer">The lists in whose elements <paramref name="List"/> is gone over, outermost first: a key of a selection looks at each element of its list.</param>
/// <param name="Number">Which of several at the same place it is, counted from 1; 0 if it has a place of its own.</param>
internal readonly record struct ConditionPart(Condition Inner, ListReference? List = null, Condition? Guard = null, ImmutableArray<ListReference> Outer = default, int Number = 0)
{
    /// <summary>The lists in whose elements it is read, outermost first; none if it is about what the outer condition is about.</summary>
    public IEnumerable<ListReference> Lists => List is null ? [] : Outer.IsDefault ? [List] : Outer.Append(List);

    /// <summary>The parts of a condition. What a form is defined by is no part of it: nobody wrote that.</summary>
    public static IEnumerable<ConditionPart> Of(Condition condition) => condition switch
    {
        Composition c => c.Parts.Select((p, i) => new ConditionPart(p, Number: p.Span == c.Span ? i + 1 : 0)),
        AtLeastOf a => a.Parts.Select(p => new ConditionPart(p)),
        Negation n => [new ConditionPart(n.Part)],
        NamedCondition n => [new ConditionPart(n.Meaning)],
        Quantified q => [.. OfSelection(q.List), .. Optional(q.Where, q.List, null), .. Optional(q.Satisfy, q.List, q.Where)],
        ShareTest s => [.. OfSelection(s.List), .. Optional(s.Among, s.List, null), .. Optional(s.Where, s.List, s.Among)],
        InOrder o => [.. OfSelection(o.List), .. o.Steps.Select(s => new ConditionPart(s, o.List))],
        RelationTest r => [.. OfOperand(r.Left), .. OfOperand(r.Right)],
        Membership m => [.. OfOperand(m.Item), .. m.Values.Items.SelectMany(OfOperand)],
        Between b => [.. OfOperand(b.Item), .. OfOperand(b.Low), .. OfOperand(b.High)],
        _ => [],
    };

    private static IEnumerable<ConditionPart> OfOperand(Operand operand) => operand switch
    {
        CountOperand c => [.. OfSelection(c.List), .. Optional(c.Where, c.List, null)],
        AggregateOperand a => [.. OfSelection(a.List), .. Optional(a.Where, a.List, null)],
        ArithmeticOperand a => [.. OfOperand(a.Left), .. OfOperand(a.Right)],
        MoveOperand m => OfOperand(m.Day),
        _ => [],
    };

    private static IEnumerable<ConditionPart> OfSelection(ListReference list) => list.Selection is not { } selection ? [] :
    [
        .. OfSelection(selection.From),
        .. Optional(selection.Where, selection.From, null),
        .. selection.Keys.SelectMany(OfOperand).Select(part => part.Inside(selection.From)),
    ];

    // The same part, seen from around a list in whose elements it is read.
    private ConditionPart Inside(ListReference list) => List is null ? this with { List = list } : this with { Outer = [list, .. Lists.SkipLast(1)] };

    private static IEnumerable<ConditionPart> Optional(Condition? inner, ListReference list, Condition? guard) =>
        inner is null ? [] : [new ConditionPart(inner, list, guard)];
}
