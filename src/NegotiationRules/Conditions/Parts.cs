using NegotiationRules.Facts;

namespace NegotiationRules.Conditions;

/// <summary>Walks over what a condition is made of, for those who look at all of it without evaluating it.</summary>
internal static class Parts
{
    /// <summary>The conditions directly inside, each with the list whose elements it is about; a list without inner conditions is there
    /// too.</summary>
    public static IEnumerable<(Condition? Inner, ListReference? List)> Of(Condition condition) => condition switch
    {
        Composition c => c.Parts.Select(p => Plain(p)),
        Negation n => [Plain(n.Part)],
        AtLeastOf a => a.Parts.Select(p => Plain(p)),
        Defined d => [Plain(d.Meaning)],
        Quantified q => Both(q.List, q.Where, q.Satisfy),
        ShareTest s => Both(s.List, s.Among, s.Where),
        InOrder o => [.. o.Steps.Select(s => ((Condition?)s, (ListReference?)o.List)), .. OfSelection(o.List)],
        _ => OperandsOf(condition).SelectMany(OfOperand),
    };

    /// <summary>What is worked out for each element of a list somewhere in the operands of a condition, and that list.</summary>
    public static IEnumerable<(Operand Item, ListReference List)> ItemsOf(Condition condition) => OperandsOf(condition).SelectMany(ItemsOf);

    /// <inheritdoc cref="ItemsOf(Condition)"/>
    public static IEnumerable<(Operand Item, ListReference List)> ItemsOf(Operand operand) => operand switch
    {
        AggregateOperand { Item: not FactOperand } a => [(a.Item, a.List)],
        _ => Inside(operand).SelectMany(ItemsOf),
    };

    /// <summary>The operands from which another one is worked out in the same place: not those that are worked out for each element of a
    /// list.</summary>
    public static IEnumerable<Operand> Inside(Operand operand) => operand switch
    {
        ArithmeticOperand a => [a.Left, a.Right],
        MoveOperand m => [m.Day],
        FunctionOperand f => f.Arguments,
        ChoiceOperand c => [c.Then, c.Else],
        _ => [],
    };

    /// <summary>The types of the elements of each level of a list, outermost first.</summary>
    public static IEnumerable<FactType> ElementTypes(ListReference list) =>
        list.IsParameter ? [list.Element] : list.Levels.Select(l => ((ListType)l.Type).Element);

    private static (Condition? Inner, ListReference? List) Plain(Condition part) => (part, null);

    private static IEnumerable<(Condition? Inner, ListReference? List)> Both(ListReference list, Condition? first, Condition? second)
    {
        yield return (first, list);
        if (second is not null)
        {
            yield return (second, list);
        }

        foreach (var part in OfSelection(list))
        {
            yield return part;
        }
    }

    /// <summary>The conditions directly inside an operand, likewise.</summary>
    public static IEnumerable<(Condition? Inner, ListReference? List)> OfOperand(Operand operand) => operand switch
    {
        CountOperand c => Both(c.List, c.Where, null),
        AggregateOperand a => Both(a.List, a.Where, null),
        ChoiceOperand c => [Plain(c.If), .. OfOperand(c.Then), .. OfOperand(c.Else)],
        _ => Inside(operand).SelectMany(OfOperand),
    };

    // What its elements are selected by. Keys are values: what is in them decides nothing by itself.
    private static IEnumerable<(Condition? Inner, ListReference? List)> OfSelection(ListReference list) =>
        list.Selection is { } selection ? Both(selection.From, selection.Where, null) : [];

    /// <summary>What a condition compares, if it compares something itself.</summary>
    public static IEnumerable<Operand> OperandsOf(Condition condition) => condition switch
    {
        RelationTest r => [r.Left, r.Right],
        TextTest t => [t.Left, t.Right],
        PatternTest p => [p.Left],
        _ => [],
    };
}
