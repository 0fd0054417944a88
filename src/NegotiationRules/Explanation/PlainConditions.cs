using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>Conditions that look at facts and not into lists: one sentence says which elements meet them, without a line for
/// each.</summary>
internal static class PlainConditions
{
    public static bool IsPlain(Condition condition) => IsPlain(condition, []);

    // Named conditions may be used over and over inside each other: what was found plain once is not gone through again.
    private static bool IsPlain(Condition condition, HashSet<Condition> seen) => !seen.Add(condition) || condition switch
    {
        Composition c => c.Parts.All(part => IsPlain(part, seen)),
        Negation n => IsPlain(n.Part, seen),
        NamedCondition n => IsPlain(n.Meaning, seen),
        KnownTest => true,
        Membership { Values.List: not null } => false,
        Membership m => IsPlain(m.Item, seen),
        Between b => IsPlain(b.Item, seen) && IsPlain(b.Low, seen) && IsPlain(b.High, seen),
        RelationTest r => IsPlain(r.Left, seen) && IsPlain(r.Right, seen),
        TextTest t => IsPlain(t.Left, seen) && IsPlain(t.Right, seen),
        PatternTest p => IsPlain(p.Left, seen),
        _ => false,
    };

    /// <summary>The element with the values for which it meets or fails the condition: "Sherman (diplomat, rank 5)". Unknown ones are left
    /// out.</summary>
    public static string Describe(Scope element, Condition condition, string label, RecordType scenario)
    {
        var at = Naming.At(element, scenario);
        var facts = new List<FactReference>();
        if (IsPlain(condition))
        {
            Collect(condition, element, facts, []);
        }

        // That it is true what was to be true is said already.
        var meets = TreeWalk.Evaluate(condition, element) == Truth.True;
        var values = facts
            .Where(fact => fact.Depth == element.Depth && fact.Slots.Length > 0 && !(meets && fact.Type is BooleanType))
            .Select(fact => ValueOf(fact, element.Read(fact), at))
            .OfType<string>()
            .Where(value => Labels.OwnOf(element) is var own && value != own && value != ValueWords.Quote(own) && $"the {value}" != own)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return values.Count == 0 ? label : $"{label} ({string.Join(", ", values)})";
    }

    private static bool IsPlain(Operand operand, HashSet<Condition> seen) => operand switch
    {
        Constant or FactOperand => true,
        CountOperand or AggregateOperand => false,
        ChoiceOperand c => IsPlain(c.If, seen) && IsPlain(c.Then, seen) && IsPlain(c.Else, seen),
        _ => Parts.Inside(operand).All(part => IsPlain(part, seen)),
    };

    private static void Collect(Condition condition, Scope element, List<FactReference> facts, HashSet<Condition> seen)
    {
        if (!seen.Add(condition))
        {
            return;
        }

        switch (condition)
        {
            case Composition c:
                var truths = c.Parts.Select(part => TreeWalk.Evaluate(part, element)).ToList();
                var whole = c.Kind == CompositionKind.All ? truths.Min() : truths.Max();
                foreach (var part in c.Parts.Where((_, i) => truths[i] == whole))
                {
                    Collect(part, element, facts, seen);
                }

                break;
            case Negation n:
                Collect(n.Part, element, facts, seen);
                break;
            case NamedCondition n:
                Collect(n.Meaning, element, facts, seen);
                break;
            case KnownTest k:
                facts.Add(k.Fact);
                break;
            default:
                facts.AddRange(Operands(condition).SelectMany(OperandFacts.Of));
                break;
        }
    }

    private static IEnumerable<Operand> Operands(Condition condition) => condition switch
    {
        Membership m => [m.Item],
        Between b => [b.Item, b.Low, b.High],
        RelationTest r => [r.Left, r.Right],
        TextTest t => [t.Left, t.Right],
        PatternTest p => [p.Left],
        _ => [],
    };

    // Text speaks for itself; a number or a date needs to be told what of.
    private static string? ValueOf(FactReference fact, FactValue value, Naming at) => value.Kind switch
    {
        FactKind.Unknown or FactKind.Record or FactKind.List => null,
        FactKind.Text => ValueWords.Of(value, fact.Type),
        _ => ConditionWording.Has(fact, value, at) switch
        {
            ['i', 's', ' ', .. var what] => what,
            ['h', 'a', 's', ' ', .. var what] => what,
            var does => does,
        },
    };
}
