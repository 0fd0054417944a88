using NegotiationRules.Conditions;

namespace NegotiationRules.Programs;

/// <summary>Which elements a condition reads: a bit for each depth.</summary>
internal sealed class Depths
{
    private readonly Dictionary<Condition, ulong> _known = new(ReferenceEqualityComparer.Instance);

    public ulong Of(Condition? condition)
    {
        if (condition is null)
        {
            return 0;
        }

        if (!_known.TryGetValue(condition, out var depths))
        {
            depths = Read(condition);
            _known[condition] = depths;
        }

        return depths;
    }

    public ulong Of(Operand? operand) => operand switch
    {
        FactOperand f => Bit(f.Fact.Depth),
        CountOperand c => Of(c.List) | Of(c.Where),
        AggregateOperand a => Of(a.List) | Of(a.Where) | Of(a.Item),
        ArithmeticOperand a => Of(a.Left) | Of(a.Right),
        MoveOperand m => Of(m.Day),
        FunctionOperand f => f.Arguments.Aggregate(0ul, (depths, argument) => depths | Of(argument)),
        ChoiceOperand c => Of(c.If) | Of(c.Then) | Of(c.Else),
        _ => 0,
    };

    private ulong Read(Condition condition) => condition switch
    {
        KnownTest k => Bit(k.Fact.Depth),
        RelationTest r => Of(r.Left) | Of(r.Right),
        TextTest t => Of(t.Left) | Of(t.Right),
        PatternTest p => Of(p.Left),
        ShareTest s => Of(s.List) | Of(s.Weight) | Of(s.Among) | Of(s.Where),
        InOrder o => Of(o.List) | Of(o.By) | All(o.Steps),
        Composition c => All(c.Parts),
        AtLeastOf a => All(a.Parts),
        Negation n => Of(n.Part),
        RuleReference => Bit(0),
        Defined d => Of(d.Meaning),
        Quantified q => Of(q.List) | Of(q.Where) | Of(q.Satisfy),
        _ => 0,
    };

    // Only where a list starts; the elements between its levels are its own.
    private ulong Of(ListReference list) => (list.IsParameter ? 0 : Bit(list.Levels[0].Depth)) | (list.Selection is { } selection ? Of(selection) : 0);

    private ulong Of(Selection selection) => Of(selection.From) | Of(selection.Where) | selection.Keys.Aggregate(0ul, (depths, key) => depths | Of(key));

    private ulong All(IEnumerable<Condition> parts) => parts.Aggregate(0ul, (depths, part) => depths | Of(part));

    // Nesting as deep as this is read as "everything", which is always safe to assume.
    private static ulong Bit(int depth) => depth < 64 ? 1ul << depth : ulong.MaxValue;
}
