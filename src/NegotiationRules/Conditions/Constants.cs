namespace NegotiationRules.Conditions;

/// <summary>What can be said of constants before there is a scenario.</summary>
internal static class Constants
{
    /// <summary>Whether the first lies wholly after the second, for constants of agreeing measures.</summary>
    public static bool IsAfter(Constant a, Constant b) => a.Measure.Kind switch
    {
        MeasureKind.Exact when b.Measure.Kind == MeasureKind.Exact => Steps(a, b) > Steps(b, a),
        MeasureKind.Exact or MeasureKind.Real => Real(a) > Real(b),
        MeasureKind.Day => a.Value.Date.First > b.Value.Date.Last,
        MeasureKind.Instant => a.Value.UtcTicks > b.Value.UtcTicks,
        MeasureKind.Duration => a.Value.Duration.Range.Low > b.Value.Duration.Range.High,
        _ => false,
    };

    /// <summary>A number in steps of the finer scale of the two.</summary>
    public static Int128 Steps(Constant constant, Constant other) =>
        (Int128)constant.Value.Steps * Scales.Power(Math.Max(constant.Measure.Scale, other.Measure.Scale) - constant.Measure.Scale);

    public static double Real(Constant constant) =>
        constant.Measure.Kind == MeasureKind.Real ? constant.Value.Real : Scales.ToReal(constant.Value.Steps, constant.Measure.Scale);
}
