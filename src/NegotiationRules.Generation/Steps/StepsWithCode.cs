using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Generation.Steps;

/// <summary>Which steps <see cref="StepWriter"/> can write.</summary>
internal static class StepsWithCode
{
    /// <summary>Whether every step of a program has C#.</summary>
    public static bool AreAll(Program program) => Enumerable.Range(0, program.Steps.Length).All(number => Have(program, number));

    /// <summary>Whether a step has C#.</summary>
    public static bool Have(Program program, int number) => program.Steps[number] switch
    {
        ConstantTruth or ConstantQuantity or TestBits or TestKnown or TestRange or TestRealRange or TestCodes or TestText
            or Invert or Combine or CombineAtLeast or Spread or SomeOf or CountOf or ShareOf or Read
            or Calculate or Rescale or ShiftDays or MoveDays or ShiftByNumber or ShiftInstants or PartOf or ExtremeOf or Choose
            or CompareQuantities => true,
        OrderOf order => order is not { Kind: MeasureKind.Day, Within.WholeDays: null },
        AggregateOf aggregate => !IsText(program, aggregate.Item),
        _ => false,
    };

    /// <summary>Whether what a step works out is a text: a quantity to evaluators, which compare codes, and a string in C#.</summary>
    public static bool IsText(Program program, int number) => program.Steps[number] switch
    {
        Spread s => IsText(program, s.Part),
        Read r => program.Layout.Columns[r.Column].Storage == ColumnStorage.Codes,
        _ => false,
    };
}
