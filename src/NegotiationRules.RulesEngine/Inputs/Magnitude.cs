using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.RulesEngine.Inputs;

/// <summary>How large a number can be: digits before and after the point.</summary>
/// <remarks>
/// Arithmetic of 64 bits begins again at the other end, and that of decimals rounds after 28 digits or ends in an exception. The rule
/// language reckons exactly: where a number may grow so large, its rule is handed over. So that not every product is, the numbers that are
/// reckoned with are read only if they are of a usual size.
/// </remarks>
/// <param name="Digits">The digits before the point.</param>
/// <param name="Places">The digits after the point.</param>
/// <param name="Kind">What it is reckoned as.</param>
internal readonly record struct Magnitude(int Digits, int Places, NumberKind Kind)
{
    /// <summary>The largest 64-bit integer that is read where it is reckoned with; of that many digits.</summary>
    public const long LargestWhole = 999_999_999_999;

    /// <summary>The largest decimal that is read where it is reckoned with.</summary>
    public const decimal LargestDecimal = 999_999_999;

    private const int WholeLimit = 18;
    private const int DecimalLimit = 28;
    private const int LongestList = 6;

    /// <summary>A count, or a number of 32 bits.</summary>
    public static Magnitude Int32 => new(10, 0, NumberKind.Int32);

    /// <summary>A number in floating point, or something that is no number: nothing of this matters for it.</summary>
    public static Magnitude Free => new(0, 0, NumberKind.Free);

    /// <summary>What a division of decimals gives, down to the last digit.</summary>
    public static Magnitude Fraction => new(0, DecimalLimit, NumberKind.Decimal);

    /// <summary>Whether C# and the rule language reckon alike.</summary>
    public bool IsSafe => Kind switch
    {
        NumberKind.Int32 or NumberKind.Whole => Digits <= WholeLimit,
        NumberKind.Decimal => Digits + Places <= DecimalLimit,
        _ => true,
    };

    public static Magnitude Of(ScalarKind? kind) => kind switch
    {
        ScalarKind.Int32 => Int32,
        ScalarKind.Int64 => new(12, 0, NumberKind.Whole),
        ScalarKind.Decimal => new(9, 4, NumberKind.Decimal),
        _ => Free,
    };

    /// <summary>A number as it is written; beside a real one it is real.</summary>
    public static Magnitude Of(string number)
    {
        if (number.Contains('e', StringComparison.OrdinalIgnoreCase))
        {
            return Free;
        }

        var point = number.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? new(number.Length, 0, NumberKind.Whole) : new(point, number.Length - point - 1, NumberKind.Decimal);
    }

    public static Magnitude Of(ArithmeticKind operation, Magnitude left, Magnitude right)
    {
        var kind = left.Kind > right.Kind ? left.Kind : right.Kind;

        // Of two numbers of 32 bits, a result beyond that is a fault.
        return kind == NumberKind.Int32 ? Int32
            : operation == ArithmeticKind.Times ? new(left.Digits + right.Digits, left.Places + right.Places, kind)
            : new(Math.Max(left.Digits, right.Digits) + 1, Math.Max(left.Places, right.Places), kind);
    }

    /// <summary>The larger of two.</summary>
    public static Magnitude Larger(Magnitude left, Magnitude right) =>
        new(Math.Max(left.Digits, right.Digits), Math.Max(left.Places, right.Places), left.Kind > right.Kind ? left.Kind : right.Kind);

    /// <summary>The sum of so many as a list may have.</summary>
    public Magnitude Summed() => this with { Digits = Digits + LongestList };
}

/// <summary>What numbers are reckoned as, the stronger later.</summary>
internal enum NumberKind
{
    Int32,
    Whole,
    Decimal,
    Free,
}
