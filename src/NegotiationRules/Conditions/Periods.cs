using NegotiationRules.Facts;

namespace NegotiationRules.Conditions;

/// <summary>Months and years of a rule file, which stand for the whole of them.</summary>
/// <remarks>They can be compared, on either side. Nothing is reckoned with them: a whole month is neither a day nor some day that is not
/// known.</remarks>
internal static class Periods
{
    /// <summary>Whether the operand is, or for some scenario may be, a month or a year as a whole.</summary>
    public static bool MayBe(Operand operand) => operand switch
    {
        Constant { Measure.Kind: MeasureKind.Day } constant => !constant.Value.Date.IsDay,
        FactOperand { Fact.Type: DateType { HasPeriods: true } } => true,
        NamedOperand named => MayBe(named.Meaning),
        ChoiceOperand choice => MayBe(choice.Then) || MayBe(choice.Else),
        _ => false,
    };
}
