using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Outlines;

/// <summary>What is known of the value of an operand, in words: "37", "between 37 and 60", "some day of 2022-01".</summary>
/// <param name="Text">The words.</param>
/// <param name="IsBounded">Whether anything is known of it.</param>
internal readonly record struct KnownValue(string Text, bool IsBounded)
{
    private static readonly KnownValue Nothing = new("not known", false);

    /// <param name="operand">The operand.</param>
    /// <param name="scope">The facts.</param>
    /// <param name="decimals">How many decimals a number that is worked out in floating point is given.</param>
    public static KnownValue Of(Operand operand, Scope scope, int decimals = Numbers.FewDecimals)
    {
        return operand switch
        {
            Constant constant => new KnownValue(ValueWords.Of(constant), true),
            FactOperand fact when scope.Read(fact.Fact) is { IsKnown: true } value =>
                new KnownValue(ValueWords.Of(value, fact.Fact.Type), true),
            _ => WorkOut(operand, scope, decimals),
        };
    }

    private static KnownValue WorkOut(Operand operand, Scope scope, int decimals)
    {
        switch (operand.Measure.Kind)
        {
            case MeasureKind.Text or MeasureKind.Boolean:
                return OperandValues.Of(operand, scope) is not { IsKnown: true } known
                    ? Nothing
                    : new KnownValue(
                        known.Kind == FactKind.Boolean
                            ? known.Boolean
                                ? "true"
                                : "false"
                            : ValueWords.Quote(known.Text),
                        true
                    );
            case MeasureKind.Duration:
                return Quantities.Durations(operand, scope) is not { } range ? Nothing
                    : range.Low == range.High ? new KnownValue(DurationWords.Of(range.Low), true)
                    : new KnownValue($"between {DurationWords.Of(range.Low)} and {DurationWords.Of(range.High)}", true);
            case MeasureKind.Real:
                return Of(Quantities.Real(operand, scope), number => Numbers.Of(number, decimals));
            case MeasureKind.Day:
                return OfDays(Quantities.Exact(operand, scope, 0));
            case MeasureKind.Instant:
                return Of(Quantities.Exact(operand, scope, 0), ticks => Instant.ToText((long)ticks));
            default:
                return Of(Quantities.Exact(operand, scope, operand.Measure.Scale), steps => Write(steps, operand.Measure.Scale));
        }
    }

    /// <summary>An exact number in steps of 10^-<paramref name="scale"/>.</summary>
    public static string Write(Int128 steps, int scale) => Numbers.Group(ExactNumber.ToText(steps, scale));

    private static KnownValue Of<T>(Interval<T> interval, Func<T, string> write)
        where T : struct, IComparable<T> => interval switch
        {
            { IsNothing: true } => Nothing,
            { IsValue: true, Low: { } value } => new KnownValue(write(value), true),
            { Low: { } low, High: { } high } => new KnownValue($"between {write(low)} and {write(high)}", true),
            { Low: { } low } => new KnownValue($"{write(low)} or more", true),
            { High: { } high } => new KnownValue($"{write(high)} or less", true),
            _ => Nothing,
        };

    private static KnownValue OfDays(Interval<Int128> days) => days switch
    {
        { IsNothing: true } => Nothing,
        { Low: { } first, High: { } last } => new KnownValue(ValueWords.OfDay(new PartialDate((int)first, (int)last)), true),
        { Low: { } first } => new KnownValue($"{new PartialDate((int)first, (int)first)} or later", true),
        { High: { } last } => new KnownValue($"{new PartialDate((int)last, (int)last)} or earlier", true),
        _ => Nothing,
    };
}
