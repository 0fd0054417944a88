namespace NegotiationRules.Facts;

/// <summary>A number of JSON, taken apart: <paramref name="Value"/> times ten to the power of <paramref name="Power"/>.</summary>
/// <param name="IsNegative">Whether a minus sign stands before it.</param>
/// <param name="Value">Its first digits, without zeros before them; nineteen at most, which 64 bits hold whatever they are.</param>
/// <param name="Power">The power of ten that the last of them counts.</param>
/// <param name="IsCut">Whether there are digits other than zero beyond them.</param>
internal readonly record struct NumberDigits(bool IsNegative, ulong Value, long Power, bool IsCut)
{
    private const ulong NineteenDigits = 1_000_000_000_000_000_000;

    /// <summary>Ten to the power of 0 to 18.</summary>
    public static readonly ulong[] PowersOfTen =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ];

    /// <param name="number">A number as JSON spells it.</param>
    public static NumberDigits Of<T>(ReadOnlySpan<T> number)
        where T : unmanaged
    {
        var isNegative = Digits.At(number, 0) == '-';
        var (value, power, isCut, point) = (0ul, 0L, false, -1);
        var at = isNegative ? 1 : 0;
        for (; at < number.Length; at++)
        {
            if (Digits.One(number, at) is <= 9 and var digit)
            {
                if (value < NineteenDigits)
                {
                    value = (value * 10) + digit;
                }
                else
                {
                    power++;
                    isCut |= digit != 0;
                }
            }
            else if (Digits.At(number, at) == '.')
            {
                point = at;
            }
            else
            {
                power += Exponent(number[(at + 1)..]);
                break;
            }
        }

        return new NumberDigits(isNegative, value, point < 0 ? power : power - (at - point - 1), isCut);
    }

    // A number has at most a few hundred digits, so an exponent past this is out of range whatever they are.
    private static long Exponent<T>(ReadOnlySpan<T> digits)
        where T : unmanaged
    {
        const long Beyond = 1_000_000;
        var exponent = 0L;
        for (var at = Digits.One(digits, 0) <= 9 ? 0 : 1; at < digits.Length; at++)
        {
            exponent = Math.Min((exponent * 10) + Digits.One(digits, at), Beyond);
        }

        return Digits.At(digits, 0) == '-' ? -exponent : exponent;
    }
}
