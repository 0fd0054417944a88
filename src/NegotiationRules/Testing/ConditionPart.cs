using System.Collections.Immutable;
using NegotiationRules.Conditions;

namespace NegotiationRules.Testing;

/// <summary>A condition directly inside another one, as it is written.</summary>
/// <param name="Inner">The inner condition.</param>
/// <param name="List">The list whose elements it is about; <see langword="null"/> if it is about what the outer one is about.</param>
/// <param name="Guard">If this is false of an element, the inner condition is not asked for.</param>
/// <param name="Number">Which of several at the same place it is, counted from 1; 0 if it has a place of its own.</param>
internal readonly record struct ConditionPart(Condition Inner, ListReference? List = null, Condition? Guard = null, int Number = 0)
{
    /// <summary>What leads from the outer condition to where <see cref="List"/> is gone over, outermost first: into the elements of a list,
    /// or only past a guard.</summary>
    public ImmutableArray<(ListReference? List, Condition? Guard)> Way { get; private init; } = [];

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
        TextTest t => [.. OfOperand(t.Left), .. OfOperand(t.Right)],
        PatternTest p => OfOperand(p.Left),
        Membership m => [.. OfOperand(m.Item), .. m.Values.Items.SelectMany(OfOperand)],
        Between b => [.. OfOperand(b.Item), .. OfOperand(b.Low), .. OfOperand(b.High)],
        _ => [],
    };

    private static IEnumerable<ConditionPart> OfOperand(Operand operand) =>
        operand switch
        {
            CountOperand c => [.. OfSelection(c.List), .. Optional(c.Where, c.List, null)],
            AggregateOperand a =>
            [
                .. OfSelection(a.List),
                .. Optional(a.Where, a.List, null),
                .. OfOperand(a.Item).Select(p => p.Past(a.List, a.Where)),
            ],
            ChoiceOperand c =>
            [
                new ConditionPart(c.If),
                .. OfOperand(c.Then).Select(p => p.Past(null, c.If)),
                .. OfOperand(c.Else).Select(p => p.Past(null, new Negation(c.If.Span, c.If))),
            ],
            _ => Parts.Inside(operand).SelectMany(OfOperand),
        };

    private static IEnumerable<ConditionPart> OfSelection(ListReference list) => list.Selection is not { } selection ? [] :
    [
        .. OfSelection(selection.From),
        .. Optional(selection.Where, selection.From, null),
        .. selection.Keys.SelectMany(OfOperand).Select(p => p.Past(selection.From, null)),
    ];

    private ConditionPart Past(ListReference? list, Condition? guard) => this with { Way = [(list, guard), .. Way] };

    private static IEnumerable<ConditionPart> Optional(Condition? inner, ListReference list, Condition? guard) =>
        inner is null ? [] : [new ConditionPart(inner, list, guard)];
}
