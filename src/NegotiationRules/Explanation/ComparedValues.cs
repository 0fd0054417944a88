using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>The values that a comparison tells of.</summary>
internal static class ComparedValues
{
    /// <summary>What a line says of values that are not simply written in the rule.</summary>
    public static List<Claim> ValuesOf(Scope scope, params ReadOnlySpan<Operand> operands)
    {
        var claims = new List<Claim>();
        AddValues(operands, scope, claims);
        return claims;
    }

    /// <summary>Adds that to what the line says.</summary>
    public static void AddValues(ReadOnlySpan<Operand> operands, Scope scope, List<Claim> claims)
    {
        foreach (var operand in operands)
        {
            if (ValueOf(operand, scope) is { } value)
            {
                claims.Add(value);
            }
        }
    }

    /// <summary>The same of one; <see langword="null"/> if there is nothing to say.</summary>
    public static ValueClaim? ValueOf(Operand operand, Scope scope) =>
        operand is not Constant && KnownValue.Of(operand, scope) is { IsBounded: true } value
            ? new ValueClaim(scope, operand, value) : null;

    /// <summary>Enough for numbers that were worked out to stand to each other, as they are written, as they do.</summary>
    public static int Decimals(Scope scope, Operand item, params ReadOnlySpan<Operand> others)
    {
        var isReal = item.Measure.Kind == MeasureKind.Real;
        foreach (var other in others)
        {
            isReal |= other.Measure.Kind == MeasureKind.Real;
        }

        return item.Measure.IsNumber && isReal ? ToTellApart(scope, item, others.ToArray()) : Numbers.FewDecimals;
    }

    private static int ToTellApart(Scope scope, Operand item, Operand[] others) =>
        Numbers.ToTellApart([.. Ends(item, scope)], [.. others.Where(o => o.Measure.IsNumber).SelectMany(o => Ends(o, scope))]);

    private static IEnumerable<double> Ends(Operand operand, Scope scope)
    {
        var value = Quantities.Real(operand, scope);
        return new[] { value.Low, value.High }.OfType<double>().Distinct();
    }
}
