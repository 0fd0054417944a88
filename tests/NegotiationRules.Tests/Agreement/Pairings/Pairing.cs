using NegotiationRules.Syntax;

namespace NegotiationRules.Tests.Agreement.Pairings;

/// <summary>A comparison of one form with another, of values of one type.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Type">The type of the values; of a list, that of its elements.</param>
/// <param name="IsOfList">Whether it is a list that stands on the left.</param>
/// <param name="Left">What stands on the left.</param>
/// <param name="Right">What stands on the right; two where the operator takes several.</param>
internal sealed record Pairing(ComparisonOperator Operator, PairedType Type, bool IsOfList, Side Left, IReadOnlyList<Side> Right)
{
    /// <summary>The operators that take several values, or a list.</summary>
    private static bool TakesSeveral(ComparisonOperator comparison) =>
        Operators.Of(comparison).Takes is OperandShape.Values or OperandShape.Range;

    public SideState RightState => Right.Max(r => r.State);

    /// <summary>The same with facts on both sides; <see langword="null"/> if there are none that mean the same.</summary>
    public Pairing? Plainest => Left.Plainest is { } left && Right.All(r => r.Plainest is not null)
        ? this with { Left = IsOfList ? Left : left, Right = [.. Right.Select(r => r.Plainest!)] }
        : null;

    /// <summary>All pairings of an operator and a type: every form with every form, of facts that are known or less than that.</summary>
    public static IEnumerable<Pairing> Of(ComparisonOperator comparison, PairedType type, bool isOfList, Random random)
    {
        // One after the other, so that all come.
        var states = random.Next(9);
        foreach (var left in isOfList ? [SideForm.Key, SideForm.Fact, SideForm.ListParameter] : Enum.GetValues<SideForm>())
        {
            foreach (var right in Enum.GetValues<SideForm>())
            {
                if (CanStand(left, type, isLeft: true) && CanStand(right, type, isLeft: false))
                {
                    for (var i = 0; i < (isOfList ? 4 : 1); i++)
                    {
                        states++;
                        yield return Draw(left, right, random, ((SideState)(states % 3), (SideState)(states / 3 % 3)));
                    }
                }
            }
        }

        Pairing Draw(SideForm left, SideForm right, Random random, (SideState Left, SideState Right) states)
        {
            var from = random.Next(PairingWorld.Drawn - 1);
            var isOne = !TakesSeveral(comparison) || right is SideForm.ListFact or SideForm.ListParameter;
            return new(
                comparison,
                type,
                isOfList,
                SideOf(left, random.Next(PairingWorld.Drawn), states.Left, isOfList),
                isOne ? [SideOf(right, random.Next(PairingWorld.Drawn), states.Right, false)]
                    : [SideOf(right, from, states.Right, false),
                        SideOf(right, from + 1, random.Next(2) == 0 ? SideState.Known : states.Right, false)]);
        }

        Side SideOf(SideForm form, int index, SideState state, bool isList)
        {
            var side = new Side(form, state, index);
            var isAllKnown = side.IsConstant || form == SideForm.OpenChoice
                || (state == SideState.Partly && !isList && form != SideForm.ListFact && !type.HasPartlyKnown);
            return isAllKnown ? side with { State = SideState.Known } : side;
        }
    }

    /// <summary>The condition as it is written.</summary>
    public string ToJson(PairingWorld world)
    {
        var operands = Right.Select(r => r.Operand(world, Type, 'w')).ToList();
        var right = Operator == ComparisonOperator.Known && Right[0].Form == SideForm.Literal ? "true"
            : operands.Count > 1 ? $"[{string.Join(", ", operands)}]"
            : operands[0];
        var name = Operators.NameOf(Operator);
        var left = !IsOfList ? Left.Operand(world, Type, 'v')
            : Left.Form == SideForm.Key ? Left.ListPath(Type)
            : (Left with { Form = Left.Form == SideForm.Fact ? SideForm.ListFact : Left.Form }).Operand(world, Type, 'v');
        var comparison = Left.Form == SideForm.Key
            ? $$"""{ "{{left}}": { "{{name}}": {{right}} } }"""
            : $$"""{ "value": {{left}}, "{{name}}": {{right}} }""";
        return Left.Around(Type, 'v', Right.Aggregate(comparison, (inner, side) => side.Around(Type, 'w', inner)));
    }

    // A fact as a key stands on the left, a list on the right; a month is a month beside days, and text beside text.
    private static bool CanStand(SideForm form, PairedType type, bool isLeft) => form switch
    {
        SideForm.Key => isLeft,
        SideForm.ListFact or SideForm.ListParameter => !isLeft,
        SideForm.Period or SideForm.PeriodParameter => type.IsDay,
        _ => true,
    };
}
