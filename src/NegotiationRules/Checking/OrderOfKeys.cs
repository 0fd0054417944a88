using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Whether <c>times</c>, <c>plus</c>, <c>minus</c> and <c>to</c> stand in another order than that in which they are applied, and
/// it makes a difference.</summary>
internal static class OrderOfKeys
{
    /// <summary>The value that the order in the file says; <see langword="null"/> if it is the value that is worked out.</summary>
    /// <param name="syntax">The outermost of the keys as they are applied.</param>
    /// <param name="written">The keys in the order of the file.</param>
    /// <param name="applied">What they make, checked.</param>
    public static OperandSyntax? Other(AppliedSyntax syntax, IReadOnlyList<string> written, Operand applied)
    {
        var keys = new Dictionary<string, OperandSyntax>(StringComparer.Ordinal);
        var (start, first, takesDate) = ((OperandSyntax)syntax, applied, false);
        for (; keys.Count < written.Count; start = start is MoveSyntax move ? move.Operand : ((ArithmeticSyntax)start).Left)
        {
            keys.Add(KeyOf(start), start);
            takesDate |=
                first is ArithmeticOperand { Kind: ArithmeticKind.Minus, Right.Measure.Kind: MeasureKind.Day or MeasureKind.Instant };
            first =
                first is ArithmeticOperand sum ? sum.Left
                : first is MoveOperand moved ? moved.Day
                : first;
        }

        var isDifferent = false;
        for (var i = 0; i < written.Count; i++)
        {
            for (var j = i + 1; j < written.Count; j++)
            {
                isDifferent |=
                    RankOf(written[i]) > RankOf(written[j]) && Matters(keys[written[j]], keys[written[i]], first.Measure, takesDate);
            }
        }

        return isDifferent
            ? written.Aggregate(
                start,
                (value, key) =>
                    keys[key] is MoveSyntax move ? move with { Operand = value } : ((ArithmeticSyntax)keys[key]) with { Left = value }
            )
            : null;
    }

    public static string KeyOf(OperandSyntax syntax) => syntax switch
    {
        ArithmeticSyntax { Kind: ArithmeticKind.Times } => "times",
        ArithmeticSyntax { Kind: ArithmeticKind.Plus } => "plus",
        ArithmeticSyntax => "minus",
        _ => "to",
    };

    private static int RankOf(string key) => Array.IndexOf(OperandForms.Arithmetic, key);

    // Whether to apply them the other way round may change the value. Days are added, taken away and counted in any order; months are not,
    // nor is anything moved to the start of one.
    private static bool Matters(OperandSyntax first, OperandSyntax second, Measure start, bool takesDate) =>
        (first, second) switch
        {
            (ArithmeticSyntax { Kind: ArithmeticKind.Times } times, ArithmeticSyntax sum) => !IsNumber(times.Right, "1")
                && !IsNumber(sum.Right, "0"),
            (ArithmeticSyntax, ArithmeticSyntax) when start.Kind is not (MeasureKind.Day or MeasureKind.Instant) => false,
            (ArithmeticSyntax plus, ArithmeticSyntax minus) => !IsOfDays(plus.Right) || !(takesDate || IsOfDays(minus.Right)),
            (ArithmeticSyntax moved, _) => !IsNothing(moved.Right),
            _ => true,
        };

    private static bool IsNumber(OperandSyntax syntax, string digits) =>
        syntax is LiteralSyntax { Value: JsonNumber number } && number.Digits == digits;

    private static bool IsOfDays(OperandSyntax syntax) => DurationIn(syntax) is { Months: 0 };

    private static bool IsNothing(OperandSyntax syntax) => DurationIn(syntax) is { Months: 0, Ticks: 0 };

    private static Duration? DurationIn(OperandSyntax syntax) =>
        syntax is LiteralSyntax { Value: JsonText text } && Duration.TryParse(text.Value, out var duration) ? duration : null;
}
