using System.Globalization;
using System.Numerics;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Outlines;

/// <summary>What the elements of a share weigh, as far as it is known.</summary>
/// <param name="Part">What those weigh that certainly have the share.</param>
/// <param name="Rest">What those weigh that certainly have not.</param>
/// <param name="Maybe">What those weigh that may have it.</param>
/// <param name="Outside">What those weigh of which it is open whether they are meant at all.</param>
/// <param name="IsComplete">Whether every weight is known, and every element.</param>
internal readonly record struct Weights(Amount Part, Amount Rest, Amount Maybe, Amount Outside, bool IsComplete)
{
    /// <summary>What those weigh that are certainly meant.</summary>
    public Amount All => Part + Rest + Maybe;

    /// <summary>Whether both numbers of the share are settled.</summary>
    public bool IsSettled => IsComplete && Maybe.IsZero && Outside.IsZero;
}

/// <summary>A number of weight, of elements or of anything else that is added up: exact, or in floating point.</summary>
/// <param name="Steps">If it is exact: in steps of 10^-<paramref name="Scale"/>.</param>
/// <param name="Scale">The scale of the steps.</param>
/// <param name="Real">If it is in floating point: the number as it was written; otherwise <see langword="null"/>.</param>
internal readonly record struct Amount(Int128 Steps, int Scale, WrittenReal? Real = null)
{
    public bool IsZero => Real is { } real ? real.Digits.IsZero : Steps == 0;

    /// <summary>The nearest number in floating point.</summary>
    public double Nearest => Real is { } real
        ? double.Parse($"{real.Digits}E{real.Exponent}", NumberStyles.Float, CultureInfo.InvariantCulture)
        : Scales.ToReal(Steps, Scale);

    public static Amount operator +(Amount a, Amount b) =>
        a.Real is { } x && b.Real is { } y ? new Amount(0, 0, x.Plus(y)) : new Amount(checked(a.Steps + b.Steps), a.Scale);

    /// <summary>The steps of another scale that is no coarser, if it is exact.</summary>
    public Int128 StepsOf(int scale) => scale == Scale ? Steps : checked(Steps * Scales.Power(scale - Scale));

    /// <summary>Nothing of what an operand measures.</summary>
    public static Amount Nothing(Measure measure) =>
        measure.Kind == MeasureKind.Real ? new Amount(0, 0, WrittenReal.Of(0)) : new Amount(0, measure.Scale);

    /// <summary>The value of an operand; <see langword="null"/> if it is not exactly known.</summary>
    public static Amount? Of(Operand operand, Scope scope) =>
        operand.Measure.Kind == MeasureKind.Real
            ? Quantities.Real(operand, scope) is { IsNothing: false, IsValue: true, Low: { } real }
                ? new Amount(0, 0, WrittenReal.Of(real))
                : null
            : operand.Measure is { Kind: MeasureKind.Exact, Scale: var scale } && PlainNumbers.TryRead(operand, scope, scale, out var plain)
                ? new Amount(plain, scale)
            : Quantities.Exact(operand, scope, operand.Measure.Scale) is { IsNothing: false, IsValue: true, Low: { } steps }
                ? new Amount(steps, operand.Measure.Scale)
                : null;

    /// <summary>Both as whole numbers that stand to each other as they do.</summary>
    public static (BigInteger Part, BigInteger All) Exactly(Amount part, Amount all)
    {
        if (part.Real is not { } a || all.Real is not { } b)
        {
            return ((BigInteger)part.Steps, (BigInteger)all.Steps);
        }

        var least = Math.Min(a.Exponent, b.Exponent);
        return (a.Digits * BigInteger.Pow(10, a.Exponent - least), b.Digits * BigInteger.Pow(10, b.Exponent - least));
    }

    public override string ToString() => Real is not null ? Numbers.OfWritten(Nearest) : KnownValue.Write(Steps, Scale);
}
