using NegotiationRules.Syntax;

namespace NegotiationRules.Tests.Agreement.Pairings;

/// <summary>Something that is worked out of operands: a function, arithmetic, a move, a choice, a quantity over elements, or
/// what one of them has.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Operands">Of how many operands.</param>
/// <param name="Write">How it is written.</param>
internal sealed record Computation(string Name, int Operands, Func<IReadOnlyList<string>, string> Write)
{
    public static IReadOnlyList<Computation> All { get; } =
    [
        .. from function in Enum.GetValues<OperandFunction>()
           let arguments = OperandFunctions.Of(function)
           from number in arguments.Most == int.MaxValue ? [arguments.Fewest] : new[] { arguments.Fewest, arguments.Most }.Distinct()
           let name = OperandFunctions.NameOf(function)
           select new Computation(
               $"{name} of {number}", number, a => $$"""{ "{{name}}": {{(number == 1 ? a[0] : $"[{string.Join(", ", a)}]")}} }"""),
        .. from kind in Enum.GetNames<ArithmeticKind>()
           let name = kind.ToLowerInvariant()
           select new Computation(name, 2, a => $$"""{ "value": {{a[0]}}, "{{name}}": {{a[1]}} }"""),
        .. from move in CalendarMoves.Names
           select new Computation(move, 1, a => $$"""{ "value": {{a[0]}}, "to": "{{move}}" }"""),
        .. from condition in new[] { """{ "flag": true }""", """{ "flag": false }""", """{ "open": true }""" }
           select new Computation($"if {condition}", 2, a => $$"""{ "if": {{condition}}, "then": {{a[0]}}, "else": {{a[1]}} }"""),
        .. from kind in new[] { QuantityKind.Sum, QuantityKind.Min, QuantityKind.Max, QuantityKind.The }
           let name = kind.ToString().ToLowerInvariant()
           select new Computation($"{name} of", 1, a => $$"""{ "{{name}}": "one", "of": {{a[0]}} }"""),
    ];

    /// <summary>The types that the operands may have, by what the checker makes of facts of these types.</summary>
    public IEnumerable<PairedType[]> Types(PairingWorld world)
    {
        // A third operand is of the type of the second.
        var tuples = (from first in PairedType.All
                      from second in Operands == 1 ? [first] : PairedType.All
                      select Enumerable.Range(0, Operands).Select(i => i == 0 ? first : second).ToArray()).ToList();
        Side[] facts = [.. Enumerable.Range(0, Operands).Select(i => new Side(SideForm.Fact, SideState.Known, i))];
        var refused = PairingGroup.Refused(world, tuples.Select(types => ToJson(world, types, facts)));
        return tuples.Where((_, i) => !refused.ContainsKey(i));
    }

    /// <summary>That it is what it is of the plainest facts.</summary>
    public string ToJson(PairingWorld world, IReadOnlyList<PairedType> types, IReadOnlyList<Side> sides)
    {
        var value = Write([.. sides.Select((side, i) => side.Operand(world, types[i], 'v'))]);
        var facts = sides.Select(side => side.Plainest ?? side with { Form = SideForm.Fact });
        var plainest = Write([.. facts.Select((side, i) => side.Operand(world, types[i], 'w'))]);
        var comparison = $$"""{ "value": {{value}}, "is": {{plainest}} }""";
        return sides.Zip(types).Aggregate(comparison, (inner, side) => side.First.Around(side.Second, 'v', inner));
    }

    /// <summary>Operands in which one after the other takes every form and state, and some in which all take any.</summary>
    public IEnumerable<Side[]> Sides(IReadOnlyList<PairedType> types, Random random)
    {
        var forms = SideForms.OfOperands;
        var states = 0;
        for (var operand = 0; operand < Operands; operand++)
        {
            foreach (var form in forms)
            {
                var at = operand;
                yield return [.. types.Select((type, i) => SideOf(i == at ? form : SideForm.Fact, type, i, (SideState)(states++ % 3)))];
                yield return [.. types.Select((type, i) => SideOf(i == at ? form : Literals.Pick(random, forms), type, i, default))];
            }
        }

        static Side SideOf(SideForm form, PairedType type, int index, SideState state) =>
            new Side(form is SideForm.Period or SideForm.PeriodParameter && !type.IsDay ? SideForm.Literal : form, state, index) is var side
                && (side.IsConstant || form == SideForm.OpenChoice || (state == SideState.Partly && !type.HasPartlyKnown))
                ? side with { State = SideState.Known } : side;
    }
}
